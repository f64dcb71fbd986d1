import { Finding, Report, RuleOutcomes } from './finding';
import { Model, Stack } from './model';
import { ResourceRule, Result, Rule, Severity, StackRule } from './rule';
import { mendSnippet, waiveSnippet } from './snippet';
import { WaiverBook } from './waivers';

/** The id under which unusable waivers are reported. */
export const WAIVER_RULE = 'WAIVER-001';

const SEVERITY_ORDER: { readonly [S in Severity]: number } = { high: 0, medium: 1, low: 2 };
const OUTCOME_ORDER: { readonly [O in Finding['outcome']]: number } = { violated: 0, undetermined: 1, waived: 2 };

/** Runs the rules over a model. One pass a rule, in the order of their ids; the same model gives the same report. */
export function run(model: Model, rules: readonly Rule[], today: Date = new Date()): Report {
  const waivers = new WaiverBook(model, new Map(rules.map((rule) => [rule.id, rule])), today);
  const findings: Finding[] = [];
  const outcomes: RuleOutcomes[] = [];
  const crashes: string[] = [];
  const order = [...rules].sort((a, b) => compare(a.id, b.id));

  for (const rule of order) {
    const by = {
      rule: rule.id,
      met: [] as string[],
      violated: [] as string[],
      waived: [] as string[],
      undetermined: [] as string[],
    };
    try {
      for (const result of results(rule, model)) {
        const finding = toFinding(rule, result, model, waivers, today);
        if (finding) {
          findings.push(finding);
          by[finding.outcome].push(qualified(finding.stack, finding.address));
        } else {
          by.met.push(qualified(result.subject.stack.name, result.subject.address));
        }
      }
    } catch (error) {
      if (error instanceof RangeError) throw error;
      crashes.push(`rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (by.met.length + by.violated.length + by.waived.length + by.undetermined.length > 0) outcomes.push(by);
  }

  findings.push(...waiverFindings(waivers));
  findings.sort(
    (a, b) =>
      OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      compare(a.rule, b.rule) ||
      compare(a.stack, b.stack) ||
      compare(a.address, b.address)
  );
  return {
    inputs: model.stacks.map((stack) => stack.file),
    resources: model.stacks.reduce((sum, stack) => sum + stack.resources.length, 0),
    findings,
    outcomes,
    waivers: waivers.all,
    warnings: waivers.warnings,
    crashes,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An address is only unique within its stack. */
function qualified(stack: string, address: string): string {
  return `${stack}:${address}`;
}

function* results(rule: Rule, model: Model): Iterable<Result> {
  if (isStackRule(rule)) {
    for (const stack of model.stacks) yield* rule.checkStack(stack, model);
    return;
  }
  const types = rule.types.includes('*') ? [...model.types].sort(compare) : rule.types;
  for (const type of types) {
    for (const subject of model.resources(type)) {
      const verdict = rule.check(subject, model);
      if (verdict) yield { subject, verdict };
    }
  }
}

export function isStackRule(rule: Rule): rule is StackRule {
  return 'checkStack' in rule;
}

export function isResourceRule(rule: Rule): rule is ResourceRule {
  return 'check' in rule;
}

function toFinding(rule: Rule, result: Result, model: Model, waivers: WaiverBook, today: Date): Finding | undefined {
  const { verdict, subject } = result;
  if (verdict.outcome === 'met') return undefined;
  const { stack } = subject;
  const path = subject.constructPath;
  const waivable = rule.waivable !== false;
  const waiver = verdict.outcome === 'violated' && waivable ? waivers.cover(rule.id, stack, path) : undefined;
  const set = verdict.outcome === 'violated' ? verdict.set : undefined;
  return {
    rule: rule.id,
    outcome: waiver ? 'waived' : verdict.outcome,
    severity: rule.severity,
    measures: rule.measures,
    stack: stack.name,
    file: stack.file,
    address: subject.address,
    constructPath: path,
    source: path === undefined ? undefined : model.tree?.sourceOf(path),
    message: verdict.message,
    fix: set ? `${rule.fix}\n${mendSnippet(path, subject.address, set)}` : rule.fix,
    waive:
      waivable && path !== undefined && verdict.outcome === 'violated' ? waiveSnippet(path, rule.id, today) : undefined,
    waiver,
  };
}

/** Waivers that are expired, malformed or of no use are findings of their own: nobody may waive them. */
function waiverFindings(waivers: WaiverBook): Finding[] {
  const finding = (stack: Stack, rule: string, path: string, message: string, fix: string): Finding => ({
    rule: WAIVER_RULE,
    outcome: 'violated',
    severity: 'high',
    measures: ['10.3'],
    stack: stack.name,
    file: stack.file,
    address: `waiver of ${rule}`,
    constructPath: path,
    message,
    fix,
  });
  return [
    ...waivers.problems.map(({ stack, waiver, message, fix }) =>
      finding(stack, waiver.rule, waiver.path, message, fix)
    ),
    ...waivers.unused.map(({ stack, waiver }) =>
      finding(
        stack,
        waiver.rule,
        waiver.path,
        `the waiver covers nothing: ${waiver.rule} finds nothing to waive at or below ${waiver.path}`,
        'remove the waiver, or set it on the construct that the finding names'
      )
    ),
  ];
}
