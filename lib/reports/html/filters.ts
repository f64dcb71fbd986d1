import { CLAIM_STATES } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { CHAPTERS } from '../../toms/measures/catalogue';
import { numberIn } from '../language';
import { Html, Part, css, html } from './markup';
import { OPEN, icon, slugOf } from './states';

/** The choices of what is listed. The style sheet below obeys them, and no program. */
export function filters({ summary, measures }: Evidence): Html {
  const { claims } = summary;
  const all = CLAIM_STATES.reduce((sum, state) => sum + claims[state], 0);
  const open = OPEN.reduce((sum, state) => sum + claims[state], 0);
  const inChapter = (chapter: number): number =>
    measures.filter((measure) => measure.chapter === chapter).reduce((sum, measure) => sum + measure.claims.length, 0);
  return html`<form class="filters" role="search" aria-label="Filter the claims" autocomplete="off">
    <fieldset>
      <legend>State</legend>
      ${choice('state', 'all', 'all claims', all, true)} ${choice('state', 'open', 'open first', open)}
      ${CLAIM_STATES.map((state) => choice('state', slugOf(state), html`${icon(state)}${state}`, claims[state]))}
    </fieldset>
    <fieldset>
      <legend>Chapter</legend>
      ${choice('chapter', 'all', 'all chapters', all, true)}
      ${chapters().map((chapter) =>
        choice('chapter', String(chapter), `${chapter} ${CHAPTERS[chapter]}`, inChapter(chapter))
      )}
    </fieldset>
    <button type="reset">Show all</button>
  </form>`;
}

function choice(of: 'state' | 'chapter', value: string, label: Part, count: number, isFirst = false): Html {
  const mode = isFirst ? html` checked=""` : count === 0 ? html` disabled=""` : html``;
  return html`<label class="choice"
    ><input type="radio" name="${of}" id="pick-${of}-${value}" ${mode} /><span class="name">${label}</span
    ><span class="figure">${numberIn('en', count)}</span></label
  >`;
}

function chapters(): number[] {
  return Object.keys(CHAPTERS).map(Number);
}

/** What each choice hides. A chapter that was asked for stays, and says that it has nothing. What a link leads to is never hidden. */
export const FILTER_STYLE: readonly Html[] = [
  ...['open', ...CLAIM_STATES.map(slugOf)].map(
    (state) => css`
      :where(.measures:has(#pick-state-${state}:checked)) :is(.claim:not(.is-${state}), .measure:not(.has-${state})),
      :where(.measures:has(#pick-state-${state}:checked):has(#pick-chapter-all:checked)) .chapter:not(.has-${state}) {
        display: none;
      }
      :where(.measures:has(#pick-state-${state}:checked)) .chapter:not(.has-${state}) .nothing {
        display: block;
      }
    `
  ),
  ...chapters().map(
    (chapter) => css`
      :where(.measures:has(#pick-chapter-${chapter}:checked)) .chapter:not(.chapter-${chapter}) {
        display: none;
      }
    `
  ),
  css`
    .claim:has(> :target),
    .measure:has(:target),
    .chapter:has(:target) {
      display: block;
    }
  `,
];
