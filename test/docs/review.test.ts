import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isOpen } from '../../lib/diff/change';
import { DIFF_FORMATS } from '../../lib/reports/formats';
import { JsonObject } from '../../lib/terraform/value';
import { compared } from '../diff/compared';
import { examples } from '../diff/examples';
import { expectTextSnapshot } from '../support/text-snapshot';

const DOCS = join(__dirname, '../../docs');

type Resources = { readonly [type: string]: { [name: string]: JsonObject } };

/** What a pull request changes in web-platform, each as docs/review.md says it. The first five harm, the others do not. */
const CHANGES: readonly ((resources: { network: Resources; workload: Resources }) => void)[] = [
  ({ workload }) => {
    const rule = workload.aws_vpc_security_group_ingress_rule;
    rule.Ssh = {
      security_group_id: '${aws_security_group.Instances_282EEC04.id}',
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: 'tcp',
      from_port: 22,
      to_port: 22,
      description: 'for a moment',
    };
  },
  ({ network }) => void delete (network as { [type: string]: unknown }).aws_flow_log,
  ({ network }) =>
    void (network.aws_lb_listener.Front_Listener_977599AC.ssl_policy = 'ELBSecurityPolicy-TLS13-1-0-2021-06'),
  ({ workload }) => {
    const held = workload.aws_iam_role_policy.Shop_Role_Grants_82E37422;
    const policy = JSON.parse(held.policy as string) as { Statement: { Action: string[] }[] };
    policy.Statement[0].Action = ['s3:*'];
    held.policy = JSON.stringify(policy);
  },
  ({ workload }) => void (workload.aws_cloudwatch_log_group.Events_D32975C2.retention_in_days = 1),
  ({ network }) =>
    void Object.assign(network.aws_security_group.Front_SecurityGroup_9E94CFA6.tags as JsonObject, { team: 'edge' }),
  ({ workload }) => void Object.assign(workload.aws_autoscaling_group.Shop_563325D0, { min_size: 3, max_size: 6 }),
  ({ workload }) => {
    const held = workload.aws_s3_bucket_policy.Documents_Policy_CFAE8C76;
    const policy = JSON.parse(held.policy as string) as { Statement: object[] };
    held.policy = JSON.stringify({ ...policy, Statement: policy.Statement.reverse() });
  },
  ({ network }) => void (network.aws_lb_target_group.Front_Shop_9E676693.slow_start = 60),
  ({ workload }) => {
    workload.aws_kms_alias.Key = workload.aws_kms_alias.PersonalDataKey_Alias_A830DFF3;
    delete workload.aws_kms_alias.PersonalDataKey_Alias_A830DFF3;
  },
];

const MOVED = { from: 'aws_kms_alias.PersonalDataKey_Alias_A830DFF3', to: 'aws_kms_alias.Key' };

test('the comment in docs/review-example.md is what toms diff writes of the ten changes', () => {
  const before = examples()['web-platform'];
  const after = structuredClone<{ [stack: string]: JsonObject }>(before);
  const resources = { network: after.network.resource as Resources, workload: after.workload.resource as Resources };
  for (const change of CHANGES) change(resources);
  after.workload.moved = [MOVED];
  const diff = compared(before, after);
  expectTextSnapshot(join(DOCS, 'review-example.md'), DIFF_FORMATS.markdown(diff, {}));
  const widened = new Set(diff.changes.filter(isOpen).map(({ address }) => address));
  for (const address of [
    'aws_vpc_security_group_ingress_rule.Ssh',
    'aws_flow_log.Vpc_FlowLog_4AEC73A1',
    'aws_lb_listener.Front_Listener_977599AC',
    'aws_iam_role_policy.Shop_Role_Grants_82E37422',
    'aws_cloudwatch_log_group.Events_D32975C2',
  ])
    expect(widened).toContain(address);
  for (const address of [
    'aws_security_group.Front_SecurityGroup_9E94CFA6',
    'aws_autoscaling_group.Shop_563325D0',
    'aws_s3_bucket_policy.Documents_Policy_CFAE8C76',
    'aws_lb_target_group.Front_Shop_9E676693',
    'aws_kms_alias.Key',
  ])
    expect(widened).not.toContain(address);
  expect(diff.moved).toBe(1);
});

test('docs/review.md tells the ten changes', () => {
  const page = readFileSync(join(DOCS, 'review.md'), 'utf8');
  expect(page.match(/^\| \d+ \|/gm)).toHaveLength(CHANGES.length);
});
