import { membersBehind, ownersOf } from '../../lib/evidence/owner';
import { at, modelOf, resources } from '../support/models';

const MODEL = resources({
  aws_cloudwatch_log_group: { flow: {} },
  aws_flow_log: { web: { vpc_id: '${aws_vpc.web.id}' } },
  aws_iam_role: { app: { name: 'app' } },
  aws_iam_role_policy: { app: { role: 'app' } },
  aws_kms_key: { data: {} },
  aws_kms_key_policy: { data: { key_id: '${aws_kms_key.data.id}' } },
  aws_lb: { web: {} },
  aws_lb_listener: { web: { load_balancer_arn: '${aws_lb.web.arn}' } },
  aws_lb_listener_rule: { web: { listener_arn: '${aws_lb_listener.web.arn}' } },
  aws_rds_cluster: { customers: { cluster_identifier: 'customers' } },
  aws_rds_cluster_instance: { one: { cluster_identifier: '${aws_rds_cluster.customers.id}' } },
  aws_s3_access_point: { letters: { bucket: '${aws_s3_bucket.letters.id}' } },
  aws_s3_bucket: { letters: { bucket: 'letters' }, many: { count: 2 } },
  aws_s3_bucket_lifecycle_configuration: { letters: { bucket: 'letters' } },
  aws_s3_bucket_logging: { elsewhere: { bucket: '${var.open}' } },
  aws_s3_bucket_policy: { letters: { bucket: '${aws_s3_bucket.letters.id}' } },
  aws_s3_bucket_public_access_block: { letters: { bucket: '${aws_s3_bucket.letters.id}' } },
  aws_s3_bucket_versioning: { letters: { bucket: '${aws_s3_bucket.letters.bucket}' } },
  aws_s3control_access_point_policy: { letters: { access_point_arn: '${aws_s3_access_point.letters.arn}' } },
  aws_security_group: { web: {} },
  aws_sqs_queue: { jobs: {} },
  aws_sqs_queue_policy: { jobs: { queue_url: '${aws_sqs_queue.jobs.id}' } },
  aws_vpc: { web: {} },
  aws_vpc_security_group_ingress_rule: { web: { security_group_id: '${aws_security_group.web.id}' } },
});

function owner(address: string): readonly string[] | undefined {
  return ownersOf(MODEL, at(MODEL, address))?.named.map((one) => one.address);
}

test.each([
  ['aws_s3_bucket_public_access_block.letters', 'aws_s3_bucket.letters'],
  ['aws_s3_bucket_policy.letters', 'aws_s3_bucket.letters'],
  ['aws_s3_bucket_versioning.letters', 'aws_s3_bucket.letters'],
  ['aws_s3_bucket_lifecycle_configuration.letters', 'aws_s3_bucket.letters'],
  ['aws_s3control_access_point_policy.letters', 'aws_s3_access_point.letters'],
  ['aws_kms_key_policy.data', 'aws_kms_key.data'],
  ['aws_sqs_queue_policy.jobs', 'aws_sqs_queue.jobs'],
  ['aws_vpc_security_group_ingress_rule.web', 'aws_security_group.web'],
  ['aws_lb_listener.web', 'aws_lb.web'],
  ['aws_lb_listener_rule.web', 'aws_lb_listener.web'],
  ['aws_rds_cluster_instance.one', 'aws_rds_cluster.customers'],
  ['aws_iam_role_policy.app', 'aws_iam_role.app'],
  ['aws_flow_log.web', 'aws_vpc.web'],
])('a verdict on %s counts for %s', (companion, of) => {
  expect(owner(companion)).toEqual([of]);
});

test('what stands for itself has no owner', () => {
  expect(ownersOf(MODEL, at(MODEL, 'aws_s3_bucket.letters'))).toBeUndefined();
  expect(ownersOf(MODEL, at(MODEL, 'aws_vpc.web'))).toBeUndefined();
});

test('a companion of what is not shown here is open', () => {
  expect(ownersOf(MODEL, at(MODEL, 'aws_s3_bucket_logging.elsewhere'))).toEqual({ named: [], isOpen: true });
});

test('the way to a member leads over several companions', () => {
  const policy = at(MODEL, 'aws_s3control_access_point_policy.letters');
  const { named } = membersBehind(MODEL, policy, ({ type }) => type === 'aws_s3_bucket');
  expect(named.map(({ address }) => address)).toEqual(['aws_s3_bucket.letters']);
});

test('owners are found in other stacks', () => {
  const model = modelOf({
    one: { resource: { aws_s3_bucket: { letters: { bucket: 'letters' } } } },
    two: { resource: { aws_s3_bucket_policy: { letters: { bucket: 'letters' } } } },
  });
  const found = ownersOf(model, at(model, 'aws_s3_bucket_policy.letters'));
  expect(found?.named.map((one) => one.qualifiedAddress)).toEqual(['one:aws_s3_bucket.letters']);
});
