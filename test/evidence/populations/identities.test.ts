import { IDENTITY_POPULATIONS } from '../../../lib/evidence/populations/identities';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_cloudwatch_log_resource_policy: { dns: { policy_document: '{}' } },
  aws_cognito_identity_pool: { app: {} },
  aws_cognito_managed_user_pool_client: { search: {} },
  aws_cognito_user_pool: { customers: {} },
  aws_cognito_user_pool_client: { shop: {} },
  aws_db_instance: { orders: {} },
  aws_efs_access_point: { app: {} },
  aws_ec2_client_vpn_endpoint: { staff: {} },
  aws_ecr_repository_policy: { images: { policy: '{}' } },
  aws_iam_account_password_policy: { main: {} },
  aws_iam_group: { dev: {} },
  aws_iam_policy: { read: { policy: '{}' } },
  aws_iam_role: {
    attaches: { managed_policy_arns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] },
    bare: {},
    people: { assume_role_policy: trust('arn:aws:iam::111122223333:saml-provider/idp', 'sts:AssumeRoleWithSAML') },
    pool: { assume_role_policy: trust('cognito-identity.amazonaws.com') },
    press: { assume_role_policy: trust('arn:aws:iam::111122223333:oidc-provider/gitlab.com') },
    robot: { assume_role_policy: trust('arn:aws:iam::111122223333:oidc-provider/id.example.com') },
  },
  aws_iam_role_policy_attachment: { read: { role: '${aws_iam_role.bare.name}' } },
  aws_iam_user: { old: {} },
  aws_iam_user_policy_attachment: { old: {} },
  aws_iot_policy: { sensor: {} },
  aws_kms_key: { default: {}, written: { policy: '{}' } },
  aws_lambda_function: { resize: {} },
  aws_lambda_permission: { resize: {} },
  aws_s3_bucket: { letters: {} },
  aws_s3_bucket_policy: { letters: { bucket: '${aws_s3_bucket.letters.id}', policy: '{}' } },
  aws_secretsmanager_secret: { apart: {}, closed: {} },
  aws_secretsmanager_secret_policy: { apart: { secret_arn: '${aws_secretsmanager_secret.apart.arn}', policy: '{}' } },
  aws_ssm_document: { patch: { document_type: 'Command' }, session: { document_type: 'Session' } },
  aws_ssm_parameter: { key: { name: '/web/api_key', type: 'String' }, url: {} },
  aws_ssoadmin_account_assignment: { admins: {} },
  aws_ssoadmin_permission_set: { admins: {} },
  aws_vpc: { web: {} },
});

const OUTSIDE = ['people', 'press', 'robot'].map((name) => `aws_iam_role.${name}`);
const ROLES = [
  'aws_iam_role.attaches',
  'aws_iam_role.bare',
  ...OUTSIDE.slice(0, 1),
  'aws_iam_role.pool',
  ...OUTSIDE.slice(1),
];

/** A trust policy for an identity provider. */
function trust(Federated: string, Action = 'sts:AssumeRoleWithWebIdentity'): string {
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: { Federated }, Action }] });
}

const EXPECTED: { readonly [P in keyof typeof IDENTITY_POPULATIONS]: readonly string[] } = {
  interfaces: ['aws_cognito_identity_pool.app', 'aws_cognito_user_pool.customers', 'aws_efs_access_point.app'],
  policies: [
    'aws_iam_policy.read',
    'aws_iam_role.attaches',
    'aws_iam_role_policy_attachment.read',
    'aws_iam_user_policy_attachment.old',
  ],
  'policy attachments': [
    'aws_iam_role.attaches',
    'aws_iam_role_policy_attachment.read',
    'aws_iam_user_policy_attachment.old',
  ],
  'resource policies': [
    'aws_cloudwatch_log_resource_policy.dns',
    'aws_ecr_repository_policy.images',
    ...ROLES.slice(2),
    'aws_kms_key.written',
    'aws_s3_bucket.letters',
    'aws_secretsmanager_secret.apart',
  ],
  'resource policies that may name services': [
    'aws_cloudwatch_log_resource_policy.dns',
    'aws_ecr_repository_policy.images',
    'aws_kms_key.written',
    'aws_s3_bucket.letters',
    'aws_secretsmanager_secret.apart',
  ],
  // A policy that stands apart counts for what it is of.
  'resource policies and shares': [
    'aws_cloudwatch_log_resource_policy.dns',
    'aws_ecr_repository_policy.images',
    'aws_kms_key.written',
    'aws_lambda_permission.resize',
    'aws_s3_bucket.letters',
    'aws_secretsmanager_secret.apart',
  ],
  'policies of devices': ['aws_iot_policy.sensor'],
  'password policies': ['aws_iam_account_password_policy.main'],
  'user directories': ['aws_cognito_user_pool.customers'],
  'clients of user directories': ['aws_cognito_managed_user_pool_client.search', 'aws_cognito_user_pool_client.shop'],
  roles: ROLES,
  'roles for identity providers': OUTSIDE,
  'roles for providers with known subjects': ['aws_iam_role.press'],
  'users and groups of IAM': ['aws_iam_group.dev', 'aws_iam_user.old'],
  principals: ['aws_iam_group.dev', ...ROLES, 'aws_iam_user.old', 'aws_ssoadmin_permission_set.admins'],
  'networks and roles': [...ROLES, 'aws_vpc.web'],
  'access assignments': ['aws_iam_user_policy_attachment.old', 'aws_ssoadmin_account_assignment.admins'],
  'permission sets and VPN endpoints': ['aws_ec2_client_vpn_endpoint.staff', 'aws_ssoadmin_permission_set.admins'],
  'session documents': ['aws_ssm_document.session'],
  'resources that take secrets': ['aws_db_instance.orders', 'aws_lambda_function.resize', 'aws_ssm_parameter.url'],
  'parameters with the name of a secret': ['aws_ssm_parameter.key'],
};

test('the populations of identities', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
