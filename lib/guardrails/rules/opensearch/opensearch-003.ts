import { Block, Resource } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { Value, isFalse, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { DOMAINS } from './domains';

const LOGS = 'log_publishing_options';

/** Search domains that say who read what. */
export const OPENSEARCH_003: ResourceRule = {
  id: 'OPENSEARCH-003',
  title: 'A search domain publishes its audit logs',
  severity: 'medium',
  measures: ['8.1'],
  rationale:
    'CloudTrail shows who changed a domain, and nothing of who searched it. Audit logs do: sign-ins, failed ones too, and requests to indices. They need fine-grained access control, and beside the publishing that this rule asks for, somebody has to switch them on within the domain.',
  fix: `Add a \`${LOGS}\` block with \`log_type\` = "AUDIT_LOGS" and the ARN of a log group, such as that of a \`RetainedLogGroup\`, and set \`advanced_security_options.enabled\` to true.`,
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html',
    'AWS Security Hub Opensearch.5, ES.5',
  ],
  types: DOMAINS,
  check: (domain) => auditVerdict(domain),
  examples: {
    pass: [
      {
        title: 'audit logs, for each of several domains',
        terraform: {
          resource: {
            aws_cloudwatch_log_group: { audit: {} },
            aws_opensearch_domain: {
              products: {
                count: 2,
                log_publishing_options: {
                  log_type: 'AUDIT_LOGS',
                  cloudwatch_log_group_arn: '${aws_cloudwatch_log_group.audit.arn}',
                },
              },
            },
          },
        },
      },
      {
        title: 'audit logs beside others, the blocks as a list',
        terraform: {
          resource: [
            {
              aws_elasticsearch_domain: [
                {
                  products: [
                    {
                      log_publishing_options: [
                        { log_type: 'INDEX_SLOW_LOGS', enabled: false },
                        { log_type: 'AUDIT_LOGS', enabled: 'true' },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no logs, others, and audit logs that are off',
        terraform: {
          resource: {
            aws_elasticsearch_domain: { orders: { domain_name: 'orders' } },
            aws_opensearch_domain: {
              off: { log_publishing_options: { log_type: 'AUDIT_LOGS', enabled: false } },
              slow: { log_publishing_options: [{ log_type: 'SEARCH_SLOW_LOGS' }] },
            },
          },
        },
        addresses: ['aws_elasticsearch_domain.orders', 'aws_opensearch_domain.off', 'aws_opensearch_domain.slow'],
      },
      {
        title: 'none within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_opensearch_domain.products',
                      mode: 'managed',
                      type: 'aws_opensearch_domain',
                      name: 'products',
                      values: { domain_name: 'products', log_publishing_options: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_opensearch_domain.products'],
      },
    ],
    undetermined: [
      {
        title: 'variables name the logs, in a dynamic block too, and switch them',
        terraform: {
          variable: { audit: {}, logs: {} },
          resource: {
            aws_opensearch_domain: {
              all: { log_publishing_options: '${var.logs}' },
              dynamic: {
                dynamic: {
                  log_publishing_options: {
                    for_each: '${var.logs}',
                    content: { log_type: '${log_publishing_options.key}' },
                  },
                },
              },
              switch: { log_publishing_options: { log_type: 'AUDIT_LOGS', enabled: '${var.audit}' } },
            },
          },
        },
        addresses: ['aws_opensearch_domain.all', 'aws_opensearch_domain.dynamic', 'aws_opensearch_domain.switch'],
      },
    ],
  },
};

function auditVerdict(domain: Resource): Verdict {
  const logs = domain.get(LOGS);
  if (isUnknown(logs)) return unknownAttribute(LOGS, logs);
  let open: [attribute: string, value: Value] | undefined;
  for (const log of domain.blocks(LOGS)) {
    const unsettled = unsettledPart(log);
    if (unsettled) open ??= unsettled;
    else if (log.get('log_type') === 'AUDIT_LOGS' && !isFalse(log.get('enabled'))) return MET;
  }
  if (open) return unknownAttribute(...open);
  return violated(`no ${LOGS} publishes AUDIT_LOGS: nothing shows who searched the domain`);
}

/** What a block leaves to the plan, where it may be what publishes the audit logs. */
function unsettledPart(log: Block): [attribute: string, value: Value] | undefined {
  const type = log.get('log_type');
  if (isUnknown(type)) return [`${LOGS}.log_type`, type];
  const enabled = log.get('enabled');
  return type === 'AUDIT_LOGS' && isUnknown(enabled) ? [`${LOGS}.enabled`, enabled] : undefined;
}
