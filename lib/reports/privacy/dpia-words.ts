import { ClaimState } from '../../evidence/claims';
import { KeyFinding } from '../../evidence/processing';
import { InLanguages } from '../language';

interface DpiaWords {
  readonly title: string;
  readonly about: string;
  readonly item: string;
  readonly entry: string;
  readonly description: string;
  readonly nature: string;
  readonly picture: string;
  readonly store: string;
  readonly dataClass: string;
  readonly category: string;
  readonly region: string;
  readonly openRegion: string;
  readonly key: string;
  readonly keys: { readonly [K in KeyFinding]: string };
  readonly horizon: string;
  readonly noStores: string;
  readonly necessity: string;
  readonly proportionality: string;
  readonly declared: string;
  readonly legalBasis: string;
  readonly noCategories: string;
  readonly risks: string;
  readonly risksAbout: string;
  readonly rating: string;
  readonly claim: string;
  readonly sentence: string;
  readonly state: string;
  readonly states: { readonly [S in ClaimState]: string };
  readonly nothingLacks: string;
  readonly measures: string;
  readonly shownFor: string;
  readonly shownBy: string;
  readonly nothingShown: string;
  readonly accepted: string;
  readonly rule: string;
  readonly covers: string;
  readonly reason: string;
  readonly approver: string;
  readonly until: string;
  readonly noWaivers: string;
  readonly opinions: string;
  readonly officerAdvice: string;
  readonly views: string;
}

export const DPIA_WORDS: InLanguages<DpiaWords> = {
  en: {
    title: 'Sheet for a data protection impact assessment',
    about:
      'What the configuration contributes to an assessment under Art. 35(7) GDPR, in its order. Fields that it cannot fill in are left open. It shows configuration at one point in time, not operation.',
    item: 'Item',
    entry: 'Entry',
    description: '(a) Description of the processing',
    nature: 'Nature, scope, context and purposes',
    picture: 'Trust boundaries, and what flows between them:',
    store: 'Store',
    dataClass: 'Class',
    category: 'Category',
    region: 'Region',
    openRegion: 'not known before the plan',
    key: 'Customer managed key',
    keys: { yes: 'yes', no: 'no', 'not known': 'not known' },
    horizon: 'Erasure horizon',
    noStores: 'No stores.',
    necessity: '(b) Necessity and proportionality',
    proportionality: 'Necessity and proportionality in relation to the purposes',
    declared: 'May be kept for',
    legalBasis: 'Legal basis',
    noCategories: 'No categories of personal data.',
    risks: '(c) Risks to data subjects',
    risksAbout:
      'What lacks, by the goals of the Standard Data Protection Model: nothing shows these sentences in full, or something speaks against them. How likely and how severe the risks are, people judge.',
    rating: 'Likelihood and severity',
    claim: 'Claim',
    sentence: 'Measure',
    state: 'State',
    states: {
      shown: 'shown',
      declared: 'declared',
      inherited: 'inherited',
      'in part': 'in part',
      violated: 'violated',
      waived: 'accepted for now',
      undetermined: 'not known before the plan',
      'not applicable': 'not applicable',
      'not shown': 'not shown',
    },
    nothingLacks: 'Nothing lacks.',
    measures: '(d) Measures to address the risks',
    shownFor: 'Shown for',
    shownBy: 'Shown by',
    nothingShown: 'Nothing is shown.',
    accepted: 'Accepted residual risks',
    rule: 'Rule',
    covers: 'Covers',
    reason: 'Reason',
    approver: 'Approver',
    until: 'Until',
    noWaivers: 'None.',
    opinions: 'Advice and views',
    officerAdvice: 'Advice of the data protection officer (Art. 35(2))',
    views: 'Views of data subjects or their representatives (Art. 35(9))',
  },
  de: {
    title: 'Blatt zur Datenschutz-Folgenabschätzung',
    about:
      'Was die Konfiguration zu einer Abschätzung nach Art. 35 Abs. 7 DSGVO beiträgt, in deren Reihenfolge. Angaben, die sie nicht machen kann, bleiben offen. Gezeigt wird die Konfiguration zu einem Zeitpunkt, nicht der Betrieb.',
    item: 'Angabe',
    entry: 'Eintrag',
    description: 'a) Beschreibung der Verarbeitung',
    nature: 'Art, Umfang, Umstände und Zwecke',
    picture: 'Vertrauensgrenzen und was zwischen ihnen fließt:',
    store: 'Speicher',
    dataClass: 'Schutzklasse',
    category: 'Datenkategorie',
    region: 'Region',
    openRegion: 'erst aus dem Plan ersichtlich',
    key: 'Kundenverwalteter Schlüssel',
    keys: { yes: 'ja', no: 'nein', 'not known': 'nicht bekannt' },
    horizon: 'Löschhorizont',
    noStores: 'Keine Speicher.',
    necessity: 'b) Notwendigkeit und Verhältnismäßigkeit',
    proportionality: 'Notwendigkeit und Verhältnismäßigkeit in Bezug auf die Zwecke',
    declared: 'Aufbewahrung höchstens',
    legalBasis: 'Rechtsgrundlage',
    noCategories: 'Keine Kategorien personenbezogener Daten.',
    risks: 'c) Risiken für die betroffenen Personen',
    risksAbout:
      'Was fehlt, nach den Gewährleistungszielen des Standard-Datenschutzmodells: Für diese Sätze liegt kein vollständiger Beleg vor, oder etwas spricht gegen sie. Wie wahrscheinlich und wie schwer die Risiken sind, ist zu bewerten.',
    rating: 'Eintrittswahrscheinlichkeit und Schwere',
    claim: 'Aussage',
    sentence: 'Maßnahme',
    state: 'Stand',
    states: {
      shown: 'gezeigt',
      declared: 'nachgewiesen',
      inherited: 'durch AWS',
      'in part': 'teilweise',
      violated: 'nicht eingehalten',
      waived: 'befristet hingenommen',
      undetermined: 'erst aus dem Plan ersichtlich',
      'not applicable': 'nicht anwendbar',
      'not shown': 'nicht gezeigt',
    },
    nothingLacks: 'Es fehlt nichts.',
    measures: 'd) Abhilfemaßnahmen',
    shownFor: 'Gezeigt für',
    shownBy: 'Gezeigt durch',
    nothingShown: 'Es ist nichts gezeigt.',
    accepted: 'Hingenommene Restrisiken',
    rule: 'Regel',
    covers: 'Umfasst',
    reason: 'Begründung',
    approver: 'Genehmigt von',
    until: 'Bis',
    noWaivers: 'Keine.',
    opinions: 'Rat und Standpunkte',
    officerAdvice: 'Rat der oder des Datenschutzbeauftragten (Art. 35 Abs. 2)',
    views: 'Standpunkt der betroffenen Personen oder ihrer Vertreter (Art. 35 Abs. 9)',
  },
};
