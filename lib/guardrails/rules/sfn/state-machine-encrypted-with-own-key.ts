import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

const TYPE = 'encryption_configuration.type';
const KEY = 'encryption_configuration.kms_key_id';

/** Executions under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'SFN-001',
  name: 'state-machine-encrypted-with-own-key',
  title: 'A state machine that handles personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Step Functions keeps the input and output of every state of a standard execution, for up to 90 days. Without a key of yours it encrypts them with one that AWS owns: whoever may read the history may read the data, and there is no key policy that says otherwise.',
  fix: 'Set `encryption_configuration.type` to CUSTOMER_MANAGED_KMS_KEY and `encryption_configuration.kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
  types: ['aws_sfn_state_machine'],
  check: (machine, model) => (holdsPersonalData(machine) ? verdictOn(model, machine) : undefined),
};

function verdictOn(model: Model, machine: Resource): Verdict {
  const type = configured(machine, TYPE);
  if (isUnknown(type)) return unknownAttribute(TYPE, type);
  if (type !== 'CUSTOMER_MANAGED_KMS_KEY') {
    return violated(`${TYPE} is ${describe(type)}: executions are encrypted with a key that AWS owns`);
  }
  return requireKey(model, machine, KEY, 'there is no key to encrypt with');
}
