import { Block, Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isUnknown } from '../../value';
import { worst } from '../checks';
import { deleteMarkers } from './delete-markers';
import { logUse } from './log-bucket';

const STATUS = 'delete_marker_replication.status';

/** Replicas that forget too. */
export const S3_014: ResourceRule = {
  id: 'S3-014',
  title: 'Replication of personal data also replicates deletions, into a bucket of the same care',
  severity: 'medium',
  measures: ['2.3'],
  rationale:
    'A deletion in the source stays there unless delete markers are replicated: in the replica the object lives on as the current version, and no lifecycle rule for old versions removes it. A rule with a filter does not replicate them by itself, and one that filters by tags cannot. What a lifecycle rule expires is never replicated: the replica needs a lifecycle of its own, which AWS-010 and S3-008 judge where its class is personal. So a replica with a lower class would escape them.',
  fix: 'Set `delete_marker_replication.status` to Enabled in every rule, filter by prefix or not at all, and give the replica the data class of the source.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
  ],
  types: ['aws_s3_bucket_replication_configuration'],
  check: (replication, model) => {
    const source = model.target(replication, replication.get('bucket'));
    const bucket = source?.type === 'aws_s3_bucket' ? source : undefined;
    if (!(bucket ?? replication).isPersonal || (bucket && logUse(model, bucket))) return undefined;
    return worst(replication.blocks('rule').map((rule) => ruleVerdict(model, replication, rule)));
  },
  examples: {
    pass: [
      {
        title: 'deletions are replicated, for each of several buckets',
        terraform: {
          resource: {
            aws_s3_bucket: { letters: { count: 2 }, replica: { bucket: 'replica' } },
            aws_s3_bucket_replication_configuration: {
              letters: {
                count: 2,
                bucket: '${aws_s3_bucket.letters[count.index].id}',
                rule: {
                  status: 'Enabled',
                  filter: {},
                  delete_marker_replication: { status: 'Enabled' },
                  destination: { bucket: '${aws_s3_bucket.replica.arn}' },
                },
              },
            },
          },
        },
      },
      {
        title: 'without a filter they are by themselves; a rule that is off; logs and prices, blocks as lists',
        terraform: {
          resource: [
            {
              aws_s3_bucket: [
                {
                  logs: [{ tags: { 'tom:log-kind': 'security' } }],
                  prices: [{ tags: { 'tom:data-class': 'public' } }],
                },
              ],
              aws_s3_bucket_replication_configuration: [
                {
                  letters: [
                    {
                      bucket: 'letters',
                      rule: [
                        { status: 'Enabled', destination: [{ bucket: 'arn' }] },
                        { status: 'Disabled', filter: [{}], destination: [{ bucket: 'arn' }] },
                      ],
                    },
                  ],
                  logs: [
                    {
                      bucket: '${aws_s3_bucket.logs.id}',
                      rule: [{ status: 'Enabled', filter: [{}], destination: [{ bucket: 'arn' }] }],
                    },
                  ],
                  prices: [
                    {
                      bucket: '${aws_s3_bucket.prices.id}',
                      rule: [{ status: 'Enabled', filter: [{}], destination: [{ bucket: 'arn' }] }],
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
        title: 'deletions stay at home, in the second rule, blocks as lists',
        terraform: {
          resource: [
            {
              aws_s3_bucket_replication_configuration: [
                {
                  letters: [
                    {
                      bucket: 'letters',
                      rule: [
                        {
                          status: 'Enabled',
                          filter: [{ prefix: 'a/' }],
                          delete_marker_replication: [{ status: 'Enabled' }],
                          destination: [{ bucket: 'arn' }],
                        },
                        {
                          status: 'Enabled',
                          filter: [{ prefix: 'b/' }],
                          delete_marker_replication: [{ status: 'Disabled' }],
                          destination: [{ bucket: 'arn' }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_s3_bucket_replication_configuration.letters'],
      },
      {
        title: 'into a replica of a lower class',
        terraform: {
          resource: {
            aws_s3_bucket: { letters: {}, replica: { tags: { 'tom:data-class': 'internal' } } },
            aws_s3_bucket_replication_configuration: {
              letters: {
                bucket: '${aws_s3_bucket.letters.id}',
                rule: {
                  status: 'Enabled',
                  filter: {},
                  delete_marker_replication: { status: 'Enabled' },
                  destination: { bucket: '${aws_s3_bucket.replica.arn}' },
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket_replication_configuration.letters'],
      },
      {
        title: 'nothing is said within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_s3_bucket_replication_configuration.letters',
                      mode: 'managed',
                      type: 'aws_s3_bucket_replication_configuration',
                      name: 'letters',
                      values: {
                        bucket: 'letters',
                        rule: [
                          {
                            status: 'Enabled',
                            filter: [{ and: [], prefix: '', tag: [] }],
                            delete_marker_replication: [],
                          },
                        ],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_s3_bucket_replication_configuration.letters'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { deletions: {} },
          resource: {
            aws_s3_bucket_replication_configuration: {
              letters: {
                bucket: 'letters',
                rule: {
                  status: 'Enabled',
                  filter: {},
                  delete_marker_replication: { status: '${var.deletions}' },
                  destination: { bucket: 'arn' },
                },
              },
            },
          },
        },
        addresses: ['aws_s3_bucket_replication_configuration.letters'],
      },
    ],
  },
};

function ruleVerdict(model: Model, replication: Resource, rule: Block): Verdict | undefined {
  const status = rule.get('status');
  if (status === 'Disabled') return undefined;
  const markers = deleteMarkers(rule, STATUS);
  if (isUnknown(markers)) {
    return undetermined(`${STATUS} is ${markers.text}, which only a plan can tell`);
  }
  if (markers !== 'Enabled') {
    return violated(`${STATUS} is ${describe(rule.get(STATUS))}: what is deleted lives on in the replica`);
  }
  const replica = model.target(replication, rule.get('destination.bucket'));
  if (replica?.type === 'aws_s3_bucket' && replica.mode === 'managed' && !replica.isPersonal) {
    return violated(
      `the data class of ${replica.address}, which receives personal data, is ${describe(replica.dataClass)}`
    );
  }
  return MET;
}
