import { ARN_ATTRIBUTE, GRANT_TYPES } from '../../aws/iam/identity-policies';
import { federationOf, isBuiltIn, tokenTrust } from '../../aws/iam/federation/tokens';
import { Principal, Statement, readPolicy } from '../../aws/iam/policy';
import { holdsResourcePolicy, policyAttribute } from '../../aws/iam/resource-policies';
import { secretNameOf } from '../../aws/secret-parameters';
import { TAKING_SECRETS } from '../../aws/secret-attributes';
import { WORKLOADS } from '../../aws/secret-places';
import { RESOURCE_TYPES, typesWith } from '../../aws/types';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value } from '../../terraform/value';
import { PopulationReader, every, isSet, those, together } from '../population';

const ROLE = 'aws_iam_role';

/** What carries the text of an identity policy, or attaches one. A role that does neither holds none. */
const POLICIES = those(
  every(...GRANT_TYPES),
  (_model, one) => one.type !== ROLE || isSet(one, 'inline_policy') || isSet(one, 'managed_policy_arns')
);

const ATTACHMENTS = those(
  every(...ARN_ATTRIBUTE.keys()),
  (_model, one) => one.type !== ROLE || isSet(one, 'managed_policy_arns')
);

/** Policies that stand apart from the resource that they are for count for that. */
const APART: ReadonlySet<string> = new Set(
  Object.values(RESOURCE_TYPES).flatMap(({ policy }) => (policy?.apart ? [policy.apart.type] : []))
);

/** What takes requests of strangers even without a policy, or is shared by being there. */
const ALWAYS_OPENABLE = [
  'aws_ami_launch_permission',
  'aws_db_cluster_snapshot',
  'aws_db_snapshot',
  'aws_lambda_function_url',
  'aws_lambda_layer_version_permission',
  'aws_lambda_permission',
  'aws_ram_resource_share',
  'aws_snapshot_create_volume_permission',
];

const WITH_POLICY = typesWith(({ policy }) => policy !== undefined).filter((type) => !APART.has(type));

/** Of what may hold a policy, that which holds one. */
function holdsPolicy(model: Model, one: Resource): boolean {
  if (ALWAYS_OPENABLE.includes(one.type)) return true;
  const apart = RESOURCE_TYPES[one.type]?.policy?.apart;
  return (
    isSet(one, policyAttribute(one)) ||
    // Of some stores the policy counts, and not the store.
    (apart !== undefined &&
      !OTHER_POLICIES.includes(apart.type) &&
      companionsOf(model, one, apart.type, apart.attribute).length > 0)
  );
}

/** Resource policies of services that the table of types does not have. */
const OTHER_POLICIES = [
  'aws_backup_vault_policy',
  'aws_cloudwatch_event_bus_policy',
  'aws_ecr_registry_policy',
  'aws_ecr_repository_policy',
  'aws_glue_resource_policy',
  'aws_kinesis_resource_policy',
  'aws_media_store_container_policy',
  'aws_msk_cluster_policy',
  'aws_opensearch_domain_policy',
  'aws_redshift_resource_policy',
  'aws_schemas_registry_policy',
  'aws_vpc_endpoint_policy',
].filter((type) => holdsResourcePolicy(type, 'policy'));

const SECRET_HOLDERS = every(...new Set([...TAKING_SECRETS, ...WORKLOADS]));
const PARAMETER = 'aws_ssm_parameter';

/** A parameter of type String takes no secret: that with the name of one has a claim of its own. */
function takesSecrets(_model: Model, one: Resource): boolean {
  return one.type !== PARAMETER || !/^String(?:List)?$/.test(textOf(one.get('type')));
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value : '';
}

