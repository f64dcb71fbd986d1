import { familyOfDefault, parameterIn } from '../../aws/parameter-group';
import { Software, describeUnknownEngine, replicated, softwareOf } from '../../aws/rds/database';
import { TlsParameter, engineNamed, engineOfFamily, isAtLeast } from '../../aws/rds/engines';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, isUnknown, describe } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';
import { worst } from './checks';
import { isNamedByWhole } from './parts';

/** Where a database names its parameter group, and the type of it. */
export const GROUPS: { readonly [type: string]: { readonly attribute: string; readonly type: string } } = {
  aws_db_instance: { attribute: 'parameter_group_name', type: 'aws_db_parameter_group' },
  aws_docdb_cluster: { attribute: 'db_cluster_parameter_group_name', type: 'aws_docdb_cluster_parameter_group' },
  aws_rds_cluster: { attribute: 'db_cluster_parameter_group_name', type: 'aws_rds_cluster_parameter_group' },
};

const MAX_HOPS = 4;

/** Whether a database takes connections without TLS, by the parameter group that it names or AWS gives it. */
export function tlsVerdict(model: Model, database: Resource, hops = 0): Verdict {
  const { attribute, type } = GROUPS[database.type];
  const name = configured(database, attribute);
  const software = softwareOf(model, database);
  if (name === undefined) {
    const source = hops < MAX_HOPS ? sourceInItsRegion(model, database) : undefined;
    return source ? tlsVerdict(model, source, hops + 1) : defaultVerdict(database, software);
  }
  const groups = targetsOf(model, database, name, [type], ['name']);
  const verdict = worst(groups.map((group) => groupVerdict(database, group, software)));
  if (verdict) return verdict;
  const family = typeof name === 'string' ? engineOfFamily(familyOfDefault(name) ?? '') : undefined;
  if (family) return defaultVerdict(database, family);
  return undetermined(`${attribute} is ${describe(name)}, which names no ${type} that is read here`);
}

/** What a replica takes its group from: an instance takes that of another one in its region. */
function sourceInItsRegion(model: Model, replica: Resource): Resource | undefined {
  const source = replica.type === 'aws_db_instance' ? replicated(model, replica) : undefined;
  if (source?.stack !== replica.stack) return undefined;
  return ['region', 'provider'].every((key) => source.body[key] === replica.body[key]) ? source : undefined;
}

/** The types of parameter groups that databases name. */
export const GROUP_TYPES: readonly string[] = [...new Set(Object.values(GROUPS).map(({ type }) => type))];

/** The same of a parameter group whose databases are elsewhere. `undefined` where they are here, or no parameter of the engine decides. */
export function groupAloneVerdict(model: Model, group: Resource): Verdict | undefined {
  const isNamed = Object.entries(GROUPS).some(
    ([database, { attribute, type }]) =>
      type === group.type && isNamedByWhole(model, group, { type: database, attribute, names: ['name'] })
  );
  if (isNamed) return undefined;
  const family = group.get('family');
  const software = typeof family === 'string' ? engineOfFamily(family) : undefined;
  if (software && engineNamed(software.engine)?.tls === undefined) return undefined;
  return software
    ? groupVerdict(group, group, software)
    : undetermined(`family is ${describe(family)}, and the parameter depends on it`);
}

function groupVerdict(database: Resource, group: Resource, software: Software): Verdict {
  const family = group.get('family');
  const known = (typeof family === 'string' ? engineOfFamily(family) : undefined) ?? software;
  const tls = tlsOf(database, known.engine);
  if ('outcome' in tls) return tls;
  const value = parameterIn(group, tls.name);
  if (isUnknown(value))
    return undetermined(`${tls.name} in ${group.address} is ${describe(value)}, which only a plan can tell`);
  if (value === undefined) return defaultVerdict(database, known);
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (tls.values.includes(text)) return MET;
  return violated(`${tls.name} is ${describe(value)} in ${group.address}: ${tls.under?.[text] ?? tls.otherwise}`);
}

/** What holds where nobody sets the parameter. */
function defaultVerdict(database: Resource, { engine, version }: Software): Verdict {
  const tls = tlsOf(database, engine);
  if ('outcome' in tls) return tls;
  const isOn = isOnByDefault(tls, version);
  if (isOn === true) return MET;
  if (isOn === undefined) {
    return undetermined(`engine_version is ${describe(version)}, and the default of ${tls.name} depends on it`);
  }
  return violated(`no parameter group of it sets ${tls.name}: ${tls.otherwise}`);
}

function isOnByDefault({ since }: TlsParameter, version: Value): boolean | undefined {
  if (since === undefined) return false;
  return typeof version === 'string' ? isAtLeast(version, since) : undefined;
}

/** The parameter of an engine, or the verdict where there is none. */
function tlsOf(database: Resource, engine: Value): TlsParameter | Verdict {
  if (typeof engine !== 'string') return undetermined(describeUnknownEngine(database, engine));
  const tls = engineNamed(engine)?.tls;
  return tls ?? violated(`engine is "${engine}", which no parameter makes refuse connections without TLS`);
}
