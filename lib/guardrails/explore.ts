import { isFixed } from '../aws/fixed-attributes';
import { Unknown, Value, isUnknown } from '../terraform/value';
import {
  Choice,
  HANGING,
  NOTHING_ASSUMED,
  UNLISTED,
  World,
  inWorld,
  notesTaken,
  noting,
  unlessHanging,
} from '../terraform/worlds';
import { isTooDeep } from '../terraform/unreadable-input';
import { Statements, Verdict, ofStatements, undetermined, violated } from './rule';
import { worst } from './verdicts/checks';

/** What nobody makes there is nothing to say of. */
export const ABSENT = Symbol('absent');

type Judgement = Verdict | undefined | typeof ABSENT;

/** How often a rule is asked about one resource before what decides counts as too much to tell. */
const MOST_QUESTIONS = 400;
/** How often choices are met in all questions about one resource, before that counts as too much to tell: each question meets all of them. */
const MOST_MEETINGS = 40_000;
/** How many values that may be anything are tried one by one. */
const MOST_VALUES = 40;

/** Values that an item of a list may turn out to have: those that open what a rule wants closed among them. */
const ANY_ITEM: readonly Value[] = ['*', '0.0.0.0/0', 'x'];
/** Values that an attribute may turn out to have. */
const ANYTHING: readonly Value[] = ['*', true, false, undefined, '', '0.0.0.0/0', ['*'], 0, '1', 'x'];

/**
 * The verdict of a rule on what is known, and on what may be: where it hangs on something that only a plan can tell, the rule is asked
 * again under each assumption. What holds in each case is the verdict; what holds in some of them only is undetermined.
 *
 * @param check asks the rule
 * @param tried the values at an attribute that the rule is known to judge: `aws_sns_topic.kms_master_key_id`
 */
export function explore(check: () => Judgement, tried: (place: string) => readonly Value[]): Verdict | undefined {
  const known = unlessHanging(check);
  const verdict = known === HANGING ? new Exploration(check, tried).judge(NOTHING_ASSUMED) : known;
  return verdict === ABSENT ? undefined : verdict;
}

class Exploration {
  private questions = 0;
  private meetings = 0;

  constructor(
    private readonly check: () => Judgement,
    private readonly tried: (place: string) => readonly Value[]
  ) {}

  /** The verdict under some assumptions, whatever else may be. */
  public judge(world: World): Judgement {
    const { value: verdict, choices } = this.ask(world);
    const open = [...(choices?.values() ?? [])].filter(({ id }) => !world.has(id));
    const next = open.find(({ kind }) => !UNLISTED.includes(kind));
    if (next === undefined) return this.weigh(verdict, open, world);
    if (this.isSpent) {
      return undetermined(`too much of what decides is only known to a plan, ${shown(next)} among it`);
    }
    const judged = (option: Value): Judgement => this.judge(new Map([...world, [next.id, option]]));
    const verdicts = next.options.map(judged).filter((one): one is Verdict | undefined => one !== ABSENT);
    const otherwise = next.kind === 'default' ? judged(next.unknown) : ABSENT;
    if (verdicts.length === 0) return otherwise;
    if (next.kind === 'each') return worst(verdicts);
    if (next.kind === 'branch') return either(next, verdicts);
    return otherwise === ABSENT ? verdicts[0] : byDefault(next, verdicts[0], otherwise);
  }

  private ask(world: World): { readonly value: Judgement; readonly choices: ReadonlyMap<string, Choice> | undefined } {
    this.questions++;
    const before = notesTaken();
    const asked = inWorld(world, () => noting(this.check));
    this.meetings += notesTaken() - before;
    return asked;
  }

  private get isSpent(): boolean {
    return this.questions > MOST_QUESTIONS || this.meetings > MOST_MEETINGS;
  }

  /** Whether a verdict holds, whatever the values turn out to be that may be anything. */
  private weigh(verdict: Judgement, open: readonly Choice[], world: World): Judgement {
    if (verdict === ABSENT || verdict?.outcome === 'undetermined' || open.length === 0) return verdict;
    if (verdict?.outcome === 'violated' && verdict.isCertain) return verdict;
    // What is written breaks the measure, whatever somebody changed it to meanwhile.
    const isViolated = verdict?.outcome === 'violated';
    const choices = open.filter(
      ({ kind, place }) => kind === 'value' || (!isViolated && (kind === 'part' || !isFixed(place)))
    );
    if (choices.length > MOST_VALUES && !isViolated) return hanging(choices[0]);
    for (const choice of choices.slice(0, MOST_VALUES)) {
      const isTooMuch = referencesOf(choice).length > MOST_VALUES;
      for (const value of this.valuesOf(choice)) {
        if (isTooMuch || this.meetings > MOST_MEETINGS) return isViolated ? verdict : hanging(choice);
        if (this.differs(verdict, new Map([...world, [choice.id, value]]), open)) return hanging(choice);
      }
    }
    if (choices.length > 1) {
      for (const value of ANY_ITEM) {
        const all = new Map([...world, ...choices.map(({ id }) => [id, value] as const)]);
        if (this.differs(verdict, all, open)) return hanging(choices[0]);
      }
    }
    return verdict;
  }

