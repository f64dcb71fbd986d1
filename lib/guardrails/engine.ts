import { maxWaiverDays } from '../aws/declared';
import { demandsOf } from '../aws/demanded';
import { compare } from '../terraform/compare';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';
import { Resource, Stack } from '../terraform/stack';
import { isTooDeep } from '../terraform/unreadable-input';
import { Value } from '../terraform/value';
import { noting } from '../terraform/worlds';
import { measuresOf } from '../toms/claims/catalogue';
import { DEMANDS } from '../toms/demands';
import { ABSENT, explore } from './explore';
import { companyRuleText, isOfCompany } from './company/company-rule';
import { Tried, triedAt } from './tried';
import { Declared, Finding, Report, RuleOutcomes, scopeOf } from './finding';
import { ageOf } from './dated-list';
import { countUnread } from './read-types';
import { RecordBook } from './records/record-book';
import { RecordFile } from './records/record-file';
import {
  ResourceRule,
  Result,
  Rule,
  SEVERITIES,
  StackRule,
  Statements,
  Verdict,
  byIdAndName,
  ofStatements,
} from './rule';
import { fixSnippet, waiveEntry, waiveSnippet } from './snippet';
import { endOfTerm } from './waivers';
import { WaiverBook } from './waiver-book';
import { NO_SETTINGS, Settings } from './settings/settings';
import { WaiverFile } from './waiver-file';
import { LIBRARY } from '../toms/engine';

/** The id under which unusable waivers are reported. */
export const WAIVER_RULE = 'WAIVER-001';

const OUTCOME_ORDER: { readonly [O in Finding['outcome']]: number } = { violated: 0, undetermined: 1, waived: 2 };

