import { actionsThatUndo } from '../../aws/iam/access/who-can-undo';
import { GLOBAL_ACTIONS } from '../../aws/organizations/global-actions';
import { DEMANDS } from '../../toms/demands';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';

/** What the policies of an organization depend on. */
export interface Guarded {
  /** The regions in which data may lie. */
  readonly residency: readonly string[];
  /** Whether logs of global services may lie in us-east-1. */
  readonly hasGlobalLogs: boolean;
  readonly organizationId: string;
  /** The ARNs, or patterns of them, of roles that no service control policy binds. */
  readonly exemptRoleArns: readonly string[];
  /** Accounts outside of the organization that may use resources. */
  readonly partnerAccountIds: readonly string[];
  readonly archiveBucketArns: readonly string[];
  readonly archiveKeyArns: readonly string[];
}

type Conditions = { readonly [operator: string]: { readonly [key: string]: string | readonly string[] } };

interface Statement {
  readonly Sid: string;
  readonly Effect: 'Deny';
  readonly Principal?: '*';
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Conditions;
}

type Denial = Omit<Statement, 'Effect' | 'Resource'> & { readonly Resource?: Statement['Resource'] };

const textOf = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });

const deny = ({ Sid, Principal, Resource = '*', ...rest }: Denial): Statement => ({
  Sid,
  Effect: 'Deny',
  ...(Principal === undefined ? {} : { Principal }),
  ...rest,
  Resource,
});

/** A denial that does not bind exempt roles. The ARN of a session's role is compared, not that of the session. */
function denyOthers({ exemptRoleArns }: Guarded, denial: Denial): Statement {
  if (exemptRoleArns.length === 0) return deny(denial);
  return deny({ ...denial, Condition: { ...denial.Condition, ArnNotLike: { 'aws:PrincipalArn': exemptRoleArns } } });
}

/** Data and programs only lie in the residency, whatever an account allows (TOM 7.1, GDPR chapter V). */
export function regionPolicy(guarded: Guarded): string {
  const { residency, hasGlobalLogs } = guarded;
  return textOf([
    denyOthers(guarded, {
      Sid: 'DenyOtherRegions',
      NotAction: hasGlobalLogs ? [...GLOBAL_ACTIONS, 'logs:*'] : GLOBAL_ACTIONS,
      Condition: { StringNotEquals: { 'aws:RequestedRegion': residency } },
    }),
    ...(hasGlobalLogs
      ? [
          denyOthers(guarded, {
            Sid: 'DenyLogsElsewhere',
            Action: 'logs:*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': [...residency, GLOBAL_SERVICE_REGION] } },
          }),
        ]
      : []),
    deny({
      Sid: 'DenyEnablingOtherRegions',
      Action: 'account:EnableRegion',
      Condition: { StringNotEquals: { 'account:TargetRegion': residency } },
    }),
  ]);
}

/** What a user of IAM needs to set up a second factor, and to show it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html */
const SECOND_FACTOR = [
  'iam:CreateVirtualMFADevice',
  'iam:EnableMFADevice',
  'iam:GetMFADevice',
  'iam:GetUser',
  'iam:ListMFADevices',
  'iam:ListVirtualMFADevices',
  'iam:ResyncMFADevice',
  'sts:GetSessionToken',
];

/** What ends, or blinds, a service that records or finds. */
const TURNING_OFF = [
  ...actionsThatUndo('aws_cloudtrail'),
  'access-analyzer:DeleteAnalyzer',
  'config:DeleteConfigurationRecorder',
  'config:DeleteDeliveryChannel',
  'config:StopConfigurationRecorder',
  'guardduty:DeleteDetector',
  'guardduty:DeleteMembers',
  'guardduty:DisassociateFromAdministratorAccount',
  'guardduty:DisassociateFromMasterAccount',
  'guardduty:DisassociateMembers',
  'guardduty:StopMonitoringMembers',
  'guardduty:UpdateDetector',
  'inspector2:Disable',
  'macie2:DisableMacie',
  'securityhub:BatchDisableStandards',
  'securityhub:DeleteMembers',
  'securityhub:DisableSecurityHub',
  'securityhub:DisassociateFromAdministratorAccount',
  'securityhub:DisassociateFromMasterAccount',
  'securityhub:DisassociateMembers',
];

/** What would give somebody the rights of an exempt role. */
const CHANGING_ROLES = [
  'iam:AttachRolePolicy',
  'iam:CreateRole',
  'iam:DeleteRole',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateRole',
];

/** Who may act, and that what watches them stays on (TOM 3.1.1, 6.1, 6.3, 8.3). */
export function identityPolicy(guarded: Guarded): string {
  const { exemptRoleArns } = guarded;
  return textOf([
    deny({ Sid: 'DenyLeaving', Action: ['account:CloseAccount', 'organizations:LeaveOrganization'] }),
    deny({
      Sid: 'DenyRootUser',
      Action: '*',
      // Sessions that the management account opens for one task have the key.
      Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:root' }, Null: { 'aws:AssumedRoot': 'true' } },
    }),
    deny({
      Sid: 'DenyUsersWithoutSecondFactor',
      NotAction: SECOND_FACTOR,
      Condition: {
        ArnLike: { 'aws:PrincipalArn': 'arn:*:iam::*:user/*' },
        BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' },
      },
    }),
    denyOthers(guarded, {
      Sid: 'DenyNewUsers',
      Action: [
        'iam:CreateAccessKey',
        'iam:CreateLoginProfile',
        'iam:CreateServiceSpecificCredential',
        'iam:CreateUser',
        'iam:UpdateLoginProfile',
      ],
    }),
    denyOthers(guarded, { Sid: 'DenyTurningOff', Action: TURNING_OFF }),
    ...(exemptRoleArns.length === 0
      ? []
      : [denyOthers(guarded, { Sid: 'DenyExemptRoles', Action: CHANGING_ROLES, Resource: exemptRoleArns })]),
  ]);
}

