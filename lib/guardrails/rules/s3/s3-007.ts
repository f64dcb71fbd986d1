import { Block, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asStrings, hasUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';
import { encryptionIn } from './encryption';

const CONFIGURATION = 'aws_s3_bucket_server_side_encryption_configuration';

/** Buckets that take no keys from callers. */
export const S3_007: ResourceRule = {
  id: 'S3-007',
  title: 'A bucket refuses objects under keys that their writers bring (SSE-C)',
  severity: 'medium',
  measures: ['1.2.1', '1.3.1'],
  rationale:
    'An object written with SSE-C is encrypted under a key that AWS does not keep: no key policy, rotation or log covers it, and ransomware uses it to lock a bucket against its owner. S3 blocks SSE-C by default in buckets made since April 2026, not in all that are older, and anybody who may write the encryption of the bucket can turn that back: the configuration has to say it.',
  fix: 'Use `EncryptedBucket`, or set `blocked_encryption_types = ["SSE-C"]` in the rule of an `aws_s3_bucket_server_side_encryption_configuration`. The old style within `aws_s3_bucket` cannot say it.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/API/API_BlockedEncryptionTypes.html',
  ],
  types: [CONFIGURATION, 'aws_s3_bucket'],
  check: (resource, model) => {
    if (resource.type === CONFIGURATION) {
      const found = encryptionIn(resource);
      if (!found) return violated('the configuration has no rule, so it does not block SSE-C');
      if (found.open !== undefined) return undetermined(`rule is ${found.open}, which only a plan can tell`);
      return worst(found.rules.map(ruleVerdict));
    }
    // A configuration of its own is judged there, where it is mended.
    if (model.companions(resource, CONFIGURATION, 'bucket').length > 0) return undefined;
    if (model.hasUndeterminedCompanion(CONFIGURATION, 'bucket')) {
      return undetermined(`an ${CONFIGURATION} names its bucket by a value that only a plan can tell`);
    }
    return violated(`the bucket has no ${CONFIGURATION}, so nothing says that it blocks SSE-C`);
  },
  examples: {
    pass: [
      {
        title: 'SSE-C is blocked',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_server_side_encryption_configuration: {
              invoices: {
                bucket: '${aws_s3_bucket.invoices.id}',
                rule: [
                  {
                    apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' },
                    blocked_encryption_types: ['SSE-C'],
                  },
                ],
              },
            },
          },
        },
      },
      {
        title: 'several buckets, blocks as lists',
        terraform: {
          resource: [
            { aws_s3_bucket: [{ logs: [{ count: 2 }] }] },
            {
              aws_s3_bucket_server_side_encryption_configuration: [
                {
                  logs: [
                    {
                      count: 2,
                      bucket: '${aws_s3_bucket.logs[count.index].bucket}',
                      rule: [
                        {
                          apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }],
                          blocked_encryption_types: '${tolist(["SSE-C"])}',
                        },
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
        title: 'nothing is configured, or in the old style only',
        terraform: {
          resource: {
            aws_s3_bucket: {
              letters: {},
              invoices: {
                server_side_encryption_configuration: {
                  rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
      },
      {
        title: 'blocked types left out, and allowed expressly',
        terraform: {
          resource: {
            aws_s3_bucket_server_side_encryption_configuration: {
              invoices: {
                bucket: 'invoices',
                rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } },
              },
              letters: { bucket: 'letters', rule: [{ blocked_encryption_types: ['NONE'] }] },
            },
          },
        },
        addresses: [
          'aws_s3_bucket_server_side_encryption_configuration.invoices',
          'aws_s3_bucket_server_side_encryption_configuration.letters',
        ],
      },
      {
        title: 'left to the provider, in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_s3_bucket_server_side_encryption_configuration.invoices',
                      mode: 'managed',
                      type: 'aws_s3_bucket_server_side_encryption_configuration',
                      name: 'invoices',
                      values: {
                        bucket: 'invoices',
                        rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: 'AES256' }] }],
                      },
                    },
                  ],
                },
              ],
            },
          },
          resource_changes: [
            {
              address: 'module.data.aws_s3_bucket_server_side_encryption_configuration.invoices',
              change: { after_unknown: { id: true, rule: [{ blocked_encryption_types: true }] } },
            },
          ],
        },
        addresses: ['module.data.aws_s3_bucket_server_side_encryption_configuration.invoices'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the bucket',
        terraform: {
          variable: { bucket: {} },
          resource: {
            aws_s3_bucket: { invoices: {} },
            aws_s3_bucket_server_side_encryption_configuration: {
              invoices: { bucket: '${var.bucket}', rule: { blocked_encryption_types: ['SSE-C'] } },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices'],
      },
      {
        title: 'a variable decides',
        terraform: {
          variable: { blocked: {} },
          resource: {
            aws_s3_bucket_server_side_encryption_configuration: {
              invoices: { bucket: 'invoices', rule: { blocked_encryption_types: '${var.blocked}' } },
            },
          },
        },
        addresses: ['aws_s3_bucket_server_side_encryption_configuration.invoices'],
      },
    ],
  },
};

function ruleVerdict(rule: Block): Verdict {
  const blocked = configured(rule, 'blocked_encryption_types');
  const types = asStrings(blocked);
  if (types.includes('SSE-C') && !types.includes('NONE')) return MET;
  if (hasUnknown(blocked)) return unknownAttribute('blocked_encryption_types', blocked);
  return violated(`blocked_encryption_types is ${describe(blocked)}, which does not block SSE-C`);
}
