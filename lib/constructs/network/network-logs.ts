import { Construct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Route53ResolverQueryLogConfig } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config';
import { Route53ResolverQueryLogConfigAssociation } from '@cdktf/provider-aws/lib/route53-resolver-query-log-config-association';
import { DataClass } from '../../toms/data-class';
import { Account, accountOf } from '../core/account';
import { identityPolicyText, policyText } from '../core/policy';
import { IAuditLogArchive } from '../logging/audit-log-archive';
import { protectionOf } from '../logging/log-store';
import { ILogGroup, RetainedLogGroup } from '../logging/retained-log-group';
import { NetworkContext } from './tier';

/** Where a network's logs go, and what they are called. */
export interface NetworkLogProps {
  readonly network: NetworkContext;
  readonly archive?: IAuditLogArchive;
  readonly dataClass: DataClass;
  /** What names begin with. */
  readonly name: string;
  readonly tags?: { [key: string]: string };
}

/**
 * Every field of the versions 2 to 10 of flow logs, in their order. Version 11 adds tags, for which the provider has no argument, and next hops.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
 */
const FIELDS = [
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status',
  'vpc-id subnet-id instance-id tcp-flags type pkt-srcaddr pkt-dstaddr',
  'region az-id sublocation-type sublocation-id',
  'pkt-src-aws-service pkt-dst-aws-service flow-direction traffic-path',
  'ecs-cluster-arn ecs-cluster-name ecs-container-instance-arn ecs-container-instance-id ecs-container-id ecs-second-container-id',
  'ecs-service-name ecs-task-definition-arn ecs-task-arn ecs-task-id',
  'reject-reason resource-id encryption-status',
];

const LOG_FORMAT = FIELDS.join(' ')
  .split(' ')
  .map((field) => `$\${${field}}`)
  .join(' ');

/**
 * Logs all traffic of a network, minute by minute, with every field (TOM 8.1, 8.2).
 *
 * @returns the log group, where no archive takes them
 */
export function addFlowLogs(scope: Construct, props: NetworkLogProps): ILogGroup | undefined {
  const { network, archive } = props;
  const common = {
    vpcId: network.vpcId,
    trafficType: 'ALL',
    maxAggregationInterval: 60,
    logFormat: LOG_FORMAT,
    region: network.region,
    tags: network.tagsOf('flow-logs'),
  };
  if (archive) {
    new FlowLog(scope, 'FlowLog', {
      ...common,
      logDestinationType: 's3',
      logDestination: archive.trailBucket.bucketArn,
      destinationOptions: { fileFormat: 'plain-text', hiveCompatiblePartitions: false, perHourPartition: true },
      dependsOn: protectionOf(scope, archive.trailBucket),
    });
    return undefined;
  }
  const logGroup = logGroupOf(scope, 'FlowLogs', props);
  new FlowLog(scope, 'FlowLog', {
    ...common,
    logDestinationType: 'cloud-watch-logs',
    logDestination: logGroup.logGroupArn,
    iamRoleArn: flowLogRole(scope, logGroup, props),
  });
  return logGroup;
}

/**
 * Logs every name that a network asks for (TOM 8.1, 8.2).
 *
 * @returns the log group, where no archive takes them
 */
export function addQueryLogs(scope: Construct, props: NetworkLogProps): ILogGroup | undefined {
  const { network, archive, name } = props;
  const { region } = network;
  const logGroup = archive ? undefined : logGroupOf(scope, 'QueryLogs', props);
  const needed = logGroup ? [letQueryLogsBeWritten(scope, logGroup, props)] : protectionOf(scope, archive!.trailBucket);
  const config = new Route53ResolverQueryLogConfig(scope, 'QueryLogConfig', {
    name: name.slice(0, 64),
    destinationArn: logGroup ? logGroup.logGroupArn : archive!.trailBucket.bucketArn,
    region,
    tags: network.tagsOf('query-logs'),
    dependsOn: needed,
  });
  new Route53ResolverQueryLogConfigAssociation(scope, 'QueryLogConfigAssociation', {
    resolverQueryLogConfigId: config.id,
    resourceId: network.vpcId,
    region,
  });
  return logGroup;
}

function logGroupOf(scope: Construct, id: string, props: NetworkLogProps): ILogGroup {
  const { dataClass, network, tags } = props;
  return new RetainedLogGroup(scope, id, { dataClass, region: network.region, tags });
}

function flowLogRole(scope: Construct, logGroup: ILogGroup, { network, name }: NetworkLogProps): string {
  const account = accountOf(scope);
  const where = `${network.region ?? account.region}:${account.id}`;
  const role = new IamRole(scope, 'FlowLogRole', {
    namePrefix: `${name.slice(0, 37)}-`,
    assumeRolePolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'vpc-flow-logs.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'aws:SourceAccount': account.id },
            ArnLike: { 'aws:SourceArn': `arn:${account.partition}:ec2:${where}:vpc-flow-log/*` },
          },
        },
      ],
    }),
    tags: network.tagsOf('flow-logs'),
  });
  const logs = ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'];
  new IamRolePolicy(scope, 'FlowLogRolePolicy', {
    role: role.name,
    policy: identityPolicyText([
      { actions: logs, resources: [logGroup.logGroupArn, `${logGroup.logGroupArn}:*`] },
      { actions: ['logs:DescribeLogGroups'], resources: [`arn:${account.partition}:logs:${where}:log-group:*`] },
    ]),
  });
  return role.arn;
}

/** Route 53 would write this policy itself, for all of the account, if the applying role may. */
function letQueryLogsBeWritten(
  scope: Construct,
  logGroup: ILogGroup,
  { network, name }: NetworkLogProps
): CloudwatchLogResourcePolicy {
  const account: Account = accountOf(scope);
  return new CloudwatchLogResourcePolicy(scope, 'QueryLogPolicy', {
    policyName: name,
    policyDocument: policyText(scope, 'logs', [
      {
        sid: 'QueryLogs',
        principals: { Service: ['delivery.logs.amazonaws.com'] },
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${logGroup.logGroupArn}:*`],
        conditions: {
          StringEquals: { 'aws:SourceAccount': [account.id] },
          ArnLike: {
            'aws:SourceArn': [`arn:${account.partition}:logs:${network.region ?? account.region}:${account.id}:*`],
          },
        },
      },
    ]),
    region: network.region,
  });
}
