import { Evidence } from '../../evidence/evidence';
import { InLanguages, Language } from '../language';
import { partyRows, scopeRows } from '../paper/head';
import { Line, Paper, field, listed, table } from '../paper/paper';
import { DataCategory, ProcessingRecord, RecordedStore } from './record';
import { RECORD_WORDS } from './record-words';
import { classIn, spanIn, spanText } from './words';

/** The record of processing activities (Art. 30 GDPR) for people. */
export function recordPaper(record: ProcessingRecord, evidence: Evidence, language: Language): Paper {
  const words = RECORD_WORDS[language];
  const { categories, recipients, stores } = record;
  return {
    language,
    title: words.title,
    blocks: [
      { text: words.about },
      { head: [words.field, words.article, words.entry], rows: fields(record, evidence, language) },
      { heading: words.categories },
      { text: words.categoriesAbout },
      table(
        categoryHead(language),
        categories.map((one) => categoryRow(one, language)),
        words.none
      ),
      { heading: words.stores },
      table(
        storeHead(language),
        stores.map((one) => storeRow(one, language)),
        words.none
      ),
      { heading: words.recipients },
      { text: words.recipientsAbout },
      table(
        [words.recipient, words.certain, words.through],
        recipients.map(({ who, isCertain, through }) => [
          who === 'everybody' ? words.everybody : who,
          isCertain ? words.yes : words.perhaps,
          through,
        ]),
        words.noneSeen
      ),
    ],
  };
}

function fields(record: ProcessingRecord, evidence: Evidence, language: Language): (readonly Line[])[] {
  const words = RECORD_WORDS[language];
  const blank = field(language, undefined);
  const openRegion = record.hasOpenRegions ? [words.openRegion] : [];
  const annexes = Object.entries(record.measures).map(([file, sha256]) => `${file}, SHA-256 ${sha256}`);
  return [
    ...partyRows(language, evidence).map(([item, entry]) => [item, ARTICLES.parties[language], entry]),
    [words.purposes, ARTICLES.purposes[language], blank],
    [words.persons, ARTICLES.persons[language], blank],
    [words.dataCategories, ARTICLES.persons[language], words.seeCategories],
    [words.recipients, ARTICLES.recipients[language], words.seeRecipients],
    [words.otherRecipients, ARTICLES.recipients[language], blank],
    [words.processorAws, ARTICLES.recipients[language], 'Amazon Web Services'],
    [words.places, ARTICLES.thirdCountries[language], listed(language, [...record.regions, ...openRegion])],
    [
      words.outsideEu,
      ARTICLES.thirdCountries[language],
      record.regionsOutsideEu.length + openRegion.length > 0
        ? listed(language, [...record.regionsOutsideEu, ...openRegion])
        : words.noneOfThese,
    ],
    [words.safeguards, ARTICLES.thirdCountries[language], blank],
    [words.limits, ARTICLES.limits[language], words.seeCategories],
    [words.measures, ARTICLES.measures[language], listed(language, annexes)],
    ...scopeRows(language, evidence, record.at).map(([item, entry]) => [item, '', entry]),
  ];
}

/** Where Art. 30 asks for each field: of controllers, and of processors. */
const ARTICLES: { readonly [field: string]: InLanguages } = {
  parties: { en: '(1)(a), (2)(a)', de: 'Abs. 1 lit. a, Abs. 2 lit. a' },
  purposes: { en: '(1)(b), (2)(b)', de: 'Abs. 1 lit. b, Abs. 2 lit. b' },
  persons: { en: '(1)(c)', de: 'Abs. 1 lit. c' },
  recipients: { en: '(1)(d)', de: 'Abs. 1 lit. d' },
  thirdCountries: { en: '(1)(e), (2)(c)', de: 'Abs. 1 lit. e, Abs. 2 lit. c' },
  limits: { en: '(1)(f)', de: 'Abs. 1 lit. f' },
  measures: { en: '(1)(g), (2)(d)', de: 'Abs. 1 lit. g, Abs. 2 lit. d' },
};

function categoryHead(language: Language): readonly string[] {
  const { category, processing, dataClass, number, declared, goneAfter } = RECORD_WORDS[language];
  return [category, processing, dataClass, number, declared, goneAfter];
}

function categoryRow(
  { category, processing, dataClass, stores, declared, horizon }: DataCategory,
  language: Language
): Line[] {
  return [
    field(language, category ?? undefined),
    field(language, processing ?? undefined),
    classIn(language, dataClass),
    String(stores.length),
    declared.length > 0
      ? listed(
          language,
          declared.map((span) => spanText(language, span))
        )
      : field(language, undefined),
    spanIn(language, horizon),
  ];
}

function storeHead(language: Language): readonly string[] {
  const { store, category, region, copies, declared, goneAfter } = RECORD_WORDS[language];
  return [store, category, region, copies, declared, goneAfter];
}

function storeRow(store: RecordedStore, language: Language): Line[] {
  const { openRegion, noCopies } = RECORD_WORDS[language];
  const copies = [...new Set(store.copies.map((region) => region ?? openRegion))];
  return [
    store.address,
    field(language, store.dataCategory),
    store.region ?? openRegion,
    copies.length > 0 ? copies.join('; ') : noCopies,
    spanIn(language, store.declared),
    spanIn(language, store.horizon),
  ];
}