  private valuesOf(choice: Choice): readonly Value[] {
    const isItem = choice.place.endsWith('[]');
    return [
      ...this.tried(choice.place),
      ...(isItem ? ANY_ITEM : ANYTHING),
      ...referencesOf(choice).map((reference) => new Unknown(`\${${reference}}`, [reference], '')),
    ];
  }

  /**
   * Whether a verdict is another one in a world, where other things may be read than in that of the verdict: of these each is
   * looked at as well.
   */
  private differs(verdict: Verdict | undefined, world: World, known: readonly Choice[]): boolean {
    let asked: ReturnType<Exploration['ask']>;
    try {
      asked = this.ask(world);
    } catch (error) {
      if (isTooDeep(error)) throw error;
      // No attribute of Terraform takes a value of such a type.
      return false;
    }
    const { value: other, choices } = asked;
    if (other === ABSENT) return false;
    if (verdict?.outcome === 'violated' ? isGood(other) : other?.outcome === 'violated') return true;
    const seen = new Set(known.map(({ id }) => id));
    const fresh = [...(choices?.values() ?? [])].filter(({ id }) => !world.has(id) && !seen.has(id));
    return fresh.some((choice) =>
      (choice.options.length > 0 ? choice.options : this.valuesOf(choice)).some(
        (value) => this.isSpent || this.differs(verdict, new Map([...world, [choice.id, value]]), [...known, ...fresh])
      )
    );
  }
}

/** What a choice names, each once. */
function referencesOf({ unknown }: Choice): readonly string[] {
  return isUnknown(unknown) ? [...new Set(unknown.references)] : [];
}

function isGood(verdict: Verdict | undefined): boolean {
  return verdict === undefined || verdict.outcome === 'met';
}

/** One of the verdicts holds, and nobody knows which. */
function either(choice: Choice, verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  const bad = verdicts.find((verdict) => verdict?.outcome === 'violated');
  const open = verdicts.find((verdict) => verdict?.outcome === 'undetermined');
  if (!bad) return open ? ofStatements(open, united(verdicts)) : verdicts.find((verdict) => verdict !== undefined);
  const isCertain = verdicts.every((verdict) => verdict?.outcome === 'violated');
  const verdict = isCertain
    ? bad
    : undetermined(`${messageOf(bad)}, or not: only a plan can tell what ${shown(choice)} is`);
  return ofStatements(verdict, united(verdicts));
}

/** What is the default of a variable holds unless somebody says otherwise. */
function byDefault(choice: Choice, verdict: Verdict | undefined, otherwise: Verdict | undefined): Verdict | undefined {
  if (verdict?.outcome === 'violated') {
    const message = `${verdict.message}, by the default of ${shown(choice)}`;
    const isCertain = otherwise?.outcome === 'violated';
    return ofStatements(
      isCertain ? violated(message, verdict.set) : undetermined(message),
      united([verdict, otherwise])
    );
  }
  if (verdict?.outcome === 'undetermined' || isGood(otherwise)) return verdict ?? otherwise;
  return otherwise?.outcome === 'undetermined' ? otherwise : hanging(choice);
}

/** The statements that break a rule, or may, in any of several cases. */
function united(verdicts: readonly (Verdict | undefined)[]): Statements | undefined {
  const bad = verdicts.filter((verdict) => verdict !== undefined && verdict.outcome !== 'met');
  const named = bad.map((verdict) => verdict.statements);
  return named.every((statements) => statements !== undefined) ? [...new Set(named.flat())] : undefined;
}

/** The verdict of what hangs on a choice. */
export function hanging(choice: Choice): Verdict {
  if (choice.kind === 'ignored') {
    const attribute = choice.place.replace(/^(?:data\.)?\w+\./, '');
    return undetermined(`lifecycle.ignore_changes leaves ${attribute} as somebody changed it, and that decides`);
  }
  return undetermined(`only a plan can tell what ${shown(choice)} is, and that decides`);
}

function messageOf(verdict: Verdict): string {
  return 'message' in verdict ? verdict.message : '';
}

/** What a choice hangs on, by name: the text of an expression may hold what nobody should read. */
function shown({ unknown, place }: Choice): string {
  const references = isUnknown(unknown) ? unknown.references.map((it) => it.slice(it.indexOf('|') + 1)) : [];
  const named = [...new Set(references)].filter((it) => it !== '');
  if (named.length === 0) return place === '' ? 'an expression' : `the expression at ${place}`;
  const names = named.length > 3 ? `${named.slice(0, 3).join(', ')} and more` : named.join(', ');
  return isUnknown(unknown) && unknown.reference === undefined && unknown.text !== `\${${names}}`
    ? `the expression with ${names}`
    : names;
}
