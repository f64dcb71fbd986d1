import { run } from '../../../lib/guardrails/engine';
import { RULES_BY_ID } from '../../../lib/guardrails/rules';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { resources } from '../../support/models';

/** What a rule says: the outcome and the message of each finding, or what is met. */
function verdictsOf(id: string, terraform: JsonObject): string[] {
  const report = run(resources(terraform), [RULES_BY_ID.get(id)!]);
  const found = report.findings.map(({ outcome, message }) => `${outcome}: ${message}`);
  return found.length > 0 ? found : report.outcomes.flatMap(({ met }) => met.map(() => 'met'));
}

describe('a distribution behind a web ACL', () => {
  const distribution = { site: { web_acl_id: '${aws_wafv2_web_acl.site.arn}' } };
  const acl = { site: { scope: 'CLOUDFRONT' } };
  const logs = (more: JsonObject): JsonObject => ({
    aws_cloudfront_distribution: distribution,
    aws_wafv2_web_acl: acl,
    aws_wafv2_web_acl_logging_configuration: {
      site: { resource_arn: '${aws_wafv2_web_acl.site.arn}', log_destination_configs: ['arn'], ...more },
    },
  });

  test('needs no log of its own where the web ACL logs every request', () => {
    expect(verdictsOf('CLOUDFRONT-002', logs({}))).toEqual(['met']);
  });

  test.each([
    ['leaves requests out of its log', logs({ logging_filter: { default_behavior: 'DROP' } })],
    ['has no log', { aws_cloudfront_distribution: distribution, aws_wafv2_web_acl: acl }],
    ['is one that the configuration does not show', { aws_cloudfront_distribution: { site: { web_acl_id: 'arn' } } }],
  ])('needs one where the web ACL %s', (_title, terraform) => {
    expect(verdictsOf('CLOUDFRONT-002', terraform)).toEqual([
      'violated: no aws_cloudwatch_log_delivery_source names it by resource_arn: no log says who asked for what',
    ]);
  });
});

describe('a way to log', () => {
  test('several ways: the message names each that the resource begins, and not those of other destinations', () => {
    expect(
      verdictsOf('FIREHOSE-002', {
        aws_kinesis_firehose_delivery_stream: {
          orders: { destination: 'extended_s3', extended_s3_configuration: { bucket_arn: 'arn' } },
        },
      })
    ).toEqual([
      'violated: extended_s3_configuration.cloudwatch_logging_options.enabled is not set, which means false: records that were lost leave no trace',
    ]);
  });

  test.each<[string, JsonObject, string[]]>([
    ['of RabbitMQ', { engine_type: 'RabbitMQ', logs: { general: true } }, ['met']],
    ['as text', { engine_type: 'ActiveMQ', logs: { general: 'true', audit: 'true' } }, ['met']],
    [
      'of ActiveMQ, without its audit log',
      { engine_type: 'ActiveMQ', logs: { general: true } },
      ['violated: logs.audit is not set, which means false, and engine_type is "ActiveMQ": no log says who connected'],
    ],
  ])('a switch: %s', (_title, body, verdicts) => {
    expect(verdictsOf('MQ-001', { aws_mq_broker: { orders: body } })).toEqual(verdicts);
  });

  test('a list with a part that only a plan can tell is open, one without is not', () => {
    const cluster = (types: Json): JsonObject => ({ aws_eks_cluster: { pods: { enabled_cluster_log_types: types } } });
    expect(verdictsOf('EKS-002', cluster(['api', '${var.other}']))[0]).toMatch(
      /^undetermined: enabled_cluster_log_types/
    );
    expect(verdictsOf('EKS-002', cluster(['api']))).toEqual([
      'violated: enabled_cluster_log_types lacks audit, authenticator, controllerManager, scheduler: what they would say of the cluster is lost',
    ]);
  });

  test('what a reference to something else names is set, and what a variable holds may not be', () => {
    const fleet = (arn: string): JsonObject => ({ aws_worklink_fleet: { people: { audit_stream_arn: arn } } });
    expect(verdictsOf('WORKLINK-001', fleet('${aws_kinesis_stream.log.arn}'))).toEqual(['met']);
    expect(verdictsOf('WORKLINK-001', fleet('arn:aws:kinesis:${var.region}:111122223333:stream/log'))).toEqual(['met']);
    expect(verdictsOf('WORKLINK-001', fleet('${var.stream}'))[0]).toMatch(/^undetermined: audit_stream_arn/);
    expect(verdictsOf('WORKLINK-001', fleet(''))).toEqual([
      'violated: audit_stream_arn is not set: no log says who opened what',
    ]);
  });
});
