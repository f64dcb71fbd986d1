import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { Language } from '../language';
import { isPromised, periodOf, promiseOf, sentenceOf, shownBy, shownFor } from '../paper/claims';
import { partyRows, regionsIn, scopeRows } from '../paper/head';
import { Block, Line, Paper, claimRuns, field, listed, table } from '../paper/paper';
import { Section, homeIn, takesClaim } from '../paper/section';
import { ANNEX_KINDS } from './kinds';
import { ANNEX_WORDS } from './words';

/** The annex of technical and organizational measures to a contract. Other parties read it: it names no resource, account or address. */
export function annexOf(evidence: Evidence, at: string, language: Language): Paper {
  const words = ANNEX_WORDS[language];
  const claims = evidence.measures.flatMap((measure) => measure.claims);
  const promised = claims.filter(isPromised);
  return {
    language,
    title: words.title,
    blocks: [
      { text: words.about },
      ...head(evidence, at, language),
      { text: [{ bold: words.honesty }] },
      { text: words.counts },
      ...ANNEX_KINDS.flatMap((kind, index) => kindBlocks(kind, index + 1, promised, language)),
      ...closing(claims, language),
      ...subProcessor(evidence, language),
    ],
  };
}

function head(evidence: Evidence, at: string, language: Language): Block[] {
  const words = ANNEX_WORDS[language];
  const rows = [
    ...partyRows(language, evidence),
    [words.processing, field(language, undefined)],
    ...scopeRows(language, evidence, at),
    [words.signed, field(language, undefined)],
  ];
  return [{ head: [words.item, words.entry], rows }];
}

function kindBlocks(kind: Section, number: number, promised: readonly ClaimEvidence[], language: Language): Block[] {
  const words = ANNEX_WORDS[language];
  const taken = promised.filter(({ id }) => takesClaim(kind, id));
  const own = taken.filter(({ id }) => homeIn(ANNEX_KINDS, id) === kind);
  const others = taken.filter(({ id }) => homeIn(ANNEX_KINDS, id) !== kind).map(({ id }) => id);
  const rows = own.map((claim): Line[] => [
    [{ claim: claim.id }],
    promiseOf(language, claim),
    shownFor(language, claim),
    shownBy(language, claim),
  ]);
  return [
    { heading: `${number} ${kind.title[language]}` },
    ...(rows.length > 0 ? [{ head: [words.claim, words.sentence, words.shownFor, words.shownBy], rows }] : []),
    ...(others.length > 0 ? [{ text: [words.also, ...claimRuns(others)] }] : []),
    ...(taken.length > 0 ? [] : [{ text: kind.takes.length > 0 ? words.nothing : words.notCovered }]),
  ];
}

/** What nobody may infer, and what does not apply. */
function closing(claims: readonly ClaimEvidence[], language: Language): Block[] {
  const words = ANNEX_WORDS[language];
  const idle = claims.filter(({ state }) => state === 'not applicable').map(({ id }) => id);
  const rows = claims
    .filter((claim) => claim.state !== 'not applicable' && !isPromised(claim))
    .map((claim): Line[] => [[{ claim: claim.id }], sentenceOf(language, claim)]);
  return [
    { heading: words.notPromised },
    { text: words.notPromisedAbout },
    table([words.claim, words.sentence], rows, words.none),
    ...(idle.length > 0 ? [{ text: [words.idle, ...claimRuns(idle)] }] : []),
  ];
}

function subProcessor({ scope, reports }: Evidence, language: Language): Block[] {
  const words = ANNEX_WORDS[language];
  const titles = reports.map((report) => `${report.title} (${periodOf(language, report)})`);
  return [
    { heading: words.subProcessor },
    {
      head: [words.name, words.regions, words.reports],
      rows: [['Amazon Web Services', listed(language, regionsIn(language, scope.regions)), listed(language, titles)]],
    },
    { text: words.subProcessorAbout },
  ];
}
