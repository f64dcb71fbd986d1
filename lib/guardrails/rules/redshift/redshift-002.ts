import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isFalse, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';

/** Warehouses that are encrypted. */
export const REDSHIFT_002: ResourceRule = {
  id: 'REDSHIFT-002',
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
    if (!warehouse.isPersonal) return MET;
    return requireKey(model, warehouse, 'kms_key_id', 'AWS owns the key that encrypts the warehouse');
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_redshift_cluster: {
              sales: { count: 2, encrypted: true, kms_key_id: '${aws_kms_key.data.arn}' },
            },
            aws_redshiftserverless_namespace: { sales: { kms_key_id: '${aws_kms_key.data.arn}' } },
          },
        },
      },
      {
        title: 'the data is internal, and AWS owns the key; in lists',
        terraform: {
          resource: [
            {
              aws_redshift_cluster: [{ builds: [{ encrypted: 'true', tags: { 'tom:data-class': 'internal' } }] }],
              aws_redshiftserverless_namespace: [{ builds: [{ tags: { 'tom:data-class': 'internal' } }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'not encrypted, whatever the data',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_redshift_cluster: {
              builds: { encrypted: false, tags: { 'tom:data-class': 'internal' } },
              sales: { encrypted: 'false', kms_key_id: '${aws_kms_key.data.arn}' },
            },
          },
        },
        addresses: ['aws_redshift_cluster.builds', 'aws_redshift_cluster.sales'],
      },
      {
        title: 'AWS owns or manages the key of personal data',
        terraform: {
          resource: {
            aws_redshift_cluster: { sales: { kms_key_id: 'alias/aws/redshift' } },
            aws_redshiftserverless_namespace: { sales: { namespace_name: 'sales' } },
          },
        },
        addresses: ['aws_redshift_cluster.sales', 'aws_redshiftserverless_namespace.sales'],
      },
      {
        title: 'not encrypted within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_redshift_cluster.main',
                      mode: 'managed',
                      type: 'aws_redshift_cluster',
                      name: 'main',
                      values: { encrypted: 'false', kms_key_id: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_redshift_cluster.main'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide',
        terraform: {
          variable: { encrypted: {}, key: {} },
          resource: {
            aws_redshift_cluster: { sales: { encrypted: '${var.encrypted}', kms_key_id: 'alias/sales' } },
            aws_redshiftserverless_namespace: { sales: { kms_key_id: '${var.key}' } },
          },
        },
        addresses: ['aws_redshift_cluster.sales', 'aws_redshiftserverless_namespace.sales'],
      },
    ],
  },
};
