import { MET, ResourceRule } from '../../rule';
import { requireTrue } from '../checks';
import { requireKey } from '../encryption-key';
import { DOMAINS } from './domains';

const ENABLED = 'encrypt_at_rest.enabled';

/** Search domains whose indices are encrypted. */
export const OPENSEARCH_002: ResourceRule = {
  id: 'OPENSEARCH-002',
  title: 'A search domain is encrypted at rest, for personal data with a customer managed KMS key',
  severity: 'high',
  measures: ['1.2.1'],
  rationale:
    'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es, whose policy nobody can change. A domain whose class nobody declares counts as personal.',
  fix: 'Set `encrypt_at_rest.enabled` to true and `encrypt_at_rest.kms_key_id` to a customer managed key, such as that of a `RotatedKey`. Another key makes the domain anew. Where the data is not personal, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
    'AWS Security Hub Opensearch.1, ES.1',
  ],
  types: DOMAINS,
  check: (domain, model) => {
    const enabled = requireTrue(domain, ENABLED, 'indices and snapshots lie unencrypted');
    if (enabled.outcome !== 'met') return enabled;
    if (!domain.isPersonal) return MET;
    return requireKey(model, domain, 'encrypt_at_rest.kms_key_id', 'the AWS managed key encrypts personal data');
  },
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { data: {} },
            aws_opensearch_domain: {
              products: { count: 2, encrypt_at_rest: { enabled: true, kms_key_id: '${aws_kms_key.data.arn}' } },
            },
          },
        },
      },
      {
        title: 'the data is internal, and the block a list',
        terraform: {
          resource: [
            {
              aws_elasticsearch_domain: [
                { builds: [{ encrypt_at_rest: [{ enabled: 'true' }], tags: { 'tom:data-class': 'internal' } }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no encryption, and no key',
        terraform: {
          resource: {
            aws_elasticsearch_domain: { builds: { tags: { 'tom:data-class': 'internal' } } },
            aws_opensearch_domain: {
              orders: { encrypt_at_rest: { enabled: true } },
              products: { domain_name: 'products' },
            },
          },
        },
        addresses: [
          'aws_elasticsearch_domain.builds',
          'aws_opensearch_domain.orders',
          'aws_opensearch_domain.products',
        ],
      },
      {
        title: 'AWS manages the key of personal data, within a module of a plan',
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
                      values: {
                        encrypt_at_rest: [
                          { enabled: true, kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/es' },
                        ],
                      },
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
        title: 'variables decide',
        terraform: {
          variable: { encrypt: {}, key: {} },
          resource: {
            aws_opensearch_domain: {
              orders: { encrypt_at_rest: { enabled: '${var.encrypt}', kms_key_id: 'alias/orders' } },
              products: { encrypt_at_rest: { enabled: true, kms_key_id: '${var.key}' } },
            },
          },
        },
        addresses: ['aws_opensearch_domain.orders', 'aws_opensearch_domain.products'],
      },
    ],
  },
};
