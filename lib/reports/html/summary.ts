import { CLAIM_STATES, ClaimState } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { MEASURE_STATES } from '../../evidence/measures';
import { CHAPTERS } from '../../toms/measures/catalogue';
import { tallyText } from '../claim-text';
import { bar, claimBar } from './bar';
import { byChapter } from './chapters';
import { numberIn } from '../language';
import { Html, html } from './markup';
import { MEANINGS, OPEN, State, bestFirst, icon } from './states';
import { table } from './table';
import { internal } from './text';

/** How many claims and measures are in which state, and what the states mean. */
export function summarySection(evidence: Evidence): Html {
  const { summary } = evidence;
  return html`<section aria-labelledby="summary">
    <h2 id="summary">Summary</h2>
    ${counts('claims', bestFirst(CLAIM_STATES), summary.claims)}
    ${counts('measures', bestFirst(MEASURE_STATES), summary.measures)} ${chapterTable(evidence)}
    <details class="words">
      <summary>What the states mean</summary>
      <dl class="facts">
        ${CLAIM_STATES.map(
          (state: ClaimState) =>
            html`<dt>${icon(state)}${state}</dt>
              <dd>${MEANINGS[state]}</dd>`
        )}
      </dl>
      <p class="note">
        A claim that only supports its measure moves it neither way. A measure is in full where every claim that applies
        is shown, declared or inherited, and more than half of its claims apply. <em>Met</em> is a word of rules.
      </p>
    </details>
  </section>`;
}

function counts<S extends State>(of: string, states: readonly S[], numbers: { readonly [K in S]: number }): Html {
  const all = states.reduce((sum, state) => sum + numbers[state], 0);
  return html`<div class="counts">
    <h3><span class="figure">${numberIn('en', all)}</span> ${of}</h3>
    ${bar(
      states.map((state) => [state, numbers[state]]),
      all
    )}
    <ul class="key">
      ${states.map(
        (state) =>
          html`<li class="${numbers[state] === 0 ? 'none' : 'some'}">
            ${icon(state)}<span class="figure">${numberIn('en', numbers[state])}</span> ${state}
          </li>`
      )}
    </ul>
  </div>`;
}

function chapterTable(evidence: Evidence): Html {
  const rows = byChapter(evidence).map(([chapter, measures]) => {
    const claims = measures.flatMap((measure) => measure.claims);
    const open = claims.filter(({ state }) => OPEN.includes(state)).length;
    return [
      internal(`chapter-${chapter}`, `${chapter} ${CHAPTERS[chapter]}`),
      claimBar(claims),
      tallyText({ claims }),
      numberIn('en', open),
    ];
  });
  return table('By chapter', ['Chapter', 'Claims', 'Shown, of those that count', 'Open'], rows);
}
