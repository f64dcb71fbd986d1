import { ClaimState } from '../../evidence/claims';
import { MeasureState } from '../../evidence/measures';
import { RuleOutcomes } from '../../guardrails/finding';
import { Html, html } from './markup';

/** What a rule says of one address. */
export type Outcome = Exclude<keyof RuleOutcomes, 'rule'>;

/** What rules say, from worst to best. */
export const OUTCOMES: readonly Outcome[] = ['violated', 'waived', 'undetermined', 'met'];

export type State = ClaimState | MeasureState | Outcome | 'not judged';

/** The states that somebody has to do something about, whatever the others say. */
export const OPEN: readonly ClaimState[] = ['violated', 'waived', 'undetermined'];

/** States as bars show them: the best first, and what does not apply at the end. */
export function bestFirst<S extends State>(worstFirst: readonly S[]): readonly S[] {
  const applies = worstFirst.filter((state) => state !== 'not applicable').reverse();
  return [...applies, ...worstFirst.filter((state) => state === 'not applicable')];
}

/** What the states of claims mean. */
export const MEANINGS: { readonly [S in ClaimState]: string } = {
  violated: 'One member is not as the claim says. The count says how many.',
  waived: 'One member is not, or nobody can tell, and somebody accepts that until a day.',
  undetermined: 'Only the plan can tell of one member.',
  'not shown': 'Nobody looked, or nothing was found. This is no proof of the contrary.',
  'in part': 'n of N members are as the claim says. The others nobody judged.',
  declared: 'A record of people in force says so.',
  inherited: 'Audit reports of AWS in force cover every Region and service in use.',
  shown: 'Every member was judged, and is as the claim says.',
  'not applicable': 'N = 0: there is nothing that the claim speaks of.',
};

const SLUGS = {
  'in part': 'in-part',
  'not shown': 'not-shown',
  'not judged': 'not-shown',
  'not applicable': 'not-applicable',
  'in full': 'shown',
  met: 'shown',
} as const;

/** The name of a state in classes and ids. States that look alike share one. */
export function slugOf(state: State): string {
  return state in SLUGS ? SLUGS[state as keyof typeof SLUGS] : state;
}

/** The mark of a state: its form differs too, not only its colour. */
export function icon(state: State): Html {
  const slug = slugOf(state);
  return html`<svg class="icon ${slug}" aria-hidden="true"><use href="#icon-${slug}" /></svg>`;
}

/** A state, in words behind its mark. */
export function stateLabel(state: State): Html {
  return html`<span class="state">${icon(state)}${state}</span>`;
}

/** The forms of the marks, once for the page. */
export const MARKS: Html = html`<svg class="marks" width="0" height="0" aria-hidden="true">
  <symbol id="icon-violated" viewBox="0 0 16 16">
    <rect class="fill" x="1" y="1" width="14" height="14" rx="2.5" />
    <path class="cut" d="M5 5l6 6M11 5l-6 6" />
  </symbol>
  <symbol id="icon-waived" viewBox="0 0 16 16">
    <circle class="line" cx="8" cy="8" r="6.2" />
    <path class="line" d="M8 4.2V8l2.6 1.9" />
  </symbol>
  <symbol id="icon-undetermined" viewBox="0 0 16 16">
    <path class="line" d="M8 1.2L14.8 8 8 14.8 1.2 8z" />
    <path class="line" d="M8 4.8v3.6M8 10.6v.4" />
  </symbol>
  <symbol id="icon-not-shown" viewBox="0 0 16 16"><circle class="line" cx="8" cy="8" r="6.2" /></symbol>
  <symbol id="icon-in-part" viewBox="0 0 16 16">
    <circle class="line" cx="8" cy="8" r="6.2" />
    <path class="fill" d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" />
  </symbol>
  <symbol id="icon-declared" viewBox="0 0 16 16">
    <path class="line" d="M3.2 1.8h6.4l3.2 3.2v9.2H3.2z" />
    <path class="line" d="M5.6 8h4.8M5.6 11h3" />
  </symbol>
  <symbol id="icon-inherited" viewBox="0 0 16 16">
    <path class="line" d="M4.4 12.6h7a2.9 2.9 0 0 0 .4-5.7A4 4 0 0 0 4.1 6a3.3 3.3 0 0 0 .3 6.6z" />
  </symbol>
  <symbol id="icon-shown" viewBox="0 0 16 16">
    <circle class="fill" cx="8" cy="8" r="7" />
    <path class="cut" d="M4.6 8.2l2.3 2.4 4.5-4.9" />
  </symbol>
  <symbol id="icon-not-applicable" viewBox="0 0 16 16"><path class="line" d="M3.5 8h9" /></symbol>
</svg>`;
