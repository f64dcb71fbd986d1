import { InLanguages } from '../language';

interface RecordWords {
  readonly title: string;
  readonly about: string;
  readonly field: string;
  readonly article: string;
  readonly entry: string;
  readonly purposes: string;
  readonly persons: string;
  readonly dataCategories: string;
  readonly seeCategories: string;
  readonly recipients: string;
  readonly seeRecipients: string;
  readonly otherRecipients: string;
  readonly processorAws: string;
  readonly places: string;
  readonly outsideEu: string;
  readonly noneOfThese: string;
  readonly openRegion: string;
  readonly safeguards: string;
  readonly limits: string;
  readonly measures: string;
  readonly categories: string;
  readonly categoriesAbout: string;
  readonly category: string;
  readonly processing: string;
  readonly dataClass: string;
  readonly number: string;
  readonly declared: string;
  readonly goneAfter: string;
  readonly stores: string;
  readonly store: string;
  readonly region: string;
  readonly copies: string;
  readonly noCopies: string;
  readonly recipientsAbout: string;
  readonly recipient: string;
  readonly certain: string;
  readonly through: string;
  readonly everybody: string;
  readonly yes: string;
  readonly perhaps: string;
  readonly none: string;
  readonly noneSeen: string;
}

export const RECORD_WORDS: InLanguages<RecordWords> = {
  en: {
    title: 'Record of processing activities',
    about:
      'Record under Art. 30 GDPR, as far as the configuration knows it. What it does not know is left open: nothing is guessed.',
    field: 'Field',
    article: 'Art. 30',
    entry: 'Entry',
    purposes: 'Purposes, or categories of processing',
    persons: 'Categories of data subjects',
    dataCategories: 'Categories of personal data',
    seeCategories: 'see "Categories of data and time limits"',
    recipients: 'Recipients in the configuration',
    seeRecipients: 'see the table below',
    otherRecipients: 'Other recipients',
    processorAws: 'Processor of the infrastructure',
    places: 'Regions of stores and copies',
    outsideEu: 'Of these outside the European Union',
    noneOfThese: 'none',
    openRegion: 'not known before the plan',
    safeguards: 'Suitable safeguards for transfers to third countries',
    limits: 'Time limits for erasure',
    measures: 'Description of the measures',
    categories: 'Categories of data and time limits',
    categoriesAbout:
      'Declared is how long the data may be kept. The erasure horizon is after how many days nothing of a deleted record is left, copies and backups included: of several stores the longest.',
    category: 'Category',
    processing: 'Processing',
    dataClass: 'Class',
    number: 'Stores',
    declared: 'Declared',
    goneAfter: 'Erasure horizon',
    stores: 'Stores of personal data',
    store: 'Store',
    region: 'Region',
    copies: 'Copies',
    noCopies: 'none in the configuration',
    recipientsAbout:
      'Whom policies, trust policies and shares of the configuration name outside the account. Whether they receive personal data, people decide.',
    recipient: 'Recipient',
    certain: 'Another account',
    through: 'Through',
    everybody: 'everybody',
    yes: 'yes',
    perhaps: 'perhaps',
    none: 'None.',
    noneSeen: 'The configuration names none.',
  },
  de: {
    title: 'Verzeichnis von Verarbeitungstätigkeiten',
    about:
      'Verzeichnis nach Art. 30 DSGVO, soweit die Konfiguration die Angaben kennt. Was sie nicht kennt, bleibt offen: Nichts ist geraten.',
    field: 'Angabe',
    article: 'Art. 30',
    entry: 'Eintrag',
    purposes: 'Zwecke oder Kategorien der Verarbeitungen',
    persons: 'Kategorien betroffener Personen',
    dataCategories: 'Kategorien personenbezogener Daten',
    seeCategories: 'siehe „Datenkategorien und Löschfristen“',
    recipients: 'Empfänger laut Konfiguration',
    seeRecipients: 'siehe Tabelle unten',
    otherRecipients: 'Weitere Empfänger',
    processorAws: 'Auftragsverarbeiter für die Infrastruktur',
    places: 'Regionen der Speicher und Kopien',
    outsideEu: 'Davon außerhalb der Europäischen Union',
    noneOfThese: 'keine',
    openRegion: 'erst aus dem Plan ersichtlich',
    safeguards: 'Geeignete Garantien für Übermittlungen in Drittländer',
    limits: 'Löschfristen',
    measures: 'Beschreibung der Maßnahmen',
    categories: 'Datenkategorien und Löschfristen',
    categoriesAbout:
      'Festgelegt ist, wie lange die Daten aufbewahrt werden dürfen. Der Löschhorizont gibt an, nach wie vielen Tagen von einem gelöschten Datensatz nichts mehr übrig ist, Kopien und Sicherungen eingeschlossen: bei mehreren Speichern der längste.',
    category: 'Datenkategorie',
    processing: 'Verarbeitung',
    dataClass: 'Schutzklasse',
    number: 'Speicher',
    declared: 'Festgelegt',
    goneAfter: 'Löschhorizont',
    stores: 'Speicher mit personenbezogenen Daten',
    store: 'Speicher',
    region: 'Region',
    copies: 'Kopien',
    noCopies: 'keine in der Konfiguration',
    recipientsAbout:
      'Wen Richtlinien, Vertrauensrichtlinien und Freigaben der Konfiguration außerhalb des Kontos nennen. Ob sie personenbezogene Daten erhalten, ist im Einzelfall zu entscheiden.',
    recipient: 'Empfänger',
    certain: 'Fremdes Konto',
    through: 'Über',
    everybody: 'jeder',
    yes: 'ja',
    perhaps: 'möglicherweise',
    none: 'Keine.',
    noneSeen: 'Die Konfiguration nennt keine.',
  },
};
