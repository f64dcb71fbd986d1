import { Evidence } from '../../evidence/evidence';
import { InLanguages, Language, dateIn } from '../language';
import { Line, field, listed } from './paper';

type Row = readonly [item: string, entry: Line];

interface Words {
  readonly controller: string;
  readonly processor: string;
  readonly representative: string;
  readonly officer: string;
  readonly regions: string;
  readonly asOf: string;
  readonly inputs: string;
  readonly madeBy: string;
  readonly rules: string;
  readonly plan: string;
  readonly configuration: string;
}

const WORDS: InLanguages<Words> = {
  en: {
    controller: 'Controller',
    processor: 'Processor',
    representative: 'Representative',
    officer: 'Data protection officer',
    regions: 'AWS Regions',
    asOf: 'As of',
    inputs: 'SHA-256 of the inputs',
    madeBy: 'Made by',
    rules: 'SHA-256 of the rules',
    plan: 'plan',
    configuration: 'configuration',
  },
  de: {
    controller: 'Verantwortlicher',
    processor: 'Auftragsverarbeiter',
    representative: 'Vertreter',
    officer: 'Datenschutzbeauftragte Person',
    regions: 'AWS-Regionen',
    asOf: 'Stand',
    inputs: 'SHA-256 der Eingaben',
    madeBy: 'Erstellt mit',
    rules: 'SHA-256 der Regeln',
    plan: 'Plan',
    configuration: 'Konfiguration',
  },
};

/** Who answers for the processing: what nobody wrote down is left open. */
export function partyRows(language: Language, { organization }: Pick<Evidence, 'organization'>): readonly Row[] {
  const words = WORDS[language];
  const party = (role: 'controller' | 'processor'): Line =>
    field(language, organization?.role === role ? organization.name : undefined);
  return [
    [words.controller, party('controller')],
    [words.processor, party('processor')],
    [words.representative, field(language, organization?.representative)],
    [words.officer, field(language, organization?.dataProtectionOfficer)],
  ];
}

/** What a paper was made from, when and by what. */
export function scopeRows(language: Language, { scope }: Pick<Evidence, 'scope'>, at: string): readonly Row[] {
  const words = WORDS[language];
  return [
    [words.regions, listed(language, regionsIn(language, scope.regions))],
    [words.asOf, dateIn(language, at)],
    [
      words.inputs,
      listed(
        language,
        scope.inputs.map(({ kind, sha256 }) => `${words[kind]} ${sha256}`)
      ),
    ],
    [words.madeBy, scope.tool],
    [words.rules, scope.rules],
  ];
}

/** The Regions of a scope, one of which may be open. */
export function regionsIn(language: Language, regions: readonly string[]): readonly string[] {
  return regions.map((name) => (language === 'de' && name === 'not known' ? 'nicht bekannt' : name));
}
