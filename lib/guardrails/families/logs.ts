import { Condition, Logs } from '../../aws/types/resource-type';
import { Block } from '../../terraform/block';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Value, describe, isFalse, isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';
import { allOf, unknownAttribute } from '../verdicts/checks';
import { waysVerdict, whereMeant } from '../verdicts/needs';
import { settingVerdict } from '../verdicts/setting';
import { Family, unique } from './family';
import { article, instruction, waysStep } from './text';

/** Logs of what happens in a resource (TOM 8.1): where a companion, a list of blocks or a switch asks for them. */
export const LOGS: Family<Logs> = {
  name: 'logs',
  claims: ['8.1.b'],
  facetOf: ({ logs }) => logs,
  title: ({ what }, noun) => `${article(noun)} logs ${what}`,
  rationale: (facets) => unique(facets.map(({ facts }) => facts)).join(' '),
  fix: (facets) =>
    [
      instruction(facets.map(([type, facet]) => [type, steps(facet)])),
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
    ].join(' '),
  check: (facet, resource, model) =>
    whereMeant(resource, facet.only, () => {
      const verdict = logsVerdict(facet, resource, model);
      return verdict.outcome !== 'met' && facet.isLoggedBefore?.(resource, model) ? MET : verdict;
    }),
};

function logsVerdict({ companion, list, switches, ways, otherwise }: Logs, resource: Resource, model: Model): Verdict {
  if (switches) {
    return allOf(switches.map((attribute) => settingVerdict(resource, { attribute, is: [true], otherwise })));
  }
  const own = ways
    ? waysVerdict(resource, ways, otherwise)
    : list && !companion
      ? listVerdict([resource], list, otherwise)
      : undefined;
  if (companion === undefined) return own ?? violated(otherwise);
  if (own?.outcome === 'met') return own;
  const beside = companionVerdict(companion, list, otherwise, resource, model);
  return own === undefined || beside.outcome === 'met' ? beside : own.outcome === 'undetermined' ? own : beside;
}

function companionVerdict(
  { type, attribute, needs }: NonNullable<Logs['companion']>,
  list: Logs['list'],
  otherwise: string,
  resource: Resource,
  model: Model
): Verdict {
  const holders = companionsOf(model, resource, type, attribute);
  const verdict = list
    ? holders.length > 0
      ? listVerdict(holders, list, otherwise)
      : undefined
    : best(holders.map((holder) => needsVerdict(holder, needs)));
  if (verdict && verdict.outcome !== 'violated') return verdict;
  if (hasUndeterminedCompanion(model, type, attribute)) {
    return undetermined(`an ${type} names what it logs by a value that only a plan can tell`);
  }
  return verdict ?? violated(`no ${type} names it by ${attribute}: ${otherwise}`);
}

function steps({ companion, list, switches = [], ways }: Logs): string[] {
  const needs = companion?.needs;
  // One companion is enough where the attributes of the resource itself do as well.
  if (ways) return [waysStep(ways)];
  return [
    ...switches.map((attribute) => `set \`${attribute}\` to true`),
    ...(companion ? [`add an \`${companion.type}\` that names it in \`${companion.attribute}\``] : []),
    ...(needs ? [`set \`${needs.attribute}\` there to ${needs.is}`] : []),
    ...(list ? [`add a \`${list.blocks}\` block with \`${list.log}\` ${list.wanted.join(', and one with ')}`] : []),
  ];
}

/** One companion that logs everything is enough: a second one may log what a team looks at. */
function best(verdicts: readonly Verdict[]): Verdict | undefined {
  return (
    verdicts.find(({ outcome }) => outcome === 'met') ??
    verdicts.find(({ outcome }) => outcome === 'undetermined') ??
    verdicts[0]
  );
}

function needsVerdict(companion: Resource, needs: Condition | undefined): Verdict {
  if (needs === undefined) return MET;
  const value = companion.get(needs.attribute);
  if (value === needs.is) return MET;
  const attribute = `${needs.attribute} of ${companion.address}`;
  return isUnknown(value)
    ? unknownAttribute(attribute, value)
    : violated(`${attribute} is ${describe(value)}, so not all is logged`);
}

function listVerdict(
  holders: readonly Block[],
  { blocks, log, wanted, enabled }: NonNullable<Logs['list']>,
  otherwise: string
): Verdict {
  const found = new Set<Value>();
  let open: [attribute: string, value: Value] | undefined;
  for (const holder of holders) {
    const inner = holder.blocks(blocks);
    const whole = inner.length === 0 ? configured(holder, blocks) : undefined;
    if (isUnknown(whole)) open ??= [blocks, whole];
    for (const block of inner) {
      const name = block.get(log);
      const on = enabled === undefined ? undefined : block.get(enabled);
      if (isUnknown(name)) open ??= [`${blocks}.${log}`, name];
      else if (!isUnknown(on) && !isFalse(on)) found.add(name);
      else if (isUnknown(on) && wanted.some((one) => one === name)) open ??= [`${blocks}.${enabled}`, on];
    }
  }
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length === 0) return MET;
  if (open) return unknownAttribute(...open);
  return violated(`no ${blocks} has ${log} ${missing.join(' or ')}: ${otherwise}`);
}
