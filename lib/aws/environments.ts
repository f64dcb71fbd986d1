import { Model } from '../terraform/model';
import { replaceInterpolations } from '../terraform/expression/scanner';
import { targetOf, targetsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, asStrings, isUnknown } from '../terraform/value';
import { TAG } from '../toms/tags';
import { environmentOf } from './declared';

const PRODUCTION = /(?<![a-z])prod(?:uction)?(?![a-z])/i;
const OTHER =
  /(?<![a-z])(?:dev(?:elopment)?|test(?:ing)?|stag(?:e|ing)|qa|int|sandbox|demo|masked|anonymi[sz]ed|pseudonymi[sz]ed|synthetic)(?![a-z])/i;

const MAX_HOPS = 4;

const DATABASES = ['aws_db_instance', 'aws_docdb_cluster', 'aws_rds_cluster'];

/** What identifies the origin of a snapshot, a copy or a database. */
const ORIGINS = [
  'db_snapshot_identifier',
  'db_cluster_snapshot_identifier',
  'source_db_snapshot_identifier',
  'source_db_cluster_snapshot_identifier',
  'db_instance_identifier',
  'db_cluster_identifier',
  'cluster_identifier',
] as const;

function taggedEnvironment(resource: Resource): string | undefined {
  const tag = resource.tag(TAG.environment);
  return typeof tag === 'string' ? tag : undefined;
}

/** Whether data that a value names comes from production: by the resource, or by the word in its name. */
export function isFromProduction(model: Model, from: Resource, value: Value, hops = 0): boolean | 'open' {
  const text = isUnknown(value) ? replaceInterpolations(value.text, () => ' ') : asStrings(value).join(' ');
  if (PRODUCTION.test(text)) return true;
  if (!isUnknown(value)) return OTHER.test(text) ? false : 'open';
  const target = targetOf(model, from, value);
  if (!target || hops >= MAX_HOPS) return OTHER.test(text) ? false : 'open';
  return isProduction(model, target, hops);
}

/** The same of a value that names a database. In a plan that is its identifier or its ARN, of a database that may be in the same stack. */
export function isDatabaseOfProduction(model: Model, from: Resource, value: Value): boolean | 'open' {
  const answer = isFromProduction(model, from, value);
  if (answer === true || isUnknown(value)) return answer;
  const named = targetsOf(model, from, value, DATABASES, ['identifier', 'cluster_identifier', 'arn']);
  const beside = named.find((one) => one !== from && one.stack === from.stack);
  return beside ? isProduction(model, beside, 0) : answer;
}

/** A snapshot and a data source belong to whom they were taken of, and not to the stack that names them. */
function isProduction(model: Model, resource: Resource, hops: number): boolean | 'open' {
  const tag = taggedEnvironment(resource);
  if (tag !== undefined) return tag === 'production';
  for (const attribute of ORIGINS) {
    const origin = resource.get(attribute);
    if (origin === undefined || origin === '') continue;
    const isOwnName = resource.mode === 'managed' && !/snapshot/.test(resource.type);
    if (!isOwnName) {
      const answer = isFromProduction(model, resource, origin, hops + 1);
      if (answer !== 'open') return answer;
    }
  }
  const environment =
    resource.mode === 'managed' && !/snapshot/.test(resource.type) ? environmentOf(resource) : undefined;
  return environment === undefined ? 'open' : environment === 'production';
}

/** Whether a DMS endpoint reads from production. The stack that declares it says nothing of the database behind it. */
export function isProductionEndpoint(model: Model, endpoint: Resource): boolean | 'open' {
  const tag = taggedEnvironment(endpoint);
  if (tag !== undefined) return tag === 'production';
  const answers = ['server_name', 'endpoint_id', 'database_name', 'secrets_manager_arn'].map((attribute) =>
    isFromProduction(model, endpoint, endpoint.get(attribute))
  );
  return answers.includes(true) || (answers.includes(false) ? false : 'open');
}
