import { ClaimEvidence, Count } from '../../evidence/claims';
import { RuleEvidence } from '../../evidence/evidence';
import { QUERIES, QueryId } from '../../toms/queries';
import { countText } from '../claim-text';
import { Share, bar } from './bar';
import { FindingsAt } from './findings';
import { Html, NOTHING, html } from './markup';
import { OPEN, OUTCOMES, Outcome, slugOf, stateLabel } from './states';
import { capped, counted, internal, prose } from './text';
import { verdict } from './verdict';
import { recordOf, reportOf } from './records';

/** What a claim is written from, beside itself. */
export interface Behind {
  readonly ruleOf: ReadonlyMap<string, RuleEvidence>;
  readonly findings: FindingsAt;
}

/** Classes that the filters ask for. */
export function stateClasses(prefix: 'is' | 'has', claims: readonly Pick<ClaimEvidence, 'state'>[]): string {
  const states = new Set(claims.map(({ state }) => state));
  const open = OPEN.some((state) => states.has(state)) ? [`${prefix}-open`] : [];
  return [...open, ...[...states].map((state) => `${prefix}-${slugOf(state)}`).sort()].join(' ');
}

/** A claim: a line, and below it what it rests on. Its id is that of what it opens to, so that a link to it opens it. */
export function claimSection(claim: ClaimEvidence, behind: Behind): Html {
  const { id, state, says } = claim;
  return html`<details class="claim ${stateClasses('is', [claim])}">
    <summary>
      <span class="id">${id}</span>${stateLabel(state)}<span class="ratio">${ratio(claim)}</span
      ><span class="says">${says}</span>
    </summary>
    <div class="inside" id="${id}">
      ${kindOf(claim)} ${unjudged(claim)}${addresses(claim, behind)}${recordOf(claim)}${reportOf(claim)}${sample(claim)}
    </div>
  </details> `;
}

function ratio(claim: ClaimEvidence): Html {
  const text = countText(claim);
  if (text === '') return NOTHING;
  const { count, record, report, kind } = claim;
  const kept = report?.covers ?? record?.count;
  const state = kind === 'inherited' ? 'inherited' : 'declared';
  const measured = kept ? bar([[state, kept.met]], kept.of) : count ? bar(sharesOf(count), count.of) : NOTHING;
  return html`${measured}<span class="count">${text}</span>`;
}

function sharesOf({ met, waived, undetermined, violated }: Count): Share[] {
  return [
    ['met', met],
    ['waived', waived],
    ['undetermined', undetermined],
    ['violated', violated],
  ];
}

const KINDS: { readonly [K in ClaimEvidence['kind']]: string } = {
  coverage: 'Coverage: rules judge every member of a population.',
  existence: 'Existence: rules look for one in each place.',
  absence: 'Absence: rules read everything that could hold one.',
  declared: 'Declared: people do it, and a record shows it.',
  inherited: 'Inherited: AWS does it, and its audit reports show it.',
};

function kindOf({ kind, over, count, supports, why }: ClaimEvidence): Html {
  const population = over !== undefined && count && count.of > 0 ? ` N = ${count.of}: ${over}.` : '';
  const support = supports ? ' It supports the measure, and does not count.' : '';
  return html`<p class="kind">
    ${KINDS[kind]}${population}${support}${why === undefined ? '' : html` <span class="why">Why: ${why}.</span>`}
  </p>`;
}

function unjudged({ count }: ClaimEvidence): Html {
  if (!count || count.unjudged.length === 0) return NOTHING;
  return html`<h5>${counted(count.unjudged.length, 'member')} that no rule judged</h5>
    ${capped(count.unjudged, (name) => html`${stateLabel('not judged')} <code>${name}</code>`)} `;
}

/** The addresses that the rules of a claim judged, worst first, each with what the rules say of it. */
function addresses({ rules, state }: ClaimEvidence, { ruleOf, findings }: Behind): Html {
  if (rules.length === 0 || state === 'not applicable') return NOTHING;
  const lists = byAddress(rules.flatMap((id) => ruleOf.get(id) ?? []));
  return html`<h5>What rules judged</h5>
    <p class="kind">
      By ${rules.map((id, at) => html`${at === 0 ? '' : ', '}${internal(id)}`)}. A verdict on a companion, such as a
      bucket policy, counts for what it is part of.
    </p>
    ${OUTCOMES.map((outcome) => {
      const found = lists[outcome];
      if (found.length === 0) return NOTHING;
      return capped(found, ([address, verdicts]) => {
        return html`<details class="address">
          <summary>${stateLabel(outcome)} <code>${address}</code></summary>
          <ul class="verdicts">
            ${verdicts.map((one) => html`<li>${verdict(one.rule, one.outcome, findings(one.rule.rule, address))}</li>`)}
          </ul>
        </details>`;
      });
    })}`;
}

interface RuleVerdict {
  readonly rule: RuleEvidence;
  readonly outcome: Outcome;
}

type Judged = readonly (readonly [address: string, verdicts: readonly RuleVerdict[]])[];

/** What rules say, address by address, by the worst that one of them says. */
function byAddress(rules: readonly RuleEvidence[]): { readonly [O in Outcome]: Judged } {
  const all = new Map<string, RuleVerdict[]>();
  for (const outcome of OUTCOMES) {
    for (const rule of rules) {
      for (const address of rule[outcome]) {
        const known = all.get(address);
        if (known) known.push({ rule, outcome });
        else all.set(address, [{ rule, outcome }]);
      }
    }
  }
  const lists: { [O in Outcome]: [string, RuleVerdict[]][] } = { violated: [], waived: [], undetermined: [], met: [] };
  for (const [address, verdicts] of all) lists[verdicts[0].outcome].push([address, verdicts]);
  return lists;
}

function sample({ sample: id }: ClaimEvidence): Html {
  const query = id === undefined ? undefined : QUERIES[id as QueryId];
  if (!query) return NOTHING;
  return html`<h5>Sample in operation: ${id ?? ''} ${query.shows}</h5>
    <ul class="how">
      ${query.how.split('; ').map((step) => html`<li>${prose(step)}</li>`)}
    </ul> `;
}
