import { LIFECYCLES, LIFECYCLES_AS_OF, endOf } from '../../../aws/lifecycles';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, byList, undetermined, violated } from '../../rule';
import { unique } from '../../families/family';

const LIST = { of: 'versions that AWS supports', asOf: LIFECYCLES_AS_OF };

/** Engines that AWS fixes without a price of its own. */
export const RULE: ResourceRule = {
  id: 'AWS-019',
  name: 'engine-in-standard-support',
  title: 'Databases, caches, brokers, search domains and clusters run a version in standard support',
  severity: 'medium',
  claims: ['5.1.2.e'],
  rationale:
    'A version that has left standard support gets security fixes only for critical defects, for some years, at a price (extended support), or none at all, and is upgraded by AWS on a day that nobody chose. The rule reads a list of the versions of RDS, Aurora, DocumentDB, Neptune, ElastiCache, OpenSearch Service, Amazon MQ, MSK, EKS and Fargate that have left it; a version that is not set is the one that AWS recommends when the resource is made. A cluster that takes the version of its global cluster is judged there.',
  fix: 'Set a version in standard support, and test the upgrade on a copy first.',
  sources: unique(Object.values(LIFECYCLES).map(({ source }) => source)),
  types: Object.keys(LIFECYCLES),
  check: (resource) => {
    if (hasVersionOfGlobal(resource)) return undefined;
    const verdict = verdictOn(resource);
    return verdict && byList(verdict, LIST);
  },
};

function verdictOn(resource: Resource): Verdict | undefined {
  const { attribute, engine, ends, isOptional } = LIFECYCLES[resource.type];
  const version = configured(resource, attribute);
  if (version === undefined) return isOptional ? undefined : MET;
  const of = engine ? (configured(resource, engine.attribute) ?? engine.default) : '';
  if (isUnknown(version)) return open(attribute, version);
  if (isUnknown(of)) return open(engine!.attribute, of);
  const end = endOf(ends[textOf(of)], textOf(version));
  if (end === undefined) return MET;
  return violated(`${attribute} is ${describe(version)}, which left standard support on ${end}`);
}

/** Whether a cluster refers to its global cluster for its version. */
function hasVersionOfGlobal({ body, type }: Resource): boolean {
  const version = body.engine_version;
  return (
    type === 'aws_rds_cluster' &&
    typeof version === 'string' &&
    /^\$\{aws_rds_global_cluster\.[\w-]+(?:\[[^\]]*\])?\.engine_version\}$/.test(version)
  );
}

function textOf(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function open(attribute: string, value: Value): Verdict {
  return undetermined(`${attribute} is ${describe(value)}, which only a plan can tell`);
}
