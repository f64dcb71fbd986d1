import { DOMAINS } from '../../../aws/opensearch/domains';
import { Block } from '../../../terraform/block';
import { Resource } from '../../../terraform/stack';
import { Value, isFalse, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const LOGS = 'log_publishing_options';

/** Search domains that say who read what. */
export const RULE: ResourceRule = {
  id: 'OPENSEARCH-003',
  name: 'domain-audit-logs',
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
