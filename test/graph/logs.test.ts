import { SEGMENTS, draw, drawStack, id } from './draw';

type Json = { readonly [key: string]: unknown };

const STORES = {
  aws_s3_bucket: { logs: { bucket: 'the-logs' }, other: {} },
  aws_s3_bucket_policy: { logs: { bucket: id('aws_s3_bucket.logs') } },
  aws_cloudwatch_log_group: { logs: { name: '/the/logs' } },
};

/** The edges of logs. */
function logs(resources: Json): string[] {
  return draw({ ...STORES, ...resources }).edges.filter((edge) => / log /.test(edge));
}

/** Where the flow logs of a network go. */
function flowLogs(log: Json): string[] {
  return logs({ aws_vpc: { main: {} }, aws_flow_log: { one: { vpc_id: id('aws_vpc.main'), ...log } } });
}

test.each<[string, string]>([
  ['aws_s3_bucket.logs', '${aws_s3_bucket.logs.arn}'],
  ['aws_s3_bucket.logs', '${aws_s3_bucket.logs.arn}/vpc'],
  ['aws_s3_bucket.logs', '${aws_s3_bucket_policy.logs.bucket}'],
  ['aws_s3_bucket.logs', 'arn:aws:s3:::the-logs/vpc'],
  ['aws_cloudwatch_log_group.logs', '${aws_cloudwatch_log_group.logs.arn}:*'],
  ['aws_cloudwatch_log_group.logs', 'arn:aws:logs:eu-central-1:111122223333:log-group:/the/logs:*'],
  ['central-logs', 'arn:aws:s3:::central-logs/vpc/'],
  ['/central', 'arn:aws:logs:eu-central-1:111122223333:log-group:/central:*'],
])('logs go to %s by %s', (store, log_destination) => {
  expect(flowLogs({ log_destination })).toEqual([`aws_vpc.main log ${store}: flow logs`]);
});

test('the logs of a subnet come from its tier', () => {
  const one = { subnet_id: id('aws_subnet.back'), log_destination: '${aws_s3_bucket.logs.arn}' };
  expect(logs({ ...SEGMENTS, aws_flow_log: { one } })).toEqual(['isolated subnets log aws_s3_bucket.logs: flow logs']);
});

test('stores that the input does not hold are outside of every boundary', () => {
  const one = { vpc_id: id('aws_vpc.main'), log_destination: 'arn:aws:s3:::central' };
  const { places } = draw({ aws_vpc: { main: {} }, aws_flow_log: { one } });
  expect(places).toEqual({ central: '' });
});

test('a load balancer writes the logs that are turned on', () => {
  const bucket = '${aws_s3_bucket.logs.bucket}';
  expect(
    logs({
      aws_lb: {
        one: { access_logs: [{ bucket, enabled: true }], connection_logs: { bucket, enabled: false } },
        two: { access_logs: { bucket }, health_check_logs: { bucket, enabled: 'true' } },
      },
      aws_elb: { old: { access_logs: { bucket } }, off: { access_logs: { bucket, enabled: false } } },
    })
  ).toEqual([
    'aws_elb.old log aws_s3_bucket.logs: access logs',
    'aws_lb.one log aws_s3_bucket.logs: access logs',
    'aws_lb.two log aws_s3_bucket.logs: health check logs',
  ]);
});

test('web ACLs, DNS, firewalls, VPNs and trails write theirs', () => {
  const group = '${aws_cloudwatch_log_group.logs.name}';
  const logGroup = { log_destination_type: 'CloudWatchLogs', log_destination: { logGroup: group } };
  expect(
    logs({
      aws_vpc: { main: {} },
      aws_wafv2_web_acl: { acl: {} },
      aws_wafv2_web_acl_logging_configuration: {
        acl: { resource_arn: '${aws_wafv2_web_acl.acl.arn}', log_destination_configs: ['${aws_s3_bucket.logs.arn}'] },
      },
      aws_route53_resolver_query_log_config: { dns: { destination_arn: '${aws_s3_bucket.logs.arn}' } },
      aws_route53_resolver_query_log_config_association: {
        dns: {
          resolver_query_log_config_id: id('aws_route53_resolver_query_log_config.dns'),
          resource_id: id('aws_vpc.main'),
        },
      },
      aws_networkfirewall_firewall: { wall: { vpc_id: id('aws_vpc.main') } },
      aws_networkfirewall_logging_configuration: {
        wall: {
          firewall_arn: '${aws_networkfirewall_firewall.wall.arn}',
          logging_configuration: { log_destination_config: [logGroup] },
        },
      },
      aws_ec2_client_vpn_endpoint: { vpn: { connection_log_options: { enabled: true, cloudwatch_log_group: group } } },
      aws_cloudtrail: { trail: { s3_bucket_name: id('aws_s3_bucket.logs') } },
    })
  ).toEqual([
    'aws_cloudtrail.trail log aws_s3_bucket.logs',
    'aws_ec2_client_vpn_endpoint.vpn log aws_cloudwatch_log_group.logs: connection logs',
    'aws_wafv2_web_acl.acl log aws_s3_bucket.logs: WAF logs',
    'aws_vpc.main log aws_s3_bucket.logs: DNS queries',
    'aws_networkfirewall_firewall.wall log aws_cloudwatch_log_group.logs: firewall logs',
  ]);
});

test('logs that are turned off go nowhere', () => {
  const connection_log_options = { enabled: false, cloudwatch_log_group: '${aws_cloudwatch_log_group.logs.name}' };
  expect(
    logs({
      aws_ec2_client_vpn_endpoint: { vpn: { connection_log_options } },
      aws_cloudtrail: { trail: { s3_bucket_name: id('aws_s3_bucket.logs'), enable_logging: false } },
    })
  ).toEqual([]);
});

test('a bucket that is tagged as an archive is drawn though nobody writes to it, others are not', () => {
  const { places } = draw({ aws_s3_bucket: { archive: { tags: { 'tom:log-kind': 'security' } }, other: {} } });
  expect(Object.keys(places)).toEqual(['aws_s3_bucket.archive']);
});

test('where states are kept is drawn once', () => {
  const terraform = { backend: { s3: { bucket: 'states', key: 'a' } } };
  const outside = drawStack({ terraform, resource: {} });
  expect([outside.places, outside.details]).toEqual([{ states: '' }, { states: ['Terraform state'] }]);
  const own = drawStack({ terraform, resource: { aws_s3_bucket: { states: { bucket: 'states' } } } });
  expect(own.places).toEqual({ 'aws_s3_bucket.states': 'AWS account' });
  const open = drawStack({ terraform: { backend: { s3: { bucket: '${var.bucket}' } } }, resource: {} });
  expect(open.places).toEqual({});
});

test('a destination that only a plan can tell is counted', () => {
  const one = { vpc_id: id('aws_vpc.main'), log_destination: '${var.bucket}' };
  expect(draw({ aws_vpc: { main: {} }, aws_flow_log: { one } }).open).toBe(1);
});
