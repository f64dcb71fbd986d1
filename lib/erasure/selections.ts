import { matchesWildcards } from '../aws/wildcards';
import { Model } from '../terraform/model';
import { resolve } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, isUnknown } from '../terraform/value';

/** How the ARN of a store looks: its service, and what stands before its name. */
interface ArnForm {
  readonly service: string;
  readonly prefix: string;
  /** The attribute that holds its name, where it has one. */
  readonly name?: string;
}

/** The stores that AWS Backup backs up. */
const ARNS: { readonly [type: string]: ArnForm } = {
  aws_db_instance: { service: 'rds', prefix: 'db:', name: 'identifier' },
  aws_docdb_cluster: { service: 'rds', prefix: 'cluster:', name: 'cluster_identifier' },
  aws_dynamodb_table: { service: 'dynamodb', prefix: 'table/', name: 'name' },
  aws_ebs_volume: { service: 'ec2', prefix: 'volume/' },
  aws_efs_file_system: { service: 'elasticfilesystem', prefix: 'file-system/' },
  aws_neptune_cluster: { service: 'rds', prefix: 'cluster:', name: 'cluster_identifier' },
  aws_rds_cluster: { service: 'rds', prefix: 'cluster:', name: 'cluster_identifier' },
  aws_redshift_cluster: { service: 'redshift', prefix: 'cluster:', name: 'cluster_identifier' },
  aws_s3_bucket: { service: 's3', prefix: '', name: 'bucket' },
};

/** Whether a selection covers a store. */
export type Match = 'yes' | 'no' | 'open';

/** What `resources` or `not_resources` list. */
class ArnList {
  readonly ids = new Set<string>();
  readonly patterns: string[] = [];
  isOpen = false;
  readonly isEmpty: boolean;

  constructor(model: Model, selection: Resource, attribute: string) {
    const value = selection.get(attribute);
    const items = Array.isArray(value) ? value : value === undefined ? [] : [value];
    this.isEmpty = items.length === 0;
    for (const item of items) this.add(model, selection, item);
  }

  private add(model: Model, selection: Resource, item: Value): void {
    if (typeof item === 'string') {
      this.patterns.push(item);
      return;
    }
    const targets = isUnknown(item) ? item.references.map((reference) => resolve(model, selection, reference)) : [];
    const known = targets.filter((target): target is Resource => target?.mode === 'managed');
    for (const target of known) this.ids.add(target.qualifiedKey);
    if (known.length === 0) this.isOpen = true;
  }

  public match(store: Resource): Match {
    if (this.ids.has(store.qualifiedKey) || this.patterns.some((pattern) => matchesArn(pattern, store))) return 'yes';
    return this.isOpen ? 'open' : 'no';
  }
}

/** A selection of AWS Backup: which stores a plan backs up. */
export class Selection {
  readonly resources: ArnList;
  private readonly excluded: ArnList;

  constructor(
    model: Model,
    readonly of: Resource
  ) {
    this.resources = new ArnList(model, of, 'resources');
    this.excluded = new ArnList(model, of, 'not_resources');
  }

  /** Whether it names stores only by reference, so that nothing else need be compared with it. */
  public get isByReference(): boolean {
    const { ids, patterns, isOpen } = this.resources;
    return ids.size > 0 && patterns.length === 0 && !isOpen && this.of.blocks('selection_tag').length === 0;
  }

  /** Resources and tags each add stores; conditions and exclusions take away from them. */
  public match(store: Resource): Match {
    const tags = this.of.blocks('selection_tag').map((tag) => tagMatch(store, tag.get('key'), tag.get('value'), equal));
    const isEverything = this.resources.isEmpty && tags.length === 0;
    const included = isEverything ? 'yes' : anyOf([this.resources.match(store), ...tags]);
    const excluded = this.excluded.match(store);
    const conditions = CONDITIONS.flatMap(([block, test, wanted]) =>
      this.of.blocks(`condition.${block}`).map((condition) => {
        const match = tagMatch(store, condition.get('key'), condition.get('value'), test);
        return wanted ? match : inverted(match);
      })
    );
    return allOf([included, inverted(excluded), ...conditions]);
  }
}

type Test = (text: string, pattern: string) => boolean;

const equal: Test = (text, pattern) => text === pattern;

const CONDITIONS: readonly (readonly [block: string, test: Test, wanted: boolean])[] = [
  ['string_equals', equal, true],
  ['string_like', glob, true],
  ['string_not_equals', equal, false],
  ['string_not_like', glob, false],
];

function anyOf(matches: readonly Match[]): Match {
  if (matches.includes('yes')) return 'yes';
  return matches.includes('open') ? 'open' : 'no';
}

function allOf(matches: readonly Match[]): Match {
  if (matches.includes('no')) return 'no';
  return matches.includes('open') ? 'open' : 'yes';
}

function inverted(match: Match): Match {
  if (match === 'open') return match;
  return match === 'yes' ? 'no' : 'yes';
}

function tagMatch(store: Resource, key: Value, value: Value, test: Test): Match {
  if (typeof key !== 'string' || isUnknown(value)) return 'open';
  const tag = store.tag(key.replace(/^aws:ResourceTag\//, ''));
  if (isUnknown(tag)) return 'open';
  if (tag === undefined || value === undefined) return 'no';
  return typeof tag === 'string' && typeof value === 'string' && test(tag, value) ? 'yes' : 'no';
}

/** Account and region are not compared: a pattern that names others names no store of this configuration. */
function matchesArn(pattern: string, store: Resource): boolean {
  const form = ARNS[store.type];
  if (form === undefined) return false;
  if (pattern === '*') return true;
  const [, , service = '*', , , ...rest] = pattern.split(':');
  const resource = rest.length > 0 ? rest.join(':') : '*';
  if (!glob(form.service, service)) return false;
  const name = form.name === undefined ? undefined : store.get(form.name);
  if (typeof name === 'string') return glob(`${form.prefix}${name}`, resource);
  // Whatever its name will be, it has the prefix.
  return resource.endsWith('*') && form.prefix.startsWith(resource.slice(0, -1));
}

/** A selection knows the star only. */
function glob(text: string, pattern: string): boolean {
  return matchesWildcards(pattern, text, '');
}

/** Whether AWS Backup backs up stores of this type at all. */
export function isBackedUp(store: Resource): boolean {
  return ARNS[store.type] !== undefined;
}
