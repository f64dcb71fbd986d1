import { Account } from '../core/account';
import { PolicyStatement, policyText } from '../core/policy';

/** Whose credentials endpoints take, and whose resources they lead to: an organization's where there is one, else the account's. */
export interface Perimeter {
  readonly account: Account;
  readonly region: string;
  readonly organizationId?: string;
}

const EVERYBODY = { '*': ['*'] };

/**
 * Services in which callers use what AWS owns: documents, images, layers, templates. Session Manager's channels have no owner to compare.
 * Their endpoints ask who calls, and not whose the resource is.
 */
const OPEN_RESOURCES = [
  'cloudformation',
  'ec2',
  'ec2messages',
  'ecr.api',
  'ecr.dkr',
  'imagebuilder',
  'lambda',
  'ssm',
  'ssmmessages',
];

/** The policy of an interface endpoint. */
export function interfacePolicy(service: string, perimeter: Perimeter): string {
  const statements = [own(perimeter, OPEN_RESOURCES.includes(service))];
  // Anyone who comes with a token of another identity provider has no account yet: the role that they ask for has.
  if (service === 'sts') {
    statements.push({
      sid: 'FederationIntoOwnRoles',
      principals: EVERYBODY,
      actions: ['sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity'],
      resources: ['*'],
      conditions: { StringEquals: ofResource(perimeter) },
    });
  }
  return policyText(undefined, 'endpoint', statements);
}

/** The policy of the gateway endpoint of DynamoDB. */
export function dynamoDbPolicy(perimeter: Perimeter): string {
  return policyText(undefined, 'endpoint', [own(perimeter, false)]);
}

/**
 * The policy of the gateway endpoint of S3. Beside what is the own account's it lets objects be read of the named buckets of AWS in the region, without
 * which Amazon Linux installs nothing, Systems Manager patches nothing, and no image is pulled. They are named whole: what begins like one could be anybody's.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-minimum-s3-permissions.html
 * @see https://docs.aws.amazon.com/linux/al2023/ug/managing-repos-os-updates.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function s3Policy(perimeter: Perimeter): string {
  const { account, region } = perimeter;
  return policyText(undefined, 'endpoint', [
    own(perimeter, false),
    {
      sid: 'ReadBucketsOfAws',
      principals: EVERYBODY,
      actions: ['s3:GetObject'],
      resources: bucketsOfAws(region).map((bucket) => `arn:${account.partition}:s3:::${bucket}/*`),
    },
  ]);
}

function bucketsOfAws(region: string): string[] {
  return [
    `al2023-repos-${region}-de612dc2`,
    `amazon-ssm-${region}`,
    `amazon-ssm-packages-${region}`,
    `aws-ssm-${region}`,
    `aws-ssm-document-attachments-${region}`,
    `patch-baseline-snapshot-${region}`,
    `prod-${region}-starport-layer-bucket`,
    `${region}-birdwatcher-prod`,
  ];
}

/** Own principals, and where that can be said own resources. What has no owner to compare is admitted. */
function own(perimeter: Perimeter, openResources: boolean): PolicyStatement {
  const who = { StringEquals: ofPrincipal(perimeter) };
  return {
    sid: openResources ? 'OwnPrincipals' : 'OwnPrincipalsToOwnResources',
    principals: EVERYBODY,
    actions: ['*'],
    resources: ['*'],
    conditions: openResources ? who : { ...who, StringEqualsIfExists: ofResource(perimeter) },
  };
}

function ofPrincipal({ account, organizationId }: Perimeter): { [key: string]: string[] } {
  return organizationId === undefined
    ? { 'aws:PrincipalAccount': [account.id] }
    : { 'aws:PrincipalOrgID': [organizationId] };
}

function ofResource({ account, organizationId }: Perimeter): { [key: string]: string[] } {
  return organizationId === undefined
    ? { 'aws:ResourceAccount': [account.id] }
    : { 'aws:ResourceOrgID': [organizationId] };
}