/** Runs the rules over a model. One pass a rule, in the order of their ids; the same model gives the same report. */
export function run(
  model: Model,
  rules: readonly Rule[],
  today: Date = new Date(),
  files: readonly WaiverFile[] = [],
  kept: readonly RecordFile[] = [],
  { skipped, companyRules, demands }: Settings = NO_SETTINGS
): Report {
  const left = new Set(skipped.map(({ rule }) => rule));
  const redaction = new Redaction(model.stacks);
  const waivers = new WaiverBook(model, keyed(rules, companyRules), today, files);
  const records = new RecordBook(model, today, kept);
  const findings: Finding[] = [];
  const outcomes: RuleOutcomes[] = [];
  const declarations: Declared[] = [];
  const crashes: string[] = [];
  const ages = new Set<string>();
  // What a company adds runs last: whatever it does, the verdicts of the others stand.
  const order = [rules, companyRules].flatMap((some: readonly Rule[]) =>
    some.filter(({ id }) => !left.has(id)).sort((a, b) => compare(a.id, b.id))
  );
  const attempt = (rule: Rule, of: Model, visit: (subject: Result['subject'], verdict: Verdict) => void): void => {
    try {
      judge(rule, of, (subject, verdict) => visit(shownSubject(subject, redaction), shownVerdict(verdict, redaction)));
    } catch (error) {
      if (isTooDeep(error)) throw error;
      const whose = isOfCompany(rule) ? ` of ${rule.package}` : '';
      crashes.push(`rule ${rule.id}${whose} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  for (const rule of order) {
    const by = {
      rule: rule.id,
      met: [] as string[],
      violated: [] as string[],
      waived: [] as string[],
      undetermined: [] as string[],
    };
    attempt(rule, model, (subject, verdict) => {
      const age = verdict.list && ageOf(verdict.list, today);
      if (age !== undefined) ages.add(age);
      if (verdict.outcome === 'met') {
        const address = qualified(subject);
        by.met.push(address);
        if (verdict.declared !== undefined) {
          declarations.push({ rule: rule.id, address, says: redaction.of(verdict.declared) });
        }
        return;
      }
      const finding = toFinding(rule, subject, verdict, model, waivers, today);
      findings.push(finding);
      by[finding.outcome].push(qualified(subject));
    });
    if (by.met.length + by.violated.length + by.waived.length + by.undetermined.length > 0) outcomes.push(by);
  }

  // What is open before a plan, and met in it, needs its waiver as well: a waiver that covers nothing in the plan may cover that.
  // Of a rule that did not run nobody can tell whether its waivers cover anything.
  const unused = (): typeof waivers.unused => waivers.unused.filter(({ waiver }) => !left.has(waiver.rule));
  const idle = new Set(
    unused()
      .filter(({ stacks }) => stacks.some((it) => it.configuration))
      .map(({ waiver }) => waiver.rule)
  );
  if (idle.size > 0) {
    const configured = new Model(
      model.stacks.map((stack) => stack.configuration ?? stack),
      model.tree
    );
    for (const rule of order.filter(({ id }) => idle.has(id))) {
      attempt(rule, configured, (subject, verdict) => {
        if (verdict.outcome !== 'met') waivers.cover(rule.id, subject, verdict.statements);
      });
    }
  }
  findings.push(...waiverFindings(waivers.problems, unused()), ...records.findings);
  findings.sort(
    (a, b) =>
      OUTCOME_ORDER[a.outcome] - OUTCOME_ORDER[b.outcome] ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compare(a.rule, b.rule) ||
      compare(a.stack, b.stack) ||
      compare(a.address, b.address)
  );
  return {
    inputs: model.stacks.map((stack) => stack.file),
    resources: model.size,
    notRead: countUnread(
      model.stacks.flatMap(({ resources }) => resources),
      companyRules.flatMap(({ types }) => types)
    ),
    findings: findings.map((finding) => ({ ...finding, message: redaction.of(finding.message) })),
    outcomes: companyRules.length === 0 ? outcomes : outcomes.sort((a, b) => compare(a.rule, b.rule)),
    declarations,
    waivers: waivers.all,
    records: records.records,
    warnings: [...waivers.warnings, ...records.warnings, ...[...ages].map((age) => `${age}. Update ${LIBRARY}`)],
    crashes: crashes.map((crash) => redaction.of(crash)),
    skipped: skipped.length === 0 ? undefined : skipped,
    companyRules: companyRules.length === 0 ? undefined : companyRules.map(companyRuleText),
    demands: Object.keys(demands).length === 0 ? undefined : demands,
  };
}

const KEYED = new WeakMap<readonly Rule[], ReadonlyMap<string, Rule>>();

/** Rules by their ids and names. Those of the package are the same in every run. */
function keyed(rules: readonly Rule[], companyRules: readonly Rule[]): ReadonlyMap<string, Rule> {
  if (companyRules.length > 0) return byIdAndName([...rules, ...companyRules]);
  let known = KEYED.get(rules);
  if (!known) KEYED.set(rules, (known = byIdAndName(rules)));
  return known;
}

/** A Sid that must not be shown names no statement. */
function shownVerdict(verdict: Verdict, redaction: Redaction): Verdict {
  if (verdict.outcome === 'met' || !verdict.statements?.some((name) => redaction.of(name) !== name)) return verdict;
  return ofStatements(verdict, undefined);
}

/** What is no resource may be called by a value, such as a region. Terraform lets nothing secret into the address of a resource. */
function shownSubject(subject: Result['subject'], redaction: Redaction): Result['subject'] {
  return 'qualifiedAddress' in subject ? subject : { ...subject, address: redaction.of(subject.address) };
}

/** An address is only unique within its stack. */
function qualified(subject: Result['subject']): string {
  return 'qualifiedAddress' in subject ? subject.qualifiedAddress : `${subject.stack.name}:${subject.address}`;
}

/** Calls `visit` with every verdict of a rule. */
function judge(rule: Rule, model: Model, visit: (subject: Result['subject'], verdict: Verdict) => void): void {
  if (isStackRule(rule)) {
    for (const stack of model.stacks) {
      const { value: results, choices } = noting(() => rule.checkStack(stack, model));
      for (const { subject, verdict, again } of results) {
        // What is said of another subject once something is assumed, stays open of this one.
        const of = (): Verdict =>
          rule.checkStack(stack, model).find((result) => result.subject.address === subject.address)?.verdict ??
          verdict;
        const judged = choices === undefined ? verdict : explore(again ?? of, TRIED_AT);
        if (judged) visit(subject, judged);
      }
    }
    return;
  }
  let subject: Resource;
  const ask = (): Verdict | undefined | typeof ABSENT => (subject.isThere ? rule.check(subject, model) : ABSENT);
  const tried = triedBy(rule);
  const types = rule.types.includes('*') ? [...model.types].sort(compare) : rule.types;
  for (const type of types) {
    for (subject of model.resources(type)) {
      const verdict = explore(ask, tried);
      if (verdict) visit(subject, verdict);
    }
  }
}

/** The values that a rule is known to judge at an attribute, by what its examples have there. */
function triedBy(rule: Rule): (place: string) => readonly Value[] {
  return isOfCompany(rule) ? rule.tried : TRIED_AT;
}

let tried: Tried | undefined;
const TRIED_AT = (place: string): readonly Value[] => triedAt((tried ??= loadTried()), place);

/** The table is large, and most runs never ask for it. */
function loadTried(): Tried {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { makeTried } = require('./tried.generated') as typeof import('./tried.generated');
  return makeTried();
}

export function isStackRule(rule: Rule): rule is StackRule {
  return 'checkStack' in rule;
}

export function isResourceRule(rule: Rule): rule is ResourceRule {
  return 'check' in rule;
}

/** How to fix what is wrong with a subject: a rule about several types says only what its type needs. */
function fixOf(rule: Rule, subject: Result['subject']): string {
  const fix = isResourceRule(rule) && rule.fixOf && 'type' in subject ? rule.fixOf(subject.type) : rule.fix;
  const demanded = demandsOf(subject.stack);
  const stricter = (rule.demands ?? []).filter((id) => demanded[id] !== DEMANDS[id]);
  const all = stricter.map((id) => `${id} ${demanded[id]}`).join(', ');
  return all === '' ? fix : `${fix} This project demands more: ${all}.`;
}

function toFinding(
  rule: Rule,
  subject: Result['subject'],
  verdict: Exclude<Verdict, { readonly outcome: 'met' }>,
  model: Model,
  waivers: WaiverBook,
  today: Date
): Finding {
  const { stack } = subject;
  const path = subject.constructPath;
  const waivable = rule.waivable !== false;
  const waiver = waivable ? waivers.cover(rule.id, subject, verdict.statements) : undefined;
  const set = verdict.outcome === 'violated' ? verdict.set : undefined;
  const fix = fixOf(rule, subject);
  const age = verdict.list && ageOf(verdict.list, today);
  return {
    rule: rule.id,
    outcome: waiver ? 'waived' : verdict.outcome,
    severity: rule.severity,
    measures: measuresOf(rule.claims),
    stack: stack.name,
    file: stack.file,
    address: subject.address,
    constructPath: path,
    source: path === undefined ? undefined : model.tree?.sourceOf(path),
    message: [messageOf(verdict, stack), ...(age === undefined ? [] : [age])].join('; '),
    fix: set ? `${fix}\n${fixSnippet(path, subject.address, set)}` : fix,
    waive: waivable && !waiver ? waive(rule.id, subject, verdict.statements, model, today) : undefined,
    waiver,
  };
}

function waive(
  rule: string,
  { stack, address, constructPath }: Result['subject'],
  statements: Statements | undefined,
  model: Model,
  today: Date
): string {
  const expires = endOfTerm(today, maxWaiverDays(stack, constructPath));
  if (constructPath !== undefined) return waiveSnippet(constructPath, { rule, statements, expires });
  const name = model.stacks.length > 1 ? stack.reference.name : undefined;
  return waiveEntry({ rule, address, stack: name, statements, expires });
}

/** What a plan does not tell, only its apply does. */
function afterPlan(message: string): string {
  return message
    .replace(/only a plan can tell/g, 'only apply can tell')
    .replace(/only known to a plan/g, 'only known after apply');
}

/** A message names one statement: where there are several, it lists them, since a waiver must name them all. */
function messageOf(
  { message: said, statements = [] }: Exclude<Verdict, { readonly outcome: 'met' }>,
  { kind }: Stack
): string {
  const message = kind === 'plan' ? afterPlan(said) : said;
  if (statements.length < 2) return message;
  return `${message}; the statements in all: ${statements.map((name) => `"${name}"`).join(', ')}`;
}

/** Waivers that are expired, malformed or of no use are findings of their own: nobody may waive them. */
function waiverFindings(problems: WaiverBook['problems'], idle: WaiverBook['unused']): Finding[] {
  const unused = idle.map((entry) => ({
    ...entry,
    message: `the waiver covers nothing: ${entry.waiver.rule} finds nothing to waive at or below ${scopeOf(entry.waiver)}`,
    fix: 'remove the waiver, or set it on what the finding names',
  }));
  return [...problems, ...unused].map(({ stack, file, waiver, message, fix }) => ({
    rule: WAIVER_RULE,
    outcome: 'violated',
    severity: 'high',
    measures: ['10.3'],
    stack: stack.name,
    file,
    address: `waiver of ${waiver.rule}`,
    constructPath: waiver.path,
    message,
    fix,
  }));
}
