import { postureOf, recordOf } from '../../../aws/declared';
import { providerAddress } from '../../../aws/provider-address';
import { stackPath } from '../../../aws/stack-path';
import { Block } from '../../../terraform/block';
import { Resource, Stack } from '../../../terraform/stack';
import { DataClass, isBelow } from '../../../toms/data-class';
import { Environment } from '../../../toms/environment';
import { Declaration, PostureRecord } from '../../../toms/record';
import { TAG } from '../../../toms/tags';
import { Result, StackRule, Subject, Verdict, undetermined } from '../../rule';

/** From the environment that needs the least care to the one that needs the most. */
const ENVIRONMENTS: readonly string[] = [
  Environment.EPHEMERAL,
  Environment.DEVELOPMENT,
  Environment.STAGING,
  Environment.PRODUCTION,
];
const CLASSES: readonly string[] = Object.values(DataClass);

/** Tags and postures that ask for less care than what is declared around them. */
export const RULE: StackRule = {
  id: 'AWS-014',
  name: 'nothing-below-posture',
  title: 'No tag and no inner posture declares less care than the posture around it',
  severity: 'medium',
  claims: ['3.1.2.b'],
  rationale:
    'The class of data and the environment decide what rules demand: what is tagged public or ephemeral is asked much less, and a residency decides where data may lie. The author of a resource writes its tags. A class or an environment below the one that the posture declares, or the `default_tags` where there is no posture, and a residency with further regions, or with logs of global services outside of it, is a decision of somebody: no rule can tell whether it is right. The tags of the volumes that an instance or a launch template makes count as well. Keys have the class of what they encrypt, which AWS-026 judges, and are left out.',
  fix: 'Leave the tag or the inner posture out, or waive this finding: the waiver says who decided, and why.',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/data-classification/data-classification-overview.html',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (GDPR Art. 32(2))',
  ],
  checkStack: (stack) => [...scopeResults(stack), ...providerResults(stack), ...resourceResults(stack)],
};

function result(subject: Resource | Subject, problems: readonly string[]): Result[] {
  return problems.length === 0
    ? []
    : [{ subject, verdict: undetermined(`${problems.join(', ')}: only people can tell whether that is right`) }];
}

/** The posture of the stack against those above it, and of each scope against the nearest around it. */
function scopeResults(stack: Stack): Result[] {
  const { outer, posture, scopes } = recordOf(stack);
  if (!posture) return [];
  const subject = { stack, address: 'terraform', constructPath: stackPath(stack) };
  const byPath = new Map(scopes.map((scope) => [scope.path, scope]));
  return [
    ...(outer ? result(subject, lowered('of the stack', posture, outer)) : []),
    ...scopes.slice(1).flatMap((scope) => {
      const at = { stack, address: scope.path, constructPath: scope.path };
      return result(at, lowered(`of ${scope.path}`, scope, around(byPath, scope.path) ?? posture));
    }),
  ];
}

function around(byPath: ReadonlyMap<string, PostureRecord>, path: string): PostureRecord | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const found = byPath.get(path.slice(0, end));
    if (found) return found;
  }
  return undefined;
}

function lowered(whose: string, own: PostureRecord, outer: Declaration): string[] {
  const problems = [
    ...ofClass(`the class of data ${whose}`, own.dataClass, outer.dataClass, 'the posture around it'),
    ...ofEnvironment(`the environment ${whose}`, own.environment, outer.environment, 'the posture around it'),
  ];
  const allowed = outer.residency ?? [];
  const further = allowed.length > 0 ? own.residency.filter((region) => !allowed.includes(region)) : [];
  if (further.length > 0) {
    problems.push(`the residency ${whose} adds ${further.join(', ')} to what the posture around it allows`);
  }
  if (allowed.length > 0 && own.globalServiceLogs !== undefined && outer.globalServiceLogs === undefined) {
    problems.push(
      `the posture ${whose} lets logs of global services lie in us-east-1, and the posture around it does not`
    );
  }
  return problems;
}