/** Databases, caches and connectors have claims of their own. */
const INTERFACES = together(
  every(
    'aws_api_gateway_method',
    'aws_apigatewayv2_route',
    'aws_appsync_graphql_api',
    'aws_cognito_identity_pool',
    'aws_cognito_user_pool',
    'aws_efs_access_point',
    'aws_iot_authorizer',
    'aws_storagegateway_smb_file_share'
  ),
  // Browsers ask these in the name of their visitors.
  those(every('aws_apigatewayv2_api'), (_model, api) => isSet(api, 'cors_configuration')),
  those(every('aws_lambda_function_url'), (_model, url) => isSet(url, 'cors'))
);

const SHARES: ReadonlySet<string> = new Set(ALWAYS_OPENABLE);
const RESOURCE_POLICIES = every(...new Set([...WITH_POLICY, ...OTHER_POLICIES, 'aws_iam_role']));

/** Whether a role trusts somebody of a kind, as far as its trust policy can be read. */
function trusts(model: Model, role: Resource, is: (statement: Statement, principal: Principal) => boolean): boolean {
  const trust = readPolicy(model, role, 'assume_role_policy');
  if (!trust || !('statements' in trust)) return false;
  return trust.statements.some(
    (statement) => statement.effect !== 'Deny' && statement.principals.some((one) => is(statement, one))
  );
}

/** Policies of VPC endpoints speak another way about actions. */
function namesActions(model: Model, one: Resource): boolean {
  return !one.type.startsWith('aws_vpc_endpoint') && holdsPolicy(model, one);
}

export const IDENTITY_POPULATIONS = {
  'resource policies that may name services': those(
    RESOURCE_POLICIES,
    (model, one) => one.type !== 'aws_iam_role' && namesActions(model, one) && !SHARES.has(one.type)
  ),
  'resource policies': those(RESOURCE_POLICIES, (model, one) => namesActions(model, one) && !SHARES.has(one.type)),
  interfaces: INTERFACES,
  policies: POLICIES,
  'policies of devices': every('aws_iot_policy'),
  'policy attachments': ATTACHMENTS,
  'resource policies and shares': those(
    every(...new Set([...WITH_POLICY, ...ALWAYS_OPENABLE, ...OTHER_POLICIES])),
    holdsPolicy
  ),
  'password policies': every('aws_iam_account_password_policy'),
  'user directories': every('aws_cognito_user_pool'),
  'clients of user directories': every('aws_cognito_user_pool_client', 'aws_cognito_managed_user_pool_client'),
  roles: every(ROLE),
  'users and groups of IAM': every('aws_iam_group', 'aws_iam_user'),
  'roles for identity providers': those(every(ROLE), (model, role) =>
    trusts(model, role, (statement, one) => federationOf(model, role, statement, one) !== undefined && !isBuiltIn(one))
  ),
  'roles for providers with known subjects': those(every(ROLE), (model, role) =>
    trusts(
      model,
      role,
      (statement, one) =>
        federationOf(model, role, statement, one) === 'token' &&
        tokenTrust(model, role, statement, one, []).provider !== undefined
    )
  ),
  principals: every(ROLE, 'aws_iam_group', 'aws_iam_user', 'aws_ssoadmin_permission_set'),
  'networks and roles': every(ROLE, 'aws_vpc', 'aws_default_vpc'),
  'access assignments': every(
    'aws_iam_user_group_membership',
    'aws_iam_user_policy',
    'aws_iam_user_policy_attachment',
    'aws_ssoadmin_account_assignment'
  ),
  'permission sets and VPN endpoints': every('aws_ec2_client_vpn_endpoint', 'aws_ssoadmin_permission_set'),
  'session documents': those(every('aws_ssm_document'), (_model, one) => {
    const type = one.get('document_type');
    return typeof type !== 'string' || type === 'Session';
  }),
  /** What takes or holds values that may be secrets. */
  'resources that take secrets': those(SECRET_HOLDERS, takesSecrets),
  'parameters with the name of a secret': those(every(PARAMETER), (_model, one) => secretNameOf(one) !== undefined),
} as const satisfies { readonly [population: string]: PopulationReader };
