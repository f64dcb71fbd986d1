import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asNumber, isUnknown } from '../../value';
import { declaredRetention } from '../declared-retention';
import { LifecycleRule, lifecycleOf } from '../s3/lifecycle';
import { logUse } from '../s3/log-bucket';

/** Buckets whose objects end. */
export const AWS_010: ResourceRule = {
  id: 'AWS-010',
  title: 'Personal data in a bucket is deleted by itself, within the declared retention',
  severity: 'high',
  measures: ['2.2'],
  rationale:
    'A bucket keeps every object until somebody deletes it. A retention that only stands in a document is kept by nobody: a lifecycle rule for the whole bucket does it every day. Where the posture or the tag tom:retention-days declares how long personal data is kept, objects expire no later. Not judged are buckets of logs, which have duties of their own (S3-010); those whose rules only expire noncurrent versions, which is how a bucket is set up whose objects are overwritten rather than added to, such as a Terraform state; and other stores: tables, log groups and streams have rules of their own, and databases and file systems have nothing that deletes by age.',
  fix: 'Use `EncryptedBucket` with `retentionDays`, or an `aws_s3_bucket_lifecycle_configuration` with a rule that is Enabled, covers the whole bucket, and has `expiration.days` within the declared retention.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(1)(e))',
    'AWS Security Hub S3.13',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => (bucket.isPersonal && !logUse(model, bucket) ? verdictOn(model, bucket) : undefined),
  examples: {
    pass: [
      {
        title: 'objects expire within the retention of the posture, or of the tag',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 365 } },
          },
          resource: {
            aws_s3_bucket: {
              invoices: { count: 2, tags: { 'tom:retention-days': '3650' } },
              letters: { bucket: 'letters' },
            },
            aws_s3_bucket_lifecycle_configuration: {
              invoices: {
                count: 2,
                bucket: '${aws_s3_bucket.invoices[count.index].id}',
                rule: { status: 'Enabled', filter: {}, expiration: { days: 3650 } },
              },
              letters: { bucket: 'letters', rule: [{ status: 'Enabled', filter: [{}], expiration: [{ days: 365 }] }] },
            },
          },
        },
      },
      {
        title: 'in the old style, with nothing declared, blocks as lists',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [{ letters: [{ lifecycle_rule: [{ enabled: true, expiration: [{ days: 400 }] }] }] }],
            },
          ],
        },
      },
      {
        title: 'not personal, logs, and objects that are overwritten',
        terraform: {
          resource: {
            aws_s3_bucket: {
              builds: { tags: { 'tom:data-class': 'internal' } },
              logs: { tags: { 'tom:log-kind': 'security' } },
              state: { bucket: 'state' },
            },
            aws_s3_bucket_lifecycle_configuration: {
              state: {
                bucket: 'state',
                rule: { status: 'Enabled', filter: {}, noncurrent_version_expiration: { noncurrent_days: 90 } },
              },
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'nothing expires, or a part alone, or not yet',
        terraform: {
          resource: {
            aws_s3_bucket: { invoices: { bucket: 'invoices' }, letters: {}, photos: { bucket: 'photos' } },
            aws_s3_bucket_lifecycle_configuration: {
              invoices: {
                bucket: 'invoices',
                rule: { status: 'Enabled', filter: { prefix: 'tmp/' }, expiration: { days: 7 } },
              },
              photos: { bucket: 'photos', rule: { status: 'Disabled', filter: {}, expiration: { days: 7 } } },
            },
          },
        },
        addresses: ['aws_s3_bucket.invoices', 'aws_s3_bucket.letters', 'aws_s3_bucket.photos'],
      },
      {
        title: 'later than declared, blocks as lists',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: [
            { aws_s3_bucket: [{ letters: [{ lifecycle_rule: [{ enabled: true, expiration: [{ days: 400 }] }] }] }] },
          ],
        },
        addresses: ['aws_s3_bucket.letters'],
      },
      {
        title: 'nothing expires within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_s3_bucket.letters',
                      mode: 'managed',
                      type: 'aws_s3_bucket',
                      name: 'letters',
                      values: { bucket: 'letters' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_s3_bucket.letters'],
      },
    ],
    undetermined: [
      {
        title: 'variables hold the bucket of the rules, the days, and the retention',
        terraform: {
          variable: { bucket: {}, days: {}, retention: {} },
          resource: {
            aws_s3_bucket: {
              any: {},
              invoices: {
                tags: { 'tom:retention-days': '${var.retention}' },
                lifecycle_rule: { enabled: true, expiration: { days: 30 } },
              },
              letters: {
                tags: { 'tom:retention-days': '90' },
                lifecycle_rule: { enabled: true, expiration: { days: '${var.days}' } },
              },
            },
            aws_s3_bucket_lifecycle_configuration: { any: { bucket: '${var.bucket}', rule: [] } },
          },
        },
        addresses: ['aws_s3_bucket.any', 'aws_s3_bucket.invoices', 'aws_s3_bucket.letters'],
      },
    ],
  },
};

function verdictOn(model: Model, bucket: Resource): Verdict | undefined {
  const { rules, open } = lifecycleOf(model, bucket);
  const declared = declaredRetention(bucket);
  const ending = rules.filter((rule) => isInForce(rule) === true && isSet(expiryOf(rule)));
  const days = ending.map(({ currentDays }) => asNumber(currentDays)).filter((number) => number !== undefined);
  const first = days.length > 0 ? Math.min(...days) : undefined;

  if (ending.length > 0 && declared === undefined) return MET;
  if (first !== undefined && typeof declared?.days === 'number' && first <= declared.days) return MET;

  if (open !== undefined) return undetermined(open);
  const unsettled = rules.find(
    (rule) => isSet(expiryOf(rule)) && (isInForce(rule) === 'open' || isUnknown(expiryOf(rule)))
  );
  if (unsettled)
    return undetermined(`only a plan can tell when a lifecycle rule of ${unsettled.of.address} deletes objects`);
  if (ending.length === 0) {
    if (rules.some((rule) => isInForce(rule) === true && isSet(rule.noncurrentDays))) return undefined;
    return violated(
      'no lifecycle rule that is on and covers all of the bucket deletes objects: they are kept for ever'
    );
  }
  if (first === undefined) return MET;
  if (isUnknown(declared?.days)) return undetermined(`only a plan can tell ${declared.text}`);
  return violated(`objects expire after ${first} days, later than ${declared?.text}`);
}

function expiryOf({ currentDays, currentDate }: LifecycleRule): Value {
  return isSet(currentDays) ? currentDays : currentDate;
}

/** The provider writes 0 and "" for nothing. */
function isSet(value: Value): boolean {
  return value !== undefined && value !== 0 && value !== '';
}

function isInForce({ isEnabled, isWhole }: LifecycleRule): boolean | 'open' {
  if (isEnabled === false || isWhole === false) return false;
  return isUnknown(isEnabled) || isUnknown(isWhole) ? 'open' : true;
}
