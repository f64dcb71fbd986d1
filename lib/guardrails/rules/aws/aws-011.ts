import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asStrings, isJsonObject, isUnknown } from '../../value';
import { worst } from '../checks';
import { configured } from '../configured';
import { readJsonText } from '../json-text';
import { environmentOf, isFromProduction, isProductionEndpoint } from './environments';

/** How a database is filled with the data of another one. */
const SOURCES: { readonly [type: string]: readonly string[] } = {
  aws_db_instance: [
    'snapshot_identifier',
    'replicate_source_db',
    'restore_to_point_in_time.source_db_instance_identifier',
    'restore_to_point_in_time.source_db_instance_automated_backups_arn',
  ],
  aws_docdb_cluster: ['snapshot_identifier', 'restore_to_point_in_time.source_cluster_identifier'],
  aws_rds_cluster: [
    'snapshot_identifier',
    'replication_source_identifier',
    'restore_to_point_in_time.source_cluster_identifier',
  ],
};

const COPIES = ['aws_dms_replication_config', 'aws_dms_replication_task'];

/** Lower environments that never see a customer. */
export const AWS_011: ResourceRule = {
  id: 'AWS-011',
  title: 'No personal data of production is copied unmasked into another environment',
  severity: 'high',
  measures: ['1.4.1', '9.4'],
  rationale:
    'A test database restored from a snapshot of production holds the customers, under the weaker access and the shorter care of a test. Masking within the copy keeps them out. A plain hash does not: whoever has a list of names hashes each, and finds them (data-masking-hash-mask is SHA-256 without a key). Judged are databases and DMS tasks of personal data outside production, by the tag tom:environment or the posture. Whether the source is production is told by its tag, its stack, or the word prod in its name; where nothing tells, the rule is open. Which columns need masking only people know: a task with masks other than the hash passes.',
  fix: 'Fill other environments with synthetic data, or copy through a DMS task whose `table_mappings` mask the columns with data-masking-digits-randomize or data-masking-digits-mask, or tokens of an HMAC key. Where the copy holds nothing personal any more, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Masking.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 4(5), 25)',
    'ISO/IEC 27001:2022 A.8.11, A.8.33',
  ],
  types: [...Object.keys(SOURCES), ...COPIES],
  check: (resource, model) => {
    if (!resource.isPersonal) return undefined;
    return COPIES.includes(resource.type) ? copyVerdict(model, resource) : databaseVerdict(model, resource);
  },
  examples: {
    pass: [
      {
        title: 'a snapshot of staging, and production itself',
        terraform: {
          resource: {
            aws_db_instance: {
              live: { snapshot_identifier: 'orders-prod-final', tags: { 'tom:environment': 'production' } },
              trial: {
                count: 2,
                snapshot_identifier: 'orders-staging-2026',
                tags: { 'tom:environment': 'development' },
              },
            },
          },
        },
      },
      {
        title: 'masked by DMS, and data that is not personal, blocks as lists',
        terraform: {
          resource: [
            {
              aws_dms_endpoint: [
                { from: [{ endpoint_id: 'orders-prod', server_name: 'orders.internal' }] },
                { to: [{ endpoint_id: 'orders-test' }] },
              ],
              aws_dms_replication_task: [
                {
                  orders: [
                    {
                      source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
                      target_endpoint_arn: '${aws_dms_endpoint.to.endpoint_arn}',
                      table_mappings:
                        '{"rules":[{"rule-type":"selection","rule-action":"include"},{"rule-type":"transformation","rule-target":"column","rule-action":"data-masking-digits-randomize"}]}',
                      tags: { 'tom:environment': 'staging' },
                    },
                  ],
                },
              ],
              aws_db_instance: [
                {
                  prices: [
                    {
                      snapshot_identifier: 'prices-prod',
                      tags: { 'tom:environment': 'staging', 'tom:data-class': 'public' },
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
        title: 'a snapshot by its name, by a data source, and a replica of a database of production',
        terraform: {
          data: { aws_db_cluster_snapshot: { last: { db_cluster_identifier: 'orders-prod', most_recent: true } } },
          resource: {
            aws_db_instance: {
              live: { tags: { 'tom:environment': 'production' } },
              replica: {
                replicate_source_db: '${aws_db_instance.live.identifier}',
                tags: { 'tom:environment': 'staging' },
              },
              trial: { count: 2, snapshot_identifier: 'prod-orders', tags: { 'tom:environment': 'development' } },
            },
            aws_rds_cluster: {
              trial: {
                snapshot_identifier: '${data.aws_db_cluster_snapshot.last.id}',
                tags: { 'tom:environment': 'ephemeral' },
              },
            },
          },
        },
        addresses: ['aws_db_instance.replica', 'aws_db_instance.trial', 'aws_rds_cluster.trial'],
      },
      {
        title: 'DMS without a mask, and with the hash alone, blocks as lists',
        terraform: {
          '//': { toms: { posture: { path: 'app', environment: 'staging', dataClass: 'personal' } } },
          resource: [
            {
              aws_dms_endpoint: [{ from: [{ endpoint_id: 'from', server_name: 'db.prod.internal' }] }],
              aws_dms_replication_task: [
                {
                  hashed: [
                    {
                      source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
                      table_mappings:
                        '${jsonencode({ rules = [{ "rule-type" = "transformation", "rule-action" = "data-masking-hash-mask" }] })}',
                    },
                  ],
                  plain: [
                    {
                      source_endpoint_arn: '${aws_dms_endpoint.from.endpoint_arn}',
                      table_mappings: '{"rules":[{"rule-type":"selection","rule-action":"include"}]}',
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_dms_replication_task.hashed', 'aws_dms_replication_task.plain'],
      },
      {
        title: 'restored to a point in time within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.trial',
                  resources: [
                    {
                      address: 'module.trial.aws_rds_cluster.orders',
                      mode: 'managed',
                      type: 'aws_rds_cluster',
                      name: 'orders',
                      values: {
                        restore_to_point_in_time: [
                          { source_cluster_identifier: 'orders-production', use_latest_restorable_time: true },
                        ],
                        tags: { 'tom:environment': 'development' },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.trial.aws_rds_cluster.orders'],
      },
    ],
    undetermined: [
      {
        title: 'nobody can tell where the data comes from',
        terraform: {
          variable: { snapshot: {}, mappings: {} },
          resource: {
            aws_db_instance: {
              some: { snapshot_identifier: 'orders-2026-11-25', tags: { 'tom:environment': 'staging' } },
              trial: { snapshot_identifier: '${var.snapshot}', tags: { 'tom:environment': 'staging' } },
            },
            aws_dms_replication_task: {
              orders: {
                source_endpoint_arn: 'arn',
                table_mappings: '${var.mappings}',
                tags: { 'tom:environment': 'staging' },
              },
            },
          },
        },
        addresses: ['aws_db_instance.some', 'aws_db_instance.trial', 'aws_dms_replication_task.orders'],
      },
    ],
  },
};

function databaseVerdict(model: Model, database: Resource): Verdict | undefined {
  const environment = environmentOf(database);
  if (environment === undefined || environment === 'production') return undefined;
  return worst(
    SOURCES[database.type].map((path) => {
      const value = configured(database, path);
      if (value === undefined || value === '') return undefined;
      const answer = isFromProduction(model, database, value);
      if (answer === false) return MET;
      const from = `${path} is ${describe(value)}`;
      return answer === 'open'
        ? undetermined(`${from}: nothing here tells whether that is data of production`)
        : violated(`${from}: data of production, in the environment ${environment}`);
    })
  );
}

function copyVerdict(model: Model, task: Resource): Verdict | undefined {
  const target = model.target(task, task.get('target_endpoint_arn'));
  const environment = (target && environmentOf(target)) ?? environmentOf(task);
  if (environment === undefined || environment === 'production') return undefined;
  const source = model.target(task, task.get('source_endpoint_arn'));
  const answer = source
    ? isProductionEndpoint(model, source)
    : isFromProduction(model, task, task.get('source_endpoint_arn'));
  if (answer === false) return undefined;
  const masks = masksOf(task);
  if (masks === 'open') return undetermined('table_mappings can only be read by a plan: whether they mask is open');
  if (masks.some((mask) => mask !== 'data-masking-hash-mask')) return MET;
  const problem =
    masks.length === 0
      ? 'table_mappings mask no column'
      : 'table_mappings only mask by data-masking-hash-mask, a hash without a key, which a list of names resolves';
  return answer === 'open'
    ? undetermined(`${problem}, and nothing here tells whether the source is production`)
    : violated(`${problem}, from production into the environment ${environment}`);
}

/** The masks that a task applies. */
function masksOf(task: Resource): readonly string[] | 'open' {
  const reading = readJsonText(task, 'table_mappings');
  if (reading === undefined || 'broken' in reading) return [];
  if ('unknown' in reading) return 'open';
  const rules: Value = isJsonObject(reading.json) ? (reading.json as { [key: string]: Value }).rules : reading.json;
  if (isUnknown(rules)) return 'open';
  const masks: string[] = [];
  for (const rule of Array.isArray(rules) ? rules : []) {
    if (isUnknown(rule)) return 'open';
    if (!isJsonObject(rule)) continue;
    const action = (rule as { [key: string]: Value })['rule-action'];
    if (isUnknown(action)) return 'open';
    masks.push(...asStrings(action).filter((name) => name.startsWith('data-masking-')));
  }
  return masks;
}
