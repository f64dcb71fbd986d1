import { InLanguages } from '../language';

interface AnnexWords {
  readonly title: string;
  readonly about: string;
  readonly honesty: string;
  readonly counts: string;
  readonly item: string;
  readonly entry: string;
  readonly processing: string;
  readonly regions: string;
  readonly signed: string;
  readonly claim: string;
  readonly sentence: string;
  readonly shownFor: string;
  readonly shownBy: string;
  readonly nothing: string;
  readonly notCovered: string;
  readonly also: string;
  readonly notPromised: string;
  readonly notPromisedAbout: string;
  readonly idle: string;
  readonly none: string;
  readonly subProcessor: string;
  readonly subProcessorAbout: string;
  readonly name: string;
  readonly reports: string;
}

export const ANNEX_WORDS: InLanguages<AnnexWords> = {
  en: {
    title: 'Technical and organizational measures',
    about:
      'Annex under Art. 28(3) and Art. 32 GDPR, in the order of Annex II of the standard contractual clauses (Implementing Decision (EU) 2021/914).',
    honesty:
      'This annex says what the configuration shows at that time, and what records and reports say that were in force. It does not say that the measures operate.',
    counts:
      'Each sentence carries the id of its claim. "6 of 6" counts all to which the sentence applies. A sentence that begins with "Only for" holds for as many as it says, and for no others.',
    item: 'Item',
    entry: 'Entry',
    processing: 'Contract and processing',
    regions: 'AWS Regions',
    signed: 'Place, date, signature',
    claim: 'Claim',
    sentence: 'Measure',
    shownFor: 'Shown for',
    shownBy: 'Shown by',
    nothing: 'Nothing is promised here.',
    notCovered: 'Not covered.',
    also: 'See also: ',
    notPromised: 'Not promised here',
    notPromisedAbout:
      'Nothing shows these sentences, or something speaks against them. They are listed so that nobody infers them.',
    idle: 'Not applicable, since the configuration has nothing that these claims speak of: ',
    none: 'None.',
    subProcessor: 'Sub-processor',
    subProcessorAbout: 'The audit reports of AWS are cited, and not part of this annex: AWS makes them available.',
    name: 'Name',
    reports: 'Audit reports',
  },
  de: {
    title: 'Technische und organisatorische Maßnahmen',
    about:
      'Anhang nach Art. 28 Abs. 3 und Art. 32 DSGVO, gegliedert nach Anhang II der Standardvertragsklauseln (Durchführungsbeschluss (EU) 2021/914).',
    honesty:
      'Dieser Anhang gibt wieder, was die Konfiguration zum Stichtag zeigt und was gültige Nachweise und Berichte aussagen. Er sagt nicht aus, dass die Maßnahmen im Betrieb wirksam sind.',
    counts:
      'Jeder Satz trägt die Kennung seiner Aussage. „6 von 6“ zählt alle, für die der Satz gilt. Ein Satz, der mit „Nur für“ beginnt, gilt für so viele, wie er nennt, und für keine weiteren.',
    item: 'Angabe',
    entry: 'Eintrag',
    processing: 'Vertrag und Verarbeitung',
    regions: 'AWS-Regionen',
    signed: 'Ort, Datum, Unterschrift',
    claim: 'Aussage',
    sentence: 'Maßnahme',
    shownFor: 'Gezeigt für',
    shownBy: 'Gezeigt durch',
    nothing: 'Hier wird nichts zugesichert.',
    notCovered: 'Nicht abgedeckt.',
    also: 'Siehe auch: ',
    notPromised: 'Nicht zugesichert',
    notPromisedAbout:
      'Für diese Sätze liegt kein Beleg vor, oder etwas spricht gegen sie. Sie sind aufgeführt, damit niemand sie voraussetzt.',
    idle: 'Nicht anwendbar, da die Konfiguration nichts enthält, wovon diese Aussagen handeln: ',
    none: 'Keine.',
    subProcessor: 'Unterauftragsverarbeiter',
    subProcessorAbout:
      'Die Prüfberichte von AWS werden nur genannt und sind nicht Teil dieses Anhangs: AWS stellt sie bereit.',
    name: 'Name',
    reports: 'Prüfberichte',
  },
};
