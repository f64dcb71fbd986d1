import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { isShown } from '../../evidence/measures';
import { processingOf } from '../../evidence/processing';
import { graphOf } from '../../graph/picture';
import { Checked, withinDepth } from '../../guardrails/check';
import { scopeOf } from '../../guardrails/finding';
import { Language, dateIn } from '../language';
import { mermaidText } from '../mermaid';
import { isPromised, promiseOf, sentenceOf, shownBy, shownFor } from '../paper/claims';
import { partyRows, scopeRows } from '../paper/head';
import { Block, Line, Paper, field, table } from '../paper/paper';
import { homeIn } from '../paper/section';
import { DPIA_WORDS } from './dpia-words';
import { GOALS } from './goals';
import { ProcessingRecord, withHorizons } from './record';
import { classIn, spanIn, spanText } from './words';

/** What the configuration contributes to an impact assessment by Art. 35(7) GDPR. */
export function dpiaOf(evidence: Evidence, checked: Checked, record: ProcessingRecord, language: Language): Paper {
  const words = DPIA_WORDS[language];
  const claims = evidence.measures.flatMap((measure) => measure.claims);
  return {
    language,
    title: words.title,
    blocks: [
      { text: words.about },
      {
        head: [words.item, words.entry],
        rows: [...partyRows(language, evidence), ...scopeRows(language, evidence, record.at)],
      },
      { heading: words.description },
      openFields(language, words.nature),
      ...description(evidence, checked, language),
      { heading: words.necessity },
      openFields(language, words.proportionality),
      necessity(record, language),
      { heading: words.risks },
      { text: words.risksAbout },
      openFields(language, words.rating),
      ...byGoal(claims, language, risks),
      { heading: words.measures },
      ...byGoal(claims, language, measures),
      { heading: words.accepted },
      waivers(evidence, language),
      { heading: words.opinions },
      openFields(language, words.officerAdvice, words.views),
    ],
  };
}

function openFields(language: Language, ...items: readonly string[]): Block {
  const { item, entry } = DPIA_WORDS[language];
  return { head: [item, entry], rows: items.map((name) => [name, field(language, undefined)]) };
}

function description(evidence: Evidence, { model, report }: Checked, language: Language): Block[] {
  const words = DPIA_WORDS[language];
  const stores = withHorizons(processingOf(model, report).stores, evidence.erasure);
  const rows = stores.map((store): Line[] => [
    store.address,
    classIn(language, store.dataClass),
    field(language, store.dataCategory),
    store.region ?? words.openRegion,
    words.keys[store.ownKey],
    spanIn(language, store.horizon),
  ]);
  const head = [words.store, words.dataClass, words.category, words.region, words.key, words.horizon];
  return [
    { text: words.picture },
    { mermaid: mermaidText(withinDepth(model.stacks, () => graphOf(model))) },
    table(head, rows, words.noStores),
  ];
}

function necessity({ categories }: ProcessingRecord, language: Language): Block {
  const words = DPIA_WORDS[language];
  const rows = categories.map(({ category, dataClass, declared }): Line[] => [
    field(language, category ?? undefined),
    classIn(language, dataClass),
    field(language, declared.map((span) => spanText(language, span)).join('; ')),
    field(language, undefined),
  ]);
  return table([words.category, words.dataClass, words.declared, words.legalBasis], rows, words.noCategories);
}

/** Something of the claims of each goal. */
function byGoal(
  claims: readonly ClaimEvidence[],
  language: Language,
  write: (claims: readonly ClaimEvidence[], language: Language) => Block
): Block[] {
  return GOALS.flatMap((goal) => [
    { text: [{ bold: goal.title[language] }] },
    write(
      claims.filter(({ id }) => homeIn(GOALS, id) === goal),
      language
    ),
  ]);
}

/** What lacks: all that applies and is not shown in full. */
function risks(claims: readonly ClaimEvidence[], language: Language): Block {
  const words = DPIA_WORDS[language];
  const rows = claims
    .filter((claim) => claim.state !== 'not applicable' && !isShown(claim))
    .map((claim): Line[] => [
      [{ claim: claim.id }],
      sentenceOf(language, claim),
      claim.state === 'in part'
        ? `${words.states[claim.state]}, ${shownFor(language, claim)}`
        : words.states[claim.state],
    ]);
  return table([words.claim, words.sentence, words.state], rows, words.nothingLacks);
}

function measures(claims: readonly ClaimEvidence[], language: Language): Block {
  const words = DPIA_WORDS[language];
  const rows = claims
    .filter(isPromised)
    .map((claim): Line[] => [
      [{ claim: claim.id }],
      promiseOf(language, claim),
      shownFor(language, claim),
      shownBy(language, claim),
    ]);
  return table([words.claim, words.sentence, words.shownFor, words.shownBy], rows, words.nothingShown);
}

function waivers(evidence: Evidence, language: Language): Block {
  const words = DPIA_WORDS[language];
  const rows = evidence.waivers.map(({ rule, reason, approver, expires, ...scope }): Line[] => [
    rule,
    scopeOf(scope),
    reason,
    approver,
    dateIn(language, expires),
  ]);
  return table([words.rule, words.covers, words.reason, words.approver, words.until], rows, words.noWaivers);
}
