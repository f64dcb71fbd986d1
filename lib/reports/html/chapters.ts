import { Evidence } from '../../evidence/evidence';
import { MeasureEvidence } from '../../evidence/measures';
import { CHAPTERS, measure as measureOf } from '../../toms/measures/catalogue';
import { tallyText } from '../claim-text';
import { claimBar } from './bar';
import { Behind, claimSection, stateClasses } from './claim';
import { filters } from './filters';
import { Html, NOTHING, html } from './markup';
import { stateLabel } from './states';

type Chapter = readonly [chapter: number, measures: readonly MeasureEvidence[]];

/** The measures, chapter by chapter. */
export function byChapter({ measures }: Evidence): readonly Chapter[] {
  const chapters = new Map<number, MeasureEvidence[]>();
  for (const measure of measures) {
    const known = chapters.get(measure.chapter);
    if (known) known.push(measure);
    else chapters.set(measure.chapter, [measure]);
  }
  return [...chapters];
}

/** Chapters, their measures, and the claims of these. */
export function measuresSection(evidence: Evidence, behind: Behind): Html {
  return html`<section class="measures" aria-labelledby="measures">
    <h2 id="measures">Measures and their claims</h2>
    <div class="columns">
      ${filters(evidence)}
      <div class="chapters">
        ${byChapter(evidence).map(([chapter, measures]) => chapterSection(chapter, measures, behind))}
      </div>
    </div>
  </section>`;
}

function chapterSection(chapter: number, measures: readonly MeasureEvidence[], behind: Behind): Html {
  const claims = measures.flatMap((measure) => measure.claims);
  return html`<details class="chapter chapter-${chapter} ${stateClasses('has', claims)}" open="">
    <summary>
      <h3><span class="id">${chapter}</span> ${CHAPTERS[chapter]}</h3>
      ${claimBar(claims)}<span class="tally">${tallyText({ claims })}</span>
    </summary>
    <div class="inside" id="chapter-${chapter}">
      <p class="nothing">No claim of this chapter is in that state.</p>
      ${measures.map((measure) => measureSection(measure, behind))}
    </div>
  </details>`;
}

function measureSection(measure: MeasureEvidence, behind: Behind): Html {
  const { id, title, state, claims, lacks } = measure;
  const lacking = lacks.length === 0 ? NOTHING : html`<span class="lacks">lacks ${lacks.join(' ')}</span>`;
  return html`<details class="measure ${stateClasses('has', claims)}" open="">
    <summary>
      <h4><span class="id">${id}</span> ${title}</h4>
      ${stateLabel(state)}<span class="tally">${tallyText(measure)}</span>${lacking}
    </summary>
    <div class="inside" id="${id}">
      <p class="statement">${measureOf(id)?.statement ?? ''}</p>
      ${claims.map((claim) => claimSection(claim, behind))}
    </div>
  </details>`;
}
