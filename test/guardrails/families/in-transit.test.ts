import { run } from '../../../lib/guardrails/engine';
import { RULES_BY_ID } from '../../../lib/guardrails/rules';
import { Json, JsonObject } from '../../../lib/terraform/value';
import { resources } from '../../support/models';

/** What a rule says of one resource: the outcome, and the message where there is one. */
function verdictOn(id: string, type: string, body: JsonObject): string {
  const report = run(resources({ [type]: { it: body } } satisfies Json), [RULES_BY_ID.get(id)!]);
  const [finding] = report.findings;
  return finding
    ? `${finding.outcome}: ${finding.message}`
    : report.outcomes.map(({ met }) => (met.length > 0 ? 'met' : '')).join();
}

describe('a DMS endpoint', () => {
  test.each<[JsonObject, string]>([
    [{ engine_name: 's3' }, ''],
    [{ engine_name: 'kafka', ssl_mode: 'verify-full' }, 'violated: kafka_settings.security_protocol is not set'],
    [{ engine_name: 'kafka', kafka_settings: { security_protocol: 'sasl-ssl' } }, 'met'],
    [{ engine_name: 'redis' }, 'met'],
    [{ engine_name: 'redis', redis_settings: { ssl_security_protocol: 'plaintext' } }, 'violated: redis_settings'],
    [{ engine_name: '${var.engine}' }, 'undetermined: engine_name is ${var.engine}'],
    [{ engine_name: '${var.engine}', ssl_mode: 'verify-ca' }, 'met'],
  ])('%j is %s', (body, verdict) => {
    expect(verdictOn('DMS-001', 'aws_dms_endpoint', body)).toMatch(verdict === '' ? /^$/ : startsWith(verdict));
  });
});

describe('a cache', () => {
  test.each<[string, JsonObject, string]>([
    ['aws_elasticache_cluster', { replication_group_id: 'sessions' }, ''],
    ['aws_elasticache_replication_group', { global_replication_group_id: 'all' }, ''],
    [
      'aws_elasticache_replication_group',
      { global_replication_group_id: 'all', transit_encryption_enabled: false },
      'violated: transit_encryption_enabled is false',
    ],
  ])('%s %j is %s', (type, body, verdict) => {
    expect(verdictOn('ELASTICACHE-001', type, body)).toMatch(verdict === '' ? /^$/ : startsWith(verdict));
  });
});

describe('a search domain', () => {
  const strong = { tls_security_policy: 'Policy-Min-TLS-1-2-PFS-2023-10' };
  test.each<[JsonObject, string]>([
    [{ domain_endpoint_options: strong }, 'met'],
    [
      { domain_endpoint_options: { ...strong, enforce_https: false } },
      'violated: domain_endpoint_options.enforce_https',
    ],
    [{}, 'violated: domain_endpoint_options.tls_security_policy is not set'],
  ])('%j is %s', (body, verdict) => {
    expect(verdictOn('OPENSEARCH-001', 'aws_opensearch_domain', body)).toMatch(startsWith(verdict));
  });

  test('takes plain HTTP where it has no options', () => {
    expect(verdictOn('OPENSEARCH-001', 'aws_opensearch_domain', {})).toContain(
      'domain_endpoint_options.enforce_https is not set, which means false: the domain takes plain HTTP'
    );
  });
});

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.${}]/g, '\\$&')}`);
}
