import { IConstruct } from 'constructs';
import { Account } from '../../core/account';
import { refuse } from '../../core/errors';
import { PolicyStatement } from '../../core/policy';
import { WayOut } from '../../core/policy-quota';

type Conditions = NonNullable<PolicyStatement['conditions']>;

/** Whose logs are taken: those of some accounts, and those of every account of an organization. */
export interface LogSources {
  /** The account of the bucket. */
  readonly account: Account;
  readonly accountIds: readonly string[];
  readonly organizationId?: string;
}

/** How a service tells on whose behalf it comes. */
export interface SourceConditions {
  readonly ofAccounts: Conditions;
  /** By default that the source belongs to the organization. */
  readonly ofOrganization?: Conditions;
  /** What holds beside either. */
  readonly always?: Conditions;
}

/** A service that writes logs, and what it may do. */
export type LogWriter = Omit<PolicyStatement, 'sid' | 'conditions'> & { readonly sid: string };

/** The objects that a service leaves to the owner of the bucket, as AWS has it in each of these policies. */
export const LEFT_TO_OWNER: Conditions = { StringEquals: { 's3:x-amz-acl': ['bucket-owner-full-control'] } };

/** Lets a service write on behalf of the sources and of nobody else: a statement for the accounts, and one for the organization. */
export function onBehalfOf(sources: LogSources, writer: LogWriter, conditions: SourceConditions): PolicyStatement[] {
  const { organizationId } = sources;
  const { ofAccounts, always = {} } = conditions;
  const statements: PolicyStatement[] = [{ ...writer, conditions: both(ofAccounts, always) }];
  if (organizationId === undefined) return statements;
  const { ofOrganization = ofOrganizationId(organizationId) } = conditions;
  return [...statements, { ...writer, sid: `${writer.sid}OfOrganization`, conditions: both(ofOrganization, always) }];
}

/** Services tell the organization of the account on whose behalf they come. */
export function ofOrganizationId(organizationId: string): Conditions {
  return { StringEquals: { 'aws:SourceOrgID': [organizationId] } };
}

/** The ARNs of what the accounts have in a service, in every region. */
export function arnsOf({ account, accountIds }: LogSources, service: string, resource: string): string[] {
  return accountIds.map((id) => `arn:${account.partition}:${service}:*:${id}:${resource}`);
}

function both(some: Conditions, others: Conditions): Conditions {
  const found: { [operator: string]: { [key: string]: string[] } } = {};
  for (const conditions of [some, others]) {
    for (const operator of Object.keys(conditions)) found[operator] = { ...found[operator], ...conditions[operator] };
  }
  return found;
}

/** What to do where the sources are too many for a policy. */
export const TOO_MANY_SOURCES: WayOut = {
  prop: 'sourceAccountIds',
  fix: "write organizationId: 'o-exampleorgid', which stands for every account of the organization, or make several archives",
};

/** CloudWatch Logs, which delivers what flow logs, query logs and network load balancers write. */
export function logDelivery(bucketArn: string, sources: LogSources): PolicyStatement[] {
  const principals = { Service: ['delivery.logs.amazonaws.com'] };
  const ofAccounts = ofLogDelivery(sources);
  return [
    ...onBehalfOf(
      sources,
      { sid: 'LogDeliveryAclCheck', principals, actions: ['s3:GetBucketAcl'], resources: [bucketArn] },
      { ofAccounts }
    ),
    ...onBehalfOf(
      sources,
      { sid: 'LogDeliveryWrite', principals, actions: ['s3:PutObject'], resources: [`${bucketArn}/*`] },
      { ofAccounts, always: LEFT_TO_OWNER }
    ),
  ];
}

/**
 * What CloudWatch Logs tells of the accounts whose logs it delivers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 * @see https://docs.aws.amazon.com/prescriptive-guidance/latest/patterns/configure-vpc-flow-logs-for-centralization-across-aws-accounts.html
 */
export function ofLogDelivery(sources: LogSources): Conditions {
  return {
    ArnLike: { 'aws:SourceArn': arnsOf(sources, 'logs', '*') },
    StringEquals: { 'aws:SourceAccount': [...sources.accountIds] },
  };
}

/** Refuses what is no account. */
export function requireAccountIds(scope: IConstruct, accountIds: readonly string[]): void {
  for (const value of accountIds) {
    if (/^\d{12}$/.test(value)) continue;
    refuse(scope, {
      prop: 'sourceAccountIds',
      must: 'must hold account ids of twelve digits',
      value,
      measure: '8.3',
      fix: "write sourceAccountIds: ['111122223333']",
    });
  }
}
