import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { describe, isFalse, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { requireKey } from '../../verdicts/encryption-key';

/** Warehouses that are encrypted. */
export const RULE: ResourceRule = {
  id: 'REDSHIFT-002',
  name: 'warehouse-encrypted-with-own-key',
  title: 'A Redshift warehouse is encrypted at rest, for personal data with a customer managed key',
  severity: 'high',
  measures: ['1.2.1', '1.2.3'],
  rationale:
    'Tables, backups and snapshots of an encrypted warehouse are encrypted under its key. AWS encrypts every cluster made since January 2025 and every namespace of Redshift Serverless, by default with a key that it owns: nobody can say who may use that, nor take it away. The provider takes encrypted for true from version 6 on, and encrypts an older cluster that does not say otherwise. A warehouse whose class nobody declares counts as personal.',
  fix: 'Leave `encrypted` true, and set `kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-workgroups-and-namespaces-rotate-kms-key.html',
    'AWS Security Hub Redshift.10',
  ],
  types: ['aws_redshift_cluster', 'aws_redshiftserverless_namespace'],
  check: (warehouse, model) => {
    if (warehouse.type === 'aws_redshift_cluster') {
      const encrypted = configured(warehouse, 'encrypted');
      if (isUnknown(encrypted)) return unknownAttribute('encrypted', encrypted);
      if (isFalse(encrypted)) return violated(`encrypted is ${describe(encrypted)}`);
    }
    if (!holdsPersonalData(warehouse)) return MET;
    return requireKey(model, warehouse, 'kms_key_id', 'AWS owns the key that encrypts the warehouse');
  },
};
