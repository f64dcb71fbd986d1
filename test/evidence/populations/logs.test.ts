import { LOG_POPULATIONS } from '../../../lib/evidence/populations/logs';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_cloudtrail: { main: { s3_bucket_name: '${aws_s3_bucket.trails.id}' } },
  aws_cloudwatch_log_group: {
    app: { name: 'app' },
    metrics: { name: 'metrics', tags: { 'tom:data-class': 'internal' } },
    trail: { name: 'aws-cloudtrail-logs' },
  },
  aws_cloudwatch_log_resource_policy: { dns: {} },
  aws_config_delivery_channel: { main: {} },
  aws_directory_service_directory: { people: { type: 'MicrosoftAD' }, simple: { type: 'SimpleAD' } },
  aws_guardduty_detector: { main: {} },
  aws_lb: { web: {} },
  aws_mq_broker: { orders: {} },
  aws_sfn_state_machine: { orders: {} },
  aws_s3_bucket: { letters: {}, trails: {} },
  aws_vpc: { web: {} },
});

const GROUPS = ['aws_cloudwatch_log_group.app', 'aws_cloudwatch_log_group.metrics', 'aws_cloudwatch_log_group.trail'];

const EXPECTED: { readonly [P in keyof typeof LOG_POPULATIONS]: readonly string[] } = {
  'detection services': ['aws_guardduty_detector.main'],
  'services that log': [
    'aws_directory_service_directory.people',
    'aws_mq_broker.orders',
    'aws_sfn_state_machine.orders',
  ],
  logs: [...GROUPS, 'aws_s3_bucket.trails'],
  'security logs': ['aws_cloudwatch_log_group.trail', 'aws_s3_bucket.trails'],
  'log destinations': [...GROUPS, 'aws_s3_bucket.trails'],
  'log groups of workloads': ['aws_cloudwatch_log_group.app'],
  'log resource policies': ['aws_cloudwatch_log_resource_policy.dns'],
  trails: ['aws_cloudtrail.main'],
  'log deliveries': ['aws_cloudtrail.main'],
  notifications: [],
  'delivery channels of AWS Config': ['aws_config_delivery_channel.main'],
  'log sources': ['aws_cloudtrail.main', 'aws_lb.web', 'aws_s3_bucket.letters', 'aws_vpc.web'],
};

test('the populations of logs', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
