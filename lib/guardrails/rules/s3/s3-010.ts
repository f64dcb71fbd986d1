import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Json, asNumber, isUnknown } from '../../value';
import { bucketPolicyDenies, isDeniedOnObjects } from './bucket-policy';
import { Lifecycle, LifecycleRule, lifecycleOf } from './lifecycle';
import { logUse } from './log-bucket';

const MIN_DAYS = 365;
const LOCK = 'aws_s3_bucket_object_lock_configuration';
const DELETIONS = ['s3:DeleteObject', 's3:DeleteObjectVersion'];

const TRAIL = { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}' } };

/** Buckets of logs from which nothing disappears within a year. */
export const S3_010: ResourceRule = {
  id: 'S3-010',
  title: `A bucket of logs keeps them for at least ${MIN_DAYS} days, and nobody can delete them earlier`,
  severity: 'high',
  measures: ['8.3', '8.4'],
  rationale:
    'Who breaks in deletes the logs first, and many breaches are found only months later. Object Lock in COMPLIANCE mode binds even the account root; where the service that writes the logs refuses Object Lock (AWS Config, S3 access logs), a Deny of both delete actions to everybody does what can be done. GOVERNANCE mode is lifted by s3:BypassGovernanceRetention, and only counts in ephemeral environments.',
  fix: `Use \`AuditLogArchive\`, or an \`${LOCK}\` whose default retention is COMPLIANCE and at least ${MIN_DAYS} days, or a bucket policy that denies s3:DeleteObject and s3:DeleteObjectVersion on all objects to everybody, and expire nothing earlier.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html',
    'AWS Security Hub S3.15',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    const use = logUse(model, bucket);
    if (!use) return undefined;
    const lifecycle = lifecycleOf(model, bucket);
    const lock = lockOf(model, bucket);
    const early = earlyExpiry(lifecycle, lock.outcome === 'kept');
    if (early?.outcome === 'violated') return early;
    if (lock.outcome === 'kept') return early ?? MET;

    const denials = DELETIONS.map((action) =>
      bucketPolicyDenies(model, bucket, (statement) => isDeniedOnObjects(statement, action))
    );
    if (denials.every((denial) => denial === 'found')) return early ?? MET;
    if (lock.outcome === 'open') return undetermined(lock.because);
    const open = denials.find((denial) => typeof denial === 'object');
    if (open) return undetermined(open.because);
    const allowed = DELETIONS.filter((_action, index) => denials[index] === 'absent');
    const hint = use.refusesObjectLock ? ', and its logs do not arrive in a bucket with Object Lock' : '';
    return violated(
      `the bucket keeps logs (${use.because}), ${lock.because}, and no policy denies ${allowed.join(' and ')} to everybody${hint}`
    );
  },
  examples: {
    pass: [
      {
        title: 'a trail into a locked bucket, which forgets after 400 days',
        terraform: {
          resource: {
            aws_cloudtrail: TRAIL,
            aws_s3_bucket: { logs: { object_lock_enabled: true } },
            aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'COMPLIANCE', days: 365 }),
            aws_s3_bucket_lifecycle_configuration: {
              logs: {
                bucket: '${aws_s3_bucket.logs.id}',
                rule: [
                  {
                    id: 'expire',
                    status: 'Enabled',
                    filter: {},
                    expiration: { days: 400 },
                    noncurrent_version_expiration: { noncurrent_days: 1 },
                  },
                ],
              },
            },
          },
        },
      },
      {
        title: 'AWS Config into a bucket whose policy denies deletion',
        terraform: {
          resource: {
            aws_config_delivery_channel: { main: { s3_bucket_name: '${aws_s3_bucket_policy.logs.bucket}' } },
            aws_s3_bucket: { logs: {} },
            aws_s3_bucket_policy: {
              logs: {
                bucket: '${aws_s3_bucket.logs.id}',
                policy: policyDenying(['s3:DeleteObject', 's3:DeleteObjectVersion']),
              },
            },
          },
        },
      },
      {
        title: 'in the old style, known by its tag, one of several; and a bucket that keeps no logs',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  logs: [
                    {
                      count: 2,
                      tags: { 'tom:log-kind': 'security' },
                      object_lock_configuration: [
                        { rule: [{ default_retention: [{ mode: 'COMPLIANCE', years: 1 }] }] },
                      ],
                    },
                  ],
                },
                { invoices: [{}] },
              ],
            },
          ],
        },
      },
      {
        title: 'GOVERNANCE mode in an ephemeral environment',
        terraform: {
          resource: {
            aws_cloudtrail: TRAIL,
            aws_s3_bucket: { logs: { tags: { 'tom:environment': 'ephemeral' } } },
            aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'GOVERNANCE', days: 365 }),
          },
        },
      },
    ],
    fail: [
      {
        title: 'a trail into a bucket that anybody with s3:DeleteObject can empty',
        terraform: { resource: { aws_cloudtrail: TRAIL, aws_s3_bucket: { logs: {} } } },
        addresses: ['aws_s3_bucket.logs'],
      },
      {
        title: 'GOVERNANCE mode, or 90 days',
        terraform: {
          resource: {
            aws_flow_log: { main: { log_destination: 'arn:aws:s3:::flow/vpc', traffic_type: 'ALL' } },
            aws_cloudtrail: TRAIL,
            aws_s3_bucket: { logs: {}, flow: { bucket: 'flow' } },
            aws_s3_bucket_object_lock_configuration: {
              ...lockFor({ mode: 'GOVERNANCE', days: 365 }),
              flow: { bucket: 'flow', rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 90 }] }] },
            },
          },
        },
        addresses: ['aws_s3_bucket.flow', 'aws_s3_bucket.logs'],
      },
      {
        title: 'versions can be deleted',
        terraform: {
          resource: {
            aws_s3_bucket: { logs: {}, invoices: { tags: { 'tom:data-class': 'internal' } } },
            aws_s3_bucket_logging: {
              invoices: { bucket: '${aws_s3_bucket.invoices.id}', target_bucket: '${aws_s3_bucket.logs.id}' },
            },
            aws_s3_bucket_policy: {
              logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policyDenying('s3:DeleteObject') },
            },
          },
        },
        addresses: ['aws_s3_bucket.logs'],
      },
      {
        title: 'logs expire after 90 days, in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.logs',
                  resources: [
                    {
                      address: 'module.logs.aws_s3_bucket.this[0]',
                      mode: 'managed',
                      type: 'aws_s3_bucket',
                      name: 'this',
                      index: 0,
                      values: {
                        bucket: 'logs',
                        policy: JSON.stringify({
                          Statement: [
                            {
                              Effect: 'Allow',
                              Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
                              Action: 's3:PutObject',
                              Resource: 'arn:aws:s3:::logs/*',
                            },
                            { Effect: 'Deny', Principal: '*', Action: 's3:Delete*', Resource: 'arn:aws:s3:::logs/*' },
                          ],
                        }),
                        lifecycle_rule: [{ enabled: true, expiration: [{ days: 90 }] }],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.logs.aws_s3_bucket.this[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable holds the policy that may deny deletion',
        terraform: {
          variable: { policy: {} },
          resource: {
            aws_cloudtrail: TRAIL,
            aws_s3_bucket: { logs: {} },
            aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: '${var.policy}' } },
          },
        },
        addresses: ['aws_s3_bucket.logs'],
      },
      {
        title: 'a variable names the days',
        terraform: {
          variable: { days: {} },
          resource: {
            aws_cloudtrail: TRAIL,
            aws_s3_bucket: { logs: {} },
            aws_s3_bucket_object_lock_configuration: lockFor({ mode: 'COMPLIANCE', days: '${var.days}' }),
          },
        },
        addresses: ['aws_s3_bucket.logs'],
      },
    ],
  },
};

type Lock = { readonly outcome: 'kept' | 'open' | 'loose'; readonly because: string };

/** What Object Lock does for an object that is written without saying how long it stays. */
function lockOf(model: Model, bucket: Resource): Lock {
  const retentions = [
    ...model.companions(bucket, LOCK, 'bucket').flatMap((of) => of.blocks('rule.default_retention')),
    ...bucket.blocks('object_lock_configuration.rule.default_retention'),
  ];
  const retention = retentions[0];
  if (!retention) {
    if (!model.hasUndeterminedCompanion(LOCK, 'bucket')) return { outcome: 'loose', because: 'it has no Object Lock' };
    return { outcome: 'open', because: `an ${LOCK} names its bucket by a value that only a plan can tell` };
  }
  const [mode, days, years] = ['mode', 'days', 'years'].map((name) => retention.get(name));
  for (const value of [mode, days, years]) {
    if (isUnknown(value)) {
      return { outcome: 'open', because: `the default retention is ${value.text}, which only a plan can tell` };
    }
  }
  const kept = asNumber(days) ?? (asNumber(years) ?? 0) * 365;
  if (kept < MIN_DAYS) return { outcome: 'loose', because: `Object Lock keeps them for ${kept} days` };
  if (mode === 'COMPLIANCE' || bucket.isEphemeral) return { outcome: 'kept', because: '' };
  return {
    outcome: 'loose',
    because: `Object Lock is in mode ${describe(mode)}, which s3:BypassGovernanceRetention lifts`,
  };
}

/**
 * The verdict where the lifecycle removes logs too early, or may. A lock keeps noncurrent versions whatever the
 * lifecycle says. Else they are logs that went out of date where nothing expires current ones.
 */
function earlyExpiry({ rules, open }: Lifecycle, isLocked: boolean): Verdict | undefined {
  const running = rules.filter((rule) => rule.isEnabled !== false);
  const expiresCurrent = running.some(({ currentDays, currentDate }) => (currentDays ?? currentDate) !== undefined);
  const verdicts = running.flatMap((rule) => expiryVerdicts(rule, !isLocked && !expiresCurrent));
  return (
    verdicts.find((verdict) => verdict.outcome === 'violated') ??
    verdicts[0] ??
    (open === undefined ? undefined : undetermined(open))
  );
}

function expiryVerdicts(rule: LifecycleRule, withNoncurrent: boolean): Verdict[] {
  const found: Verdict[] = [];
  if (rule.currentDate !== undefined) {
    found.push(violated(`a lifecycle rule deletes all logs on a date (${describe(rule.currentDate)})`));
  }
  const ages = [
    ['logs', rule.currentDays],
    ...(withNoncurrent ? ([['noncurrent versions of logs', rule.noncurrentDays]] as const) : []),
  ] as const;
  for (const [what, days] of ages) {
    if (isUnknown(days)) found.push(undetermined(`the age at which ${what} expire is ${days.text}`));
    const age = asNumber(days);
    if (age === undefined || age >= MIN_DAYS) continue;
    const message = `a lifecycle rule expires ${what} after ${age} days, earlier than ${MIN_DAYS}`;
    found.push(isUnknown(rule.isEnabled) ? undetermined(message) : violated(message));
  }
  return found;
}

/** For the examples: the policy of the bucket `logs`. */
function policyDenying(actions: Json): string {
  return JSON.stringify({
    Statement: [{ Effect: 'Deny', Principal: '*', Action: actions, Resource: '${aws_s3_bucket.logs.arn}/*' }],
  });
}

/** For the examples: the lock of the bucket `logs`. */
function lockFor(retention: { [key: string]: Json }): { [key: string]: Json } {
  return { logs: { bucket: '${aws_s3_bucket.logs.id}', rule: { default_retention: retention } } };
}
