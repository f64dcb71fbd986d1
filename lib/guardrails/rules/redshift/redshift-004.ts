import { Block, Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { asStrings, hasUnknown, isTrue, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';

const COMPANION = 'aws_redshift_logging';
const WANTED: readonly string[] = ['connectionlog', 'userlog'];

/** Warehouses that say who logged in. */
export const REDSHIFT_004: ResourceRule = {
  id: 'REDSHIFT-004',
  title: 'A Redshift warehouse writes its audit logs to S3 or CloudWatch Logs',
  severity: 'medium',
  measures: ['8.1'],
  rationale:
    'The connection log says who logged in and from where, also in vain; the user log says what became of accounts. Redshift keeps them outside of its tables only where it is told to. To a bucket it writes both; CloudWatch Logs and Redshift Serverless get those that are listed. The log of every query, useractivitylog, takes a parameter as well, may hold personal data, and is not demanded.',
  fix: 'Give the cluster an `aws_redshift_logging` with a bucket, or with `log_destination_type` = cloudwatch and `log_exports` = connectionlog, userlog. Set `log_exports` of a namespace.',
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html',
    'AWS Security Hub Redshift.4, RedshiftServerless.6',
  ],
  types: ['aws_redshift_cluster', 'aws_redshiftserverless_namespace'],
  check: (warehouse, model) =>
    warehouse.type === 'aws_redshift_cluster' ? clusterVerdict(model, warehouse) : exportsVerdict(warehouse),
  examples: {
    pass: [
      {
        title: 'a resource of its own: to a bucket, and to CloudWatch for each of several clusters',
        terraform: {
          resource: {
            aws_redshift_cluster: { sales: { count: 2 }, stock: { cluster_identifier: 'stock' } },
            aws_redshift_logging: {
              sales: {
                count: 2,
                cluster_identifier: '${aws_redshift_cluster.sales[count.index].id}',
                log_destination_type: 'cloudwatch',
                log_exports: ['userlog', 'connectionlog', 'useractivitylog'],
              },
              stock: { cluster_identifier: 'stock', log_destination_type: 's3', bucket_name: 'logs' },
            },
          },
        },
      },
      {
        title: 'within the cluster, as older providers have it, and a namespace; in lists',
        terraform: {
          resource: [
            {
              aws_redshift_cluster: [{ sales: [{ logging: [{ enable: true, bucket_name: 'logs' }] }] }],
              aws_redshiftserverless_namespace: [{ sales: [{ log_exports: ['connectionlog', 'userlog'] }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'no logs, and logs that are off',
        terraform: {
          resource: {
            aws_redshift_cluster: { sales: {}, stock: { logging: { enable: false, bucket_name: 'logs' } } },
            aws_redshiftserverless_namespace: { sales: {} },
          },
        },
        addresses: [
          'aws_redshift_cluster.sales',
          'aws_redshift_cluster.stock',
          'aws_redshiftserverless_namespace.sales',
        ],
      },
      {
        title: 'queries to CloudWatch, and not who connects',
        terraform: {
          resource: {
            aws_redshift_cluster: { sales: {} },
            aws_redshift_logging: {
              sales: {
                cluster_identifier: '${aws_redshift_cluster.sales.id}',
                log_destination_type: 'cloudwatch',
                log_exports: ['useractivitylog'],
              },
            },
          },
        },
        addresses: ['aws_redshift_cluster.sales'],
      },
      {
        title: 'one log of two within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_redshiftserverless_namespace.main',
                      mode: 'managed',
                      type: 'aws_redshiftserverless_namespace',
                      name: 'main',
                      values: { log_exports: ['userlog'] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_redshiftserverless_namespace.main'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the cluster',
        terraform: {
          variable: { cluster: {} },
          resource: {
            aws_redshift_cluster: { sales: {} },
            aws_redshift_logging: { sales: { cluster_identifier: '${var.cluster}', bucket_name: 'logs' } },
          },
        },
        addresses: ['aws_redshift_cluster.sales'],
      },
      {
        title: 'variables name the place and the logs, and turn them on',
        terraform: {
          variable: { on: {}, logs: {}, to: {} },
          resource: {
            aws_redshift_cluster: { sales: {}, stock: { logging: { enable: '${var.on}' } } },
            aws_redshift_logging: {
              sales: { cluster_identifier: '${aws_redshift_cluster.sales.id}', log_destination_type: '${var.to}' },
            },
            aws_redshiftserverless_namespace: { sales: { log_exports: '${var.logs}' } },
          },
        },
        addresses: [
          'aws_redshift_cluster.sales',
          'aws_redshift_cluster.stock',
          'aws_redshiftserverless_namespace.sales',
        ],
      },
    ],
  },
};

function clusterVerdict(model: Model, cluster: Resource): Verdict {
  const companions = model.companions(cluster, COMPANION, 'cluster_identifier');
  const verdict = worst([...companions.map(destinationVerdict), ...cluster.blocks('logging').map(inlineVerdict)]);
  if (verdict) return verdict;
  if (model.hasUndeterminedCompanion(COMPANION, 'cluster_identifier')) {
    return undetermined(`an ${COMPANION} names its cluster by a value that only a plan can tell`);
  }
  return violated(`the cluster has no ${COMPANION}, so nothing says who logged in`);
}

function inlineVerdict(logging: Block): Verdict {
  const enable = logging.get('enable');
  if (isUnknown(enable)) return unknownAttribute('logging.enable', enable);
  return isTrue(enable) ? destinationVerdict(logging) : violated(`logging.enable is ${describe(enable)}`);
}

/** A bucket gets what there is, CloudWatch what is listed. */
function destinationVerdict(logging: Block): Verdict {
  const type = configured(logging, 'log_destination_type');
  if (isUnknown(type)) return unknownAttribute('log_destination_type', type);
  return type === 'cloudwatch' ? exportsVerdict(logging) : MET;
}

function exportsVerdict(holder: Block): Verdict {
  const exported = configured(holder, 'log_exports');
  const missing = WANTED.filter((log) => !asStrings(exported).includes(log));
  if (missing.length === 0) return MET;
  const lacks = `log_exports lacks ${missing.join(' and ')}`;
  return hasUnknown(exported)
    ? undetermined(`${lacks}, unless a value that only a plan can tell names it`)
    : violated(`${lacks}, so CloudWatch Logs does not get who logged in`);
}
