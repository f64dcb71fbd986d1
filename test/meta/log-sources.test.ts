import { AuditLogArchive, HttpsLoadBalancer, NetworkTlsLoadBalancer } from '../../lib';
import { JsonObject } from '../../lib/terraform/value';
import { Make, WAYS } from '../support/constructs';
import { CERTIFICATE, segmentedVpc } from '../support/network';
import { Written, newStack } from '../support/synth';

/** What logs to a bucket, and where it names the bucket. Each asks its policy, and some write one where there is none. */
const SOURCES: { readonly [type: string]: RegExp } = {
  aws_cloudtrail: /"s3_bucket_name":"\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_config_delivery_channel: /"s3_bucket_name":"\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_flow_log: /"log_destination":"\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_route53_resolver_query_log_config: /"destination_arn":"\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_wafv2_web_acl_logging_configuration: /"log_destination_configs":\["\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_s3_bucket_logging: /"target_bucket":"\$\{(aws_s3_bucket\.[^.}]+)/g,
  aws_lb: /"bucket":"\$\{(aws_s3_bucket\.[^.}]+)/g,
};

type Section = { readonly [name: string]: JsonObject };

/** The sources of logs that do not wait for the policy of their bucket, and how many there are. */
function hasty({ json }: Written): { readonly found: string[]; readonly of: number } {
  const resources = (json.resource ?? {}) as { readonly [type: string]: Section };
  const policies = Object.entries(resources.aws_s3_bucket_policy ?? {});
  const found: string[] = [];
  let of = 0;
  for (const [type, pattern] of Object.entries(SOURCES)) {
    for (const [name, body] of Object.entries(resources[type] ?? {})) {
      const waitsFor = (body.depends_on ?? []) as string[];
      for (const [, bucket] of JSON.stringify(body).matchAll(pattern)) {
        of++;
        const own = policies.find(([, policy]) => (policy.bucket as string).startsWith(`\${${bucket}.`));
        const isPoliced = own !== undefined && waitsFor.includes(`aws_s3_bucket_policy.${own[0]}`);
        if (!isPoliced) found.push(`${type}.${name} into ${bucket}`);
      }
    }
  }
  return { found, of };
}

const WITH_ARCHIVE: { readonly [title: string]: Make } = {
  'a network': (scope, id) => segmentedVpc(scope, id, { archive: new AuditLogArchive(scope, 'Archive') }),
  'a load balancer': (scope, id, vpc) =>
    new HttpsLoadBalancer(scope, id, {
      vpc: vpc(),
      certificates: [CERTIFICATE],
      accessLogBucket: new AuditLogArchive(scope, 'Archive').accessLogBucket,
    }),
  'a network load balancer': (scope, id, vpc) => {
    const balancer = new NetworkTlsLoadBalancer(scope, id, {
      vpc: vpc(),
      certificates: [CERTIFICATE],
      accessLogBucket: new AuditLogArchive(scope, 'Archive').accessLogBucket,
    });
    balancer.addTargets('Targets');
    return balancer;
  },
};

const MAKES: readonly (readonly [string, Make])[] = [
  ...WAYS.map(({ title, make }) => [title, make] as const),
  ...Object.entries(WITH_ARCHIVE).map(([title, make]) => [`${title} and its archive`, make] as const),
];

function sourcesOf(make: Make): { readonly found: string[]; readonly of: number } {
  const stack = newStack();
  make(stack, 'It', () => segmentedVpc(stack, 'Network'));
  return hasty(Written.of(stack));
}

test.each(MAKES)('%s: what logs into a bucket of its stack waits for the policy of the bucket', (_, make) => {
  expect(sourcesOf(make).found).toEqual([]);
});

test('the networks and load balancers with an archive log somewhere', () => {
  const counts = Object.values(WITH_ARCHIVE).map((make) => sourcesOf(make).of);
  // An archive logs the accesses to its first two buckets to the third.
  expect(counts).toEqual([4, 5, 3]);
});
