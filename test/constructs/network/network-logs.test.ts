import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { AuditLogArchive, DataClass } from '../../../lib';
import { segmentedVpc } from '../../support/network';
import { Written, newStack } from '../../support/synth';

describe('without an archive', () => {
  const stack = newStack();
  const vpc = segmentedVpc(stack, 'It', { dataClass: DataClass.INTERNAL });
  const found = Written.of(stack);

  test('all traffic is logged by the minute, with every field', () => {
    const log = found.resource('aws_flow_log');
    expect(log).toMatchObject({
      traffic_type: 'ALL',
      max_aggregation_interval: 60,
      log_destination_type: 'cloud-watch-logs',
    });
    expect(log.log_destination).toMatch(/^\$\{aws_cloudwatch_log_group\.It_FlowLogs.+\.arn\}$/);
    const fields = (log.log_format as string).split(' ');
    expect(fields).toHaveLength(42);
    expect(new Set(fields).size).toBe(fields.length);
    // Terraform must not take them for its own.
    for (const field of fields) expect(field).toMatch(/^\$\$\{[a-z0-9-]+\}$/);
    for (const one of [
      'version',
      'flow-direction',
      'pkt-srcaddr',
      'ecs-task-id',
      'reject-reason',
      'encryption-status',
    ]) {
      expect(fields).toContain(`$\${${one}}`);
    }
  });

  test('flow logs of this account alone take the role, and it writes that group alone', () => {
    const trust = JSON.parse(found.resource('aws_iam_role').assume_role_policy as string).Statement[0];
    expect(trust.Principal).toEqual({ Service: 'vpc-flow-logs.amazonaws.com' });
    expect(trust.Condition.StringEquals['aws:SourceAccount']).toMatch(/account_id\}$/);
    expect(trust.Condition.ArnLike['aws:SourceArn']).toMatch(/^arn:\$\{.+\}:ec2:\$\{.+\}:\$\{.+\}:vpc-flow-log\/\*$/);
    const policy = JSON.parse(found.resource('aws_iam_role_policy').policy as string).Statement;
    expect(policy[0].Action).toEqual(['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents']);
    for (const arn of policy[0].Resource) expect(arn).toMatch(/^\$\{aws_cloudwatch_log_group\.It_FlowLogs/);
    expect(policy[1].Action).toEqual(['logs:DescribeLogGroups']);
  });

  test('DNS queries go to a group that their delivery alone may write', () => {
    const config = found.resource('aws_route53_resolver_query_log_config');
    expect(config.destination_arn).toMatch(/^\$\{aws_cloudwatch_log_group\.It_QueryLogs.+\.arn\}$/);
    expect(config.depends_on).toHaveLength(1);
    const association = found.resource('aws_route53_resolver_query_log_config_association');
    expect(association.resource_id).toMatch(/^\$\{aws_vpc\./);
    const policy = JSON.parse(found.resource('aws_cloudwatch_log_resource_policy').policy_document as string);
    expect(policy.Statement[0]).toMatchObject({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    });
    expect(Object.keys(policy.Statement[0].Condition)).toEqual(['StringEquals', 'ArnLike']);
  });

  test('both groups are security logs of the class of the network', () => {
    expect(vpc.flowLogGroup).toBeDefined();
    expect(vpc.queryLogGroup).toBeDefined();
    for (const group of Object.values(found.resources('aws_cloudwatch_log_group'))) {
      expect(group).toMatchObject({
        retention_in_days: 365,
        tags: { 'tom:data-class': 'internal', 'tom:log-kind': 'security' },
      });
    }
  });
});

test('an archive takes both', () => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  const vpc = segmentedVpc(stack, 'It', { archive });
  const found = Written.of(stack);
  expect(found.resource('aws_flow_log')).toMatchObject({
    log_destination_type: 's3',
    destination_options: { file_format: 'plain-text', hive_compatible_partitions: false, per_hour_partition: true },
    traffic_type: 'ALL',
  });
  const bucket = /^\$\{aws_s3_bucket\.Archive_Trails.+\.arn\}$/;
  expect(found.resource('aws_flow_log').log_destination).toMatch(bucket);
  expect(found.resource('aws_flow_log')).not.toHaveProperty('iam_role_arn');
  expect(found.resource('aws_route53_resolver_query_log_config').destination_arn).toMatch(bucket);
  expect(found.resources('aws_cloudwatch_log_group')).toEqual({});
  expect(found.resources('aws_iam_role')).toEqual({});
  expect([vpc.flowLogGroup, vpc.queryLogGroup]).toEqual([undefined, undefined]);
});

test('an archive of another stack is not waited for: Terraform applies that one first', () => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  const other = new TerraformStack(stack.node.root, 'other');
  new AwsProvider(other, 'aws', { region: 'eu-central-1' });
  segmentedVpc(other, 'It', { archive });
  const found = Written.of(other);
  for (const type of ['aws_flow_log', 'aws_route53_resolver_query_log_config']) {
    expect(found.resource(type)).not.toHaveProperty('depends_on');
  }
  expect(other.dependencies).toEqual([stack]);
});
