import { Model, Resource } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { worst } from '../checks';
import { configured } from '../configured';
import { DeclaredRetention, declaredRetention } from '../declared-retention';
import { logUse } from './log-bucket';
import { lockedDays } from './object-lock';

const LOCK = 'aws_s3_bucket_object_lock_configuration';
const RETENTION = 'rule.default_retention';

/** Locks that let go in time. */
export const S3_013: ResourceRule = {
  id: 'S3-013',
  title: 'Object Lock holds personal data no longer than the declared retention',
  severity: 'high',
  measures: ['2.3'],
  rationale:
    'No lifecycle rule deletes a version that Object Lock retains, and in mode COMPLIANCE nobody does, the root user included, nor can the period be shortened. A lock that outlasts the retention makes erasure a promise that cannot be kept. Buckets of logs are locked for a purpose of their own, and are not judged. Nor is a bucket for which nobody declares a retention.',
  fix: 'Shorten the default retention to what the posture or the tag tom:retention-days declares, or declare the longer retention if there is a duty to keep the data. Where a lock only guards against mistakes, prefer versions with `noncurrent_version_expiration`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 17)',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!bucket.isPersonal) return undefined;
    const declared = declaredRetention(bucket);
    if (declared === undefined) return undefined;
    const inline = lockVerdict(bucket, `object_lock_configuration.${RETENTION}`, declared);
    const split = model.companions(bucket, LOCK, 'bucket').map((of) => lockVerdict(of, RETENTION, declared));
    const verdict = worst([inline, ...split]) ?? unseenLock(model, bucket);
    return verdict && logUse(model, bucket) ? undefined : verdict;
  },
  examples: {
    pass: [
      {
        title: 'within the retention of the tag, for each of several buckets',
        terraform: {
          resource: {
            aws_s3_bucket: { contracts: { count: 2, tags: { 'tom:retention-days': '3650' } } },
            [LOCK]: {
              contracts: {
                count: 2,
                bucket: '${aws_s3_bucket.contracts[count.index].id}',
                rule: { default_retention: { mode: 'COMPLIANCE', years: 10 } },
              },
            },
          },
        },
      },
      {
        title: 'logs, data that is not personal, and nothing declared, blocks as lists',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  logs: [
                    {
                      tags: { 'tom:log-kind': 'security', 'tom:retention-days': '30' },
                      object_lock_configuration: [
                        { rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 400 }] }] },
                      ],
                    },
                  ],
                  prices: [
                    {
                      tags: { 'tom:data-class': 'public', 'tom:retention-days': '30' },
                      object_lock_configuration: [
                        { rule: [{ default_retention: [{ mode: 'GOVERNANCE', days: 400 }] }] },
                      ],
                    },
                  ],
                  some: [
                    {
                      object_lock_configuration: [
                        { rule: [{ default_retention: [{ mode: 'GOVERNANCE', days: 400 }] }] },
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
        title: 'a year where the posture says 90 days',
        terraform: {
          '//': {
            toms: { posture: { path: 'app', environment: 'production', dataClass: 'personal', retentionDays: 90 } },
          },
          resource: {
            aws_s3_bucket: { letters: {} },
            [LOCK]: {
              letters: {
                bucket: '${aws_s3_bucket.letters.id}',
                rule: { default_retention: { mode: 'COMPLIANCE', years: 1 } },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket.letters'],
      },
      {
        title: 'within the bucket, blocks as lists',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  letters: [
                    {
                      tags: { 'tom:retention-days': '30' },
                      object_lock_configuration: [
                        { rule: [{ default_retention: [{ mode: 'GOVERNANCE', days: 31 }] }] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_s3_bucket.letters'],
      },
      {
        title: 'within a module of a plan',
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
                      values: {
                        bucket: 'letters',
                        tags: { 'tom:retention-days': '30' },
                        object_lock_configuration: [
                          { rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 0, years: 1 }] }] },
                        ],
                      },
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
        title: 'variables name the days, and the bucket',
        terraform: {
          variable: { bucket: {}, days: {} },
          resource: {
            aws_s3_bucket: {
              letters: { tags: { 'tom:retention-days': '30' } },
              photos: { bucket: 'photos', tags: { 'tom:retention-days': '30' } },
            },
            [LOCK]: {
              any: { bucket: '${var.bucket}', rule: { default_retention: { mode: 'COMPLIANCE', days: 10 } } },
              photos: { bucket: 'photos', rule: { default_retention: { mode: 'COMPLIANCE', days: '${var.days}' } } },
            },
          },
        },
        addresses: ['aws_s3_bucket.letters', 'aws_s3_bucket.photos'],
      },
    ],
  },
};

function lockVerdict(of: Resource, path: string, declared: DeclaredRetention): Verdict | undefined {
  const locked = lockedDays(of, path);
  if (locked === 0) return undefined;
  if (isUnknown(locked) || isUnknown(declared.days)) {
    return undetermined(`only a plan can tell whether ${path} of ${of.address} is within ${declared.text}`);
  }
  if (locked <= declared.days) return MET;
  return violated(`Object Lock retains every version for ${describeLock(of, path)}, longer than ${declared.text}`);
}

function describeLock(of: Resource, path: string): string {
  const years = asNumber(configured(of, `${path}.years`));
  return years ? `${years} years` : `${asNumber(configured(of, `${path}.days`))} days`;
}

/** A lock that may be that of this bucket, or another's. */
function unseenLock(model: Model, bucket: Resource): Verdict | undefined {
  if (!model.hasUndeterminedCompanion(LOCK, 'bucket') || model.companions(bucket, LOCK, 'bucket').length > 0) {
    return undefined;
  }
  return undetermined(`an ${LOCK} names its bucket by a value that only a plan can tell`);
}
