import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isFalse, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ENFORCED = 'configuration.enforce_workgroup_configuration';
const OPTION = 'configuration.result_configuration.encryption_configuration.encryption_option';
const MANAGED = 'configuration.managed_query_results_configuration.enabled';

/** Results of queries that are encrypted as the data is. */
export const RULE: ResourceRule = {
  id: 'ATHENA-001',
  name: 'query-results-encrypted',
  title: 'A workgroup that queries personal data encrypts its results with KMS, and clients cannot switch that off',
  severity: 'medium',
  claims: ['1.2.1.e'],
  rationale:
    'Results of queries are a copy of the data, in whichever bucket they go to. Where the workgroup does not say how they are encrypted, that bucket decides, and where the workgroup is not enforced, each client does. Results that Athena keeps itself (managed query results) are always encrypted.',
  fix: 'Set `configuration.result_configuration.encryption_configuration.encryption_option` to SSE_KMS with `kms_key_arn`, and leave `enforce_workgroup_configuration` true; or use managed query results.',
  sources: [
    'https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html',
    'https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html',
    'https://docs.aws.amazon.com/athena/latest/ug/managed-results.html',
  ],
  types: ['aws_athena_workgroup'],
  check: (workgroup) => (holdsPersonalData(workgroup) ? verdictOn(workgroup) : undefined),
};

function verdictOn(workgroup: Resource): Verdict {
  const managed = configured(workgroup, MANAGED);
  if (isTrue(managed)) return MET;
  const enforced = configured(workgroup, ENFORCED);
  if (isFalse(enforced)) {
    return violated(`${ENFORCED} is ${describe(enforced)}: each client says how its results are encrypted`);
  }
  const option = configured(workgroup, OPTION);
  if (!isUnknown(option) && option !== 'SSE_KMS' && option !== 'CSE_KMS') {
    if (isUnknown(managed)) return unknownAttribute(MANAGED, managed);
    return violated(`${OPTION} is ${describe(option)}: results are not encrypted with a key of yours`);
  }
  if (isUnknown(enforced)) return unknownAttribute(ENFORCED, enforced);
  return isUnknown(option) ? unknownAttribute(OPTION, option) : MET;
}
