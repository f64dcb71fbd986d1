import { dataClassOf } from '../../../aws/declared';
import { encryptedBy } from '../../../aws/kms/holders';
import { TAG } from '../../../toms/tags';
import { DataClass, isBelow } from '../../../toms/data-class';
import { MET, ResourceRule, violated } from '../../rule';

const CLASSES: readonly string[] = Object.values(DataClass);

/** Keys that are of the class of what they encrypt. */
export const RULE: ResourceRule = {
  id: 'AWS-026',
  name: 'key-of-class-of-data',
  title: 'A KMS key is of no lower class than the data that it encrypts',
  severity: 'medium',
  claims: ['3.1.2.b'],
  rationale:
    'The class of a key decides what is asked of it: a key of public data may be destroyed with the stack, and one of personal data may not. A key loses what it encrypts when it goes, so it has the class of the most sensitive of its stores. Looked at are the stores and volumes that name the key; what no class is declared for has the class of its posture.',
  fix: 'Set the tag tom:data-class of the key to the highest class of what it encrypts, or encrypt that with a key of its own.',
  sources: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
    'https://docs.aws.amazon.com/whitepapers/latest/data-classification/data-classification-overview.html',
  ],
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  check: (key, model) => {
    const own = key.tag(TAG.dataClass);
    if (typeof own !== 'string' || !CLASSES.includes(own)) return undefined;
    const holders = encryptedBy(model, key);
    if (holders.length === 0) return undefined;
    for (const holder of holders) {
      const dataClass = dataClassOf(holder);
      if (dataClass === undefined || !CLASSES.includes(dataClass)) continue;
      if (isBelow(own as DataClass, dataClass as DataClass)) {
        return violated(
          `the tag ${TAG.dataClass} is "${own}", and the key encrypts ${holder.address}, which is ${dataClass}`
        );
      }
    }
    return MET;
  },
};
