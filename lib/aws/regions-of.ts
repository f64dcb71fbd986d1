import { Block } from '../terraform/block';
import { configured } from '../terraform/configured';
import { replaceInterpolations } from '../terraform/expression/scanner';
import { Memo } from '../terraform/memo';
import { Model } from '../terraform/model';
import { targetOf, targetsOf } from '../terraform/references';
import { Resource, Stack } from '../terraform/stack';
import { Json, Value, isUnknown, describe } from '../terraform/value';
import { holdsPersonalData } from './declared';

/** A place that a resource names for its data: a region, or what only a plan can tell. */
export interface Place {
  readonly attribute: string;
  readonly region: string | { readonly unknown: string };
}

/** Where copies go: the blocks, and the attribute in them that holds a region or a list of them. */
const REGION_ATTRIBUTES: ReadonlyMap<string, readonly [blocks: string, attribute: string]> = new Map([
  ['aws_db_snapshot_copy', ['', 'destination_region']],
  ['aws_dynamodb_global_table', ['replica', 'region_name']],
  ['aws_dynamodb_table', ['replica', 'region_name']],
  ['aws_ecr_replication_configuration', ['replication_configuration.rule.destination', 'region']],
  ['aws_efs_replication_configuration', ['destination', 'region']],
  ['aws_keyspaces_keyspace', ['replication_specification', 'region_list']],
  ['aws_rds_cluster_snapshot_copy', ['', 'destination_region']],
  ['aws_redshift_cluster', ['snapshot_copy', 'destination_region']],
  ['aws_redshift_snapshot_copy', ['', 'destination_region']],
  ['aws_secretsmanager_secret', ['replica', 'region']],
]);

/** Where copies go by the ARN of a bucket or a vault. */
const TARGET_ATTRIBUTES: ReadonlyMap<string, readonly [blocks: string, attribute: string]> = new Map([
  ['aws_backup_plan', ['rule.copy_action', 'destination_vault_arn']],
  ['aws_s3_bucket', ['replication_configuration.rules.destination', 'bucket']],
  ['aws_s3_bucket_replication_configuration', ['rule.destination', 'bucket']],
]);

/** Copies without tags: the class of their data is that of what they copy. */
const SOURCES: ReadonlyMap<string, string> = new Map([
  ['aws_db_instance_automated_backups_replication', 'source_db_instance_arn'],
  ['aws_efs_replication_configuration', 'source_file_system_id'],
  ['aws_redshift_snapshot_copy', 'cluster_identifier'],
  ['aws_s3_bucket_replication_configuration', 'bucket'],
]);

/** The resource whose tags say what data this is. */
export function sourceOf(model: Model, resource: Resource): Resource {
  const attribute = SOURCES.get(resource.type);
  return (attribute === undefined ? undefined : targetOf(model, resource, resource.get(attribute))) ?? resource;
}

/** The region of a resource: its own, or else its provider's. `undefined` where nobody says it, or only a plan can tell. */
export function regionOf(resource: Resource): string | undefined {
  const own = resource.body.region === undefined ? undefined : configured(resource, 'region');
  if (own !== undefined) return typeof own === 'string' ? own : undefined;
  const { provider } = resource;
  return provider && REGIONS.of(provider, () => regionIn(provider));
}

/**
 * The resources of AWS in a stack that may lie in places of their own: of those that leave account and Region to their provider, one for each provider,
 * since they lie in one place.
 */
export function oneOfEachPlace({ resources }: Stack): readonly Resource[] {
  const providers = new Set<Json | undefined>();
  return resources.filter((resource) => {
    const { provider, region, arn } = resource.body;
    if (!resource.isOfAws) return false;
    if (region !== undefined || arn !== undefined) return true;
    if (providers.has(provider)) return false;
    providers.add(provider);
    return true;
  });
}

const REGIONS = new Memo<string | undefined>();

function regionIn(provider: Block): string | undefined {
  const region = provider.get('region');
  return typeof region === 'string' ? region : undefined;
}

/** Whether resources of a type can send copies of their data elsewhere. */
export function mayCopy(type: string): boolean {
  return REGION_ATTRIBUTES.has(type) || TARGET_ATTRIBUTES.has(type);
}

/** The regions that a resource sends copies of its data to. */
export function copiesOf(model: Model, resource: Resource): Place[] {
  const regions = REGION_ATTRIBUTES.get(resource.type);
  const targets = TARGET_ATTRIBUTES.get(resource.type);
  return [
    ...(regions ? valuesOf(resource, ...regions).flatMap(([attribute, value]) => placesNamed(attribute, value)) : []),
    ...(targets
      ? valuesOf(resource, ...targets).flatMap(([attribute, value]) => placeOfTarget(model, resource, attribute, value))
      : []),
  ];
}

/** The values of an attribute in blocks. Blocks that only a plan can tell are one unknown value. */
function valuesOf(resource: Resource, path: string, attribute: string): [attribute: string, value: Value][] {
  if (path === '') return [[attribute, configured(resource, attribute)]];
  if (resource.body[path.split('.')[0]] === undefined && resource.body.dynamic === undefined) return [];
  const blocks = resource.blocks(path);
  const whole = blocks.length === 0 ? configured(resource, path) : undefined;
  if (isUnknown(whole)) return [[path, whole]];
  return blocks.map((block: Block) => [`${path}.${attribute}`, configured(block, attribute)]);
}

function placesNamed(attribute: string, value: Value): Place[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesNamed(attribute, item));
  if (typeof value === 'string') return [{ attribute, region: value }];
  return isUnknown(value) ? [{ attribute, region: { unknown: `${attribute} is ${value.text}` } }] : [];
}

/** A vault's ARN says its region, a bucket's does not: then the bucket must be among what is checked. */
function placeOfTarget(model: Model, from: Resource, attribute: string, value: Value): Place[] {
  if (value === undefined) return [];
  const literal = typeof value === 'string' ? value : isUnknown(value) ? value.text : '';
  const [prefix, , , region] = replaceInterpolations(literal, () => '?').split(':');
  if (prefix === 'arn' && region && region !== '?') return [{ attribute, region }];
  const target = targetOf(model, from, value) ?? bucketNamed(model, from, literal);
  if (target?.mode === 'managed') {
    const found = regionOf(target);
    if (found !== undefined) return [{ attribute, region: found }];
    // Where the region of personal data is open, that is said of its provider.
    if (holdsPersonalData(target)) return [];
    return [{ attribute, region: { unknown: `${attribute} is ${target.address}, whose region is open` } }];
  }
  return [{ attribute, region: { unknown: `${attribute} is ${describe(value)}, which is not among what is checked` } }];
}

function bucketNamed(model: Model, from: Resource, arn: string): Resource | undefined {
  const name = /^arn:[^:]*:s3:::([^/]+)$/.exec(arn)?.[1];
  return targetsOf(model, from, name, ['aws_s3_bucket'], ['bucket'])[0];
}