function providerResults(stack: Stack): Result[] {
  const { posture } = recordOf(stack);
  if (!posture) return [];
  const used = new Map<string, Resource>();
  for (const resource of stack.resources)
    if (!used.has(resource.providerName)) used.set(resource.providerName, resource);
  return [...used.values()].flatMap((resource) => {
    const { provider } = resource;
    if (!provider) return [];
    const subject = { stack, address: providerAddress(resource), constructPath: stackPath(stack) };
    return result(subject, tagged('the default tag', provider, DEFAULT_TAGS, posture, 'the posture'));
  });
}

function resourceResults(stack: Stack): Result[] {
  const results: Result[] = [];
  for (const resource of stack.resources) {
    if (resource.mode !== 'managed' || !TAGGED.some((name) => resource.body[name] !== undefined)) continue;
    if (resource.type.startsWith('aws_kms_')) continue;
    const found = result(resource, problemsOf(resource));
    if (found.length > 0) results.push(asked(resource, found[0].verdict));
  }
  return results;
}

function asked(resource: Resource, verdict: Verdict): Result {
  return { subject: resource, verdict, again: () => result(resource, problemsOf(resource))[0]?.verdict };
}

function problemsOf(resource: Resource): string[] {
  const posture = postureOf(resource);
  const declared = posture ?? defaultsOf(resource.provider);
  const by = posture ? 'the posture' : `the default_tags of ${providerAddress(resource)}`;
  return [
    ...tagged('the tag', resource, TAGS, declared, by),
    ...tagged('the tag of its volumes', resource, VOLUME_TAGS, declared, by),
    ...PARTS.flatMap((part) =>
      resource.body[part] === undefined
        ? []
        : resource.blocks(part).flatMap((block) => tagged(`the tag of ${part}`, block, TAGS, declared, by))
    ),
  ];
}

/** The paths of the tags that are compared. */
interface TagPaths {
  readonly dataClass: string;
  readonly environment: string;
}

const TAGS = pathsIn('tags');
const VOLUME_TAGS = pathsIn('volume_tags');
/** The blocks that tag what a resource makes. */
const PARTS = ['ebs_block_device', 'root_block_device', 'tag_specifications'];
const TAGGED = ['tags', 'volume_tags', ...PARTS];
const DEFAULT_TAGS = pathsIn('default_tags.tags');

function pathsIn(map: string): TagPaths {
  return { dataClass: `${map}.${TAG.dataClass}`, environment: `${map}.${TAG.environment}` };
}

function defaultsOf(provider: Block | undefined): Declaration {
  return {
    dataClass: textOf(provider?.get(DEFAULT_TAGS.dataClass)),
    environment: textOf(provider?.get(DEFAULT_TAGS.environment)),
  };
}

function tagged(what: string, block: Block, at: TagPaths, declared: Declaration, by: string): string[] {
  const dataClass = textOf(block.get(at.dataClass));
  const environment = textOf(block.get(at.environment));
  return [
    ...ofClass(`${what} ${TAG.dataClass}`, dataClass, declared.dataClass, by),
    ...ofEnvironment(`${what} ${TAG.environment}`, environment, declared.environment, by),
  ];
}

/** What is no class counts as personal: AWS-002 says so. */
function ofClass(what: string, own: string | undefined, outer: string | undefined, by: string): string[] {
  if (own === undefined || outer === undefined || !CLASSES.includes(own) || !CLASSES.includes(outer)) return [];
  return isBelow(own as DataClass, outer as DataClass) ? [`${what} is ${own}, below ${outer} of ${by}`] : [];
}

/** What is no environment is none that rules about production ask. */
function ofEnvironment(what: string, own: string | undefined, outer: string | undefined, by: string): string[] {
  if (own === undefined || outer === undefined) return [];
  const isLower = ENVIRONMENTS.indexOf(own) < ENVIRONMENTS.indexOf(outer);
  return isLower ? [`${what} is ${own}, below ${outer} of ${by}`] : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
