import { ResourceRule } from '../../rule';
import { requireKey } from '../encryption-key';

/** Trails under a key of one's own. */
export const CLOUDTRAIL_001: ResourceRule = {
  id: 'CLOUDTRAIL-001',
  title: 'A trail encrypts its log files with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    "Without a key of its own a trail leaves its files to S3's default encryption: whoever may read the bucket reads who did what. With one, a reader also needs the key, and its policy decides who that is.",
  fix: 'Set `kms_key_id` to the ARN of a customer managed key, such as that of a `RotatedKey`, whose policy lets cloudtrail.amazonaws.com use it for this trail.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.5',
    'AWS Security Hub CloudTrail.2',
  ],
  types: ['aws_cloudtrail'],
  check: (trail, model) =>
    requireKey(model, trail, 'kms_key_id', 'whoever may read the bucket may read the log files of the trail'),
  examples: {
    pass: [
      {
        title: 'a key of the same stack',
        terraform: {
          resource: {
            aws_kms_key: { trail: {} },
            aws_cloudtrail: { main: { name: 'main', kms_key_id: '${aws_kms_key.trail.arn}' } },
          },
        },
      },
      {
        title: 'a key by its ARN, region and account filled in',
        terraform: {
          resource: [
            {
              aws_cloudtrail: [
                {
                  main: [
                    {
                      name: 'main',
                      kms_key_id: 'arn:aws:kms:${var.region}:${data.aws_caller_identity.me.account_id}:key/1234abcd',
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
        title: 'no key',
        terraform: { resource: { aws_cloudtrail: { main: { count: 1, name: 'main' } } } },
        addresses: ['aws_cloudtrail.main'],
      },
      {
        title: 'no key within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.audit',
                  resources: [
                    {
                      address: 'module.audit.aws_cloudtrail.main',
                      mode: 'managed',
                      type: 'aws_cloudtrail',
                      name: 'main',
                      values: { name: 'main', kms_key_id: '' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.audit.aws_cloudtrail.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_cloudtrail: { main: { name: 'main', kms_key_id: '${var.key}' } } },
        },
        addresses: ['aws_cloudtrail.main'],
      },
    ],
  },
};
