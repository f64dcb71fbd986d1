import { holdsPersonalData } from '../../../aws/declared';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';
import { keyVerdict, requireKey } from '../../verdicts/encryption-key';

const AWS_KEY = 'a key that AWS manages encrypts personal data';

/** Tables under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'DYNAMODB-001',
  name: 'table-encrypted-with-own-key',
  title: 'A table of personal data, and every replica of it, is encrypted with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'DynamoDB and Keyspaces always encrypt, but by default with a key that the service owns: nobody sees its use, limits it or takes it away, and whoever may read the table reads the data. A replica in another region needs a key of that region. A table whose class nobody declares counts as personal.',
  fix: 'Set `server_side_encryption` with `enabled` = true and `kms_key_arn` to a customer managed key, such as that of a `RotatedKey`, and `kms_key_arn` of each `replica` to one of its region. For Keyspaces set `encryption_specification` with `type` = CUSTOMER_MANAGED_KMS_KEY and `kms_key_identifier`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/encryption.howitworks.html',
  ],
  types: ['aws_dynamodb_table', 'aws_dynamodb_table_replica', 'aws_keyspaces_table'],
  check: (table, model) => {
    if (!holdsPersonalData(table)) return undefined;
    if (table.type === 'aws_keyspaces_table') return keyspacesVerdict(model, table);
    if (table.type === 'aws_dynamodb_table_replica') return requireKey(model, table, 'kms_key_arn', AWS_KEY);
    return allOf([tableVerdict(model, table), ...replicaVerdicts(model, table)]);
  },
};

function tableVerdict(model: Model, table: Resource): Verdict {
  const attribute = 'server_side_encryption.enabled';
  const enabled = table.get(attribute);
  if (isUnknown(enabled)) return unknownAttribute(attribute, enabled);
  if (isTrue(enabled)) return requireKey(model, table, 'server_side_encryption.kms_key_arn', AWS_KEY);
  return violated(`${attribute} is ${describe(enabled)}: a key that DynamoDB owns encrypts personal data`);
}

function replicaVerdicts(model: Model, table: Resource): Verdict[] {
  const replicas = table.get('replica');
  if (isUnknown(replicas)) return [unknownAttribute('replica', replicas)];
  return table
    .blocks('replica')
    .map((replica) => keyVerdict(model, table, 'replica.kms_key_arn', replica.get('kms_key_arn'), AWS_KEY));
}

function keyspacesVerdict(model: Model, table: Resource): Verdict {
  const attribute = 'encryption_specification.type';
  const type = table.get(attribute);
  if (isUnknown(type)) return unknownAttribute(attribute, type);
  const owned = 'a key that Keyspaces owns encrypts personal data';
  if (type !== 'CUSTOMER_MANAGED_KMS_KEY') return violated(`${attribute} is ${describe(type)}: ${owned}`);
  return requireKey(model, table, 'encryption_specification.kms_key_identifier', owned);
}