const UNDOING_A_BUCKET = [
  ...actionsThatUndo(
    'aws_s3_bucket_lifecycle_configuration',
    'aws_s3_bucket_object_lock_configuration',
    'aws_s3_bucket_policy',
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_versioning'
  ),
  's3:DeleteBucket',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutBucketAcl',
  's3:PutBucketOwnershipControls',
  's3:PutObjectLegalHold',
  's3:PutObjectRetention',
];

/** What an account must not open, leave unencrypted or delete (TOM 1.2, 1.3.1, 8.3, 9.1). */
export function dataPolicy(guarded: Guarded): string {
  const { archiveBucketArns, archiveKeyArns } = guarded;
  return textOf([
    denyOthers(guarded, {
      Sid: 'DenyOpening',
      Action: [
        'ec2:DisableEbsEncryptionByDefault',
        'ec2:DisableImageBlockPublicAccess',
        'ec2:DisableSnapshotBlockPublicAccess',
        'ec2:EnableSerialConsoleAccess',
        'ec2:ModifyInstanceMetadataDefaults',
        'iam:DeleteAccountPasswordPolicy',
        'iam:UpdateAccountPasswordPolicy',
        's3:PutAccountPublicAccessBlock',
      ],
    }),
    deny({
      Sid: 'DenyUnencryptedVolumes',
      Action: ['ec2:CreateVolume', 'ec2:RunInstances'],
      Resource: 'arn:*:ec2:*:*:volume/*',
      Condition: { Bool: { 'ec2:Encrypted': 'false' } },
    }),
    deny({
      Sid: 'DenyUnencryptedFileSystems',
      Action: 'elasticfilesystem:CreateFileSystem',
      Condition: { Bool: { 'elasticfilesystem:Encrypted': 'false' } },
    }),
    deny({
      Sid: 'DenyEarlyKeyDeletion',
      Action: 'kms:ScheduleKeyDeletion',
      Condition: {
        NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': String(DEMANDS.keyDeletionDays) },
      },
    }),
    ...(archiveBucketArns.length === 0
      ? []
      : [
          denyOthers(guarded, {
            Sid: 'DenyUndoingArchive',
            Action: UNDOING_A_BUCKET,
            Resource: archiveBucketArns.flatMap((arn) => [arn, `${arn}/*`]),
          }),
        ]),
    ...(archiveKeyArns.length === 0
      ? []
      : [
          denyOthers(guarded, {
            Sid: 'DenyUndoingArchiveKeys',
            Action: actionsThatUndo('aws_kms_key'),
            Resource: archiveKeyArns,
          }),
        ]),
  ]);
}

/**
 * The services that resource control policies reached first, and in every partition that has them.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html#rcp-supported-services
 */
const SERVICES = ['kms:*', 's3:*', 'secretsmanager:*', 'sqs:*'];

/**
 * Nobody outside of the organization uses a resource in it, no service for another organization, and nobody over plain HTTP (TOM 1.1.1, 3.1.1).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html
 */
export function resourcePolicy({ organizationId, partnerAccountIds }: Guarded): string {
  const partners = (key: string): { [key: string]: readonly string[] } =>
    partnerAccountIds.length === 0 ? {} : { [key]: partnerAccountIds };
  return textOf([
    deny({
      Sid: 'DenyOutsiders',
      Principal: '*',
      // Those who come with a token of an identity provider are in no organization.
      Action: [...SERVICES, 'sts:AssumeRole', 'sts:SetContext'],
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId, ...partners('aws:PrincipalAccount') },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    }),
    deny({
      Sid: 'DenyServicesForOutsiders',
      Principal: '*',
      Action: [...SERVICES, 'sts:*'],
      Condition: {
        StringNotEqualsIfExists: { 'aws:SourceOrgID': organizationId, ...partners('aws:SourceAccount') },
        Null: { 'aws:SourceAccount': 'false' },
        Bool: { 'aws:PrincipalIsAWSService': 'true' },
      },
    }),
    deny({
      Sid: 'DenyPlainHttp',
      Principal: '*',
      Action: [...SERVICES, 'sts:*'],
      Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } },
    }),
    deny({
      Sid: 'DenyOldTls',
      Principal: '*',
      Action: 's3:*',
      Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
    }),
    deny({
      Sid: 'DenyKeysOfClients',
      Principal: '*',
      Action: 's3:PutObject',
      // The bucket would hold what only the sender can read.
      Condition: { Null: { 's3:x-amz-server-side-encryption-customer-algorithm': 'false' } },
    }),
  ]);
}

/**
 * What EC2 keeps as it is declared, for every account and whatever it is asked (TOM 9.1).
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_declarative_syntax.html
 */
export function ec2Policy(message: string): string {
  const assigned = (value: string): object => ({ '@@assign': value });
  return JSON.stringify({
    ec2_attributes: {
      exception_message: assigned(message),
      image_block_public_access: { state: assigned('block_new_sharing') },
      instance_metadata_defaults: {
        http_tokens: assigned('required'),
        // Containers on an instance are one hop further.
        http_put_response_hop_limit: assigned('2'),
        http_endpoint: assigned('no_preference'),
        instance_metadata_tags: assigned('no_preference'),
      },
      serial_console_access: { status: assigned('disabled') },
      snapshot_block_public_access: { state: assigned('block_all_sharing') },
    },
  });
}
