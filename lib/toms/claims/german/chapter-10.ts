import { CLAIMS_10 } from '../chapter-10';
import { German } from './german';

export const GERMAN_10 = {
  '10.1.a': 'Die Leitung hat ein Regelwerk aus Leit- und Richtlinien freigegeben',
  '10.1.b': 'Die Leitung hat das Managementsystem für Informationssicherheit innerhalb der letzten 12 Monate bewertet',
  '10.2.a': 'Eine für die Informationssicherheit zuständige Person ist benannt',
  '10.2.b':
    'Eine Person ist als Datenschutzbeauftragte benannt und der Aufsichtsbehörde mitgeteilt (Art. 37 Abs. 7 DSGVO)',
  '10.2.c': 'Ein Gremium überwacht Informationssicherheit und Datenschutz',
  '10.2.d': 'Jedes Konto nennt einen Sicherheitskontakt',
  '10.3.a': 'Die Risiken wurden innerhalb der letzten 12 Monate nach einer Methode bewertet',
  '10.3.b': 'Ein Risikoregister verfolgt jedes Risiko',
  '10.3.c': 'Kein akzeptiertes Risiko dieser Konfiguration ist abgelaufen, unvollständig oder wirkungslos',
  '10.4.a':
    'Jede Verarbeitung wurde einer Schwellwertanalyse unterzogen und bei hohem Risiko einer Datenschutz-Folgenabschätzung',
  '10.4.b':
    'Jeder Speicher mit besonderen Kategorien personenbezogener Daten nennt seine Datenschutz-Folgenabschätzung',
} as const satisfies German<typeof CLAIMS_10>;
