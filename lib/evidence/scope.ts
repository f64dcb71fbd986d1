import { CompanyRuleText, RuleOutcomes } from '../guardrails/finding';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { ClaimRule } from './claims';
import { regionsInUse } from './in-use';
import { STACK_POPULATIONS } from './populations/stacks';
import { ruleSetDigest, toolVersion } from './tool';
import { LIBRARY } from '../toms/engine';

/** One file that was read. */
export interface InputEvidence {
  readonly file: string;
  readonly kind: 'configuration' | 'plan';
  readonly sha256: string;
}

/** What evidence speaks of, and what made it. What is not in it was not looked at. */
export interface Scope {
  readonly inputs: readonly InputEvidence[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The name and version of the package. */
  readonly tool: string;
  /** The SHA-256 of the set of rules. */
  readonly rules: string;
}

export function scopeOf(
  model: Model,
  pathOf: (file: string) => string,
  companyRules: readonly CompanyRuleText[] = []
): Scope {
  const redaction = new Redaction(model.stacks);
  return {
    inputs: model.stacks.flatMap(({ kind, digests }) =>
      [...digests].map(([file, sha256]) => ({ file: pathOf(file), kind, sha256 }))
    ),
    accounts: STACK_POPULATIONS.accounts.places(model).map((name) => redaction.of(name)),
    regions: regionsInUse(model).map((name) => redaction.of(name)),
    tool: `${LIBRARY} ${toolVersion()}`,
    rules: ruleSetDigest(companyRules),
  };
}

/** How many resources were looked at, and by what. */
export interface ResourceCounts {
  readonly all: number;
  /** Those that a rule about their type judged. */
  readonly judged: number;
  /** Those that only rules about every type judged, such as that on tags. */
  readonly byTagsAlone: number;
  /** How many of each type no rule judged. They may be read as parts of others, as a lifecycle is. */
  readonly unjudged: { readonly [type: string]: number };
}

export function countResources(
  model: Model,
  outcomes: readonly RuleOutcomes[],
  rules: readonly ClaimRule[]
): ResourceCounts {
  const ofAll = new Set(rules.filter(({ types }) => types?.includes('*')).map(({ id }) => id));
  const judged = new Set<string>();
  const tagged = new Set<string>();
  for (const { rule, met, violated, waived, undetermined } of outcomes) {
    const seen = ofAll.has(rule) ? tagged : judged;
    for (const addresses of [met, violated, waived, undetermined]) for (const address of addresses) seen.add(address);
  }
  const count = { all: 0, judged: 0, byTagsAlone: 0 };
  const unjudged = new Map<string, number>();
  for (const resource of model.stacks.flatMap(({ resources }) => resources)) {
    if (resource.mode !== 'managed') continue;
    count.all++;
    if (judged.has(resource.qualifiedAddress)) count.judged++;
    else if (tagged.has(resource.qualifiedAddress)) count.byTagsAlone++;
    else unjudged.set(resource.type, (unjudged.get(resource.type) ?? 0) + 1);
  }
  return { ...count, unjudged: Object.fromEntries([...unjudged].sort(([one], [other]) => (one < other ? -1 : 1))) };
}
