import { holdsPersonalData, environmentOf } from '../../../aws/declared';
import { isDatabaseOfProduction, isFromProduction, isProductionEndpoint } from '../../../aws/environments';
import { configured } from '../../../terraform/configured';
import { readJson } from '../../../terraform/json-attribute';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, asStrings, isJsonObject, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

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
export const RULE: ResourceRule = {
  id: 'AWS-011',
  name: 'no-production-data-elsewhere',
  title: 'No personal data of production is copied unmasked into another environment',
  severity: 'high',
  claims: ['1.4.1.b', '9.4.c'],
  rationale:
    'A test database restored from a snapshot of production holds the customers, under the weaker access and the shorter care of a test. Masking within the copy keeps them out. A plain hash does not: anyone who has a list of names hashes each, and finds them (data-masking-hash-mask is SHA-256 without a key). Judged are databases and DMS tasks of personal data outside production, by the tag tom:environment or the posture. Whether the source is production is told by its tag, its stack, or the word prod in its name; where nothing tells, the rule is open. Which columns need masking only people know: a task with masks other than the hash passes.',
  fix: 'Fill other environments with synthetic data, or copy through a DMS task whose `table_mappings` mask the columns with data-masking-digits-randomize or data-masking-digits-mask, or tokens of an HMAC key. Where the copy holds nothing personal any more, say so by the tag tom:data-class.',
  sources: [
    'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TableMapping.SelectionTransformation.Masking.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 4(5), 25)',
    'ISO/IEC 27001:2022 A.8.11, A.8.33',
  ],
  types: [...Object.keys(SOURCES), ...COPIES],
  check: (resource, model) => {
    if (!holdsPersonalData(resource)) return undefined;
    return COPIES.includes(resource.type) ? copyVerdict(model, resource) : databaseVerdict(model, resource);
  },
};

function databaseVerdict(model: Model, database: Resource): Verdict | undefined {
  const environment = environmentOf(database);
  if (environment === undefined || environment === 'production') return undefined;
  return worst(
    SOURCES[database.type].map((path) => {
      const value = configured(database, path);
      if (value === undefined || value === '') return undefined;
      const isNamed = path === 'snapshot_identifier' ? isFromProduction : isDatabaseOfProduction;
      const answer = isNamed(model, database, value);
      if (answer === false) return MET;
      const from = `${path} is ${describe(value)}`;
      return answer === 'open'
        ? undetermined(`${from}: nothing here tells whether that is data of production`)
        : violated(`${from}: data of production, in the environment ${environment}`);
    })
  );
}

function copyVerdict(model: Model, task: Resource): Verdict | undefined {
  const target = targetOf(model, task, task.get('target_endpoint_arn'));
  const environment = (target && environmentOf(target)) ?? environmentOf(task);
  if (environment === undefined || environment === 'production') return undefined;
  const source = targetOf(model, task, task.get('source_endpoint_arn'));
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
  const reading = readJson(task, 'table_mappings');
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
