import { CLAIMS_2 } from '../chapter-02';
import { German } from './german';

export const GERMAN_2 = {
  '2.1.a':
    'Das Verzeichnis von Verarbeitungstätigkeiten nennt zu jedem Zweck die Datenkategorien und weshalb jede erforderlich ist',
  '2.1.b':
    'Keine API, kein Workflow, kein Modell und kein Datenbank-Proxy schreibt vollständige Nutzdaten mit Personenbezug in Protokolle',
  '2.1.c': 'Datenschutz-Folgenabschätzungen prüfen die Datenminimierung',
  '2.2.a': 'Ein Löschkonzept nennt Datenkategorien, Fristen in Tagen und Rechtsgrundlagen',
  '2.2.b': 'Jeder Speicher mit personenbezogenen Daten ist einer Datenkategorie des Löschkonzepts zugeordnet',
  '2.2.c':
    'Daten in jedem Bucket und Stream, jeder Warteschlange und Protokollgruppe mit personenbezogenen Daten verfallen selbsttätig innerhalb der Löschfrist',
  '2.2.d': 'Für jede Datenbank und jedes Dateisystem ist dokumentiert, was dort löscht, wie oft und wann zuletzt',
  '2.2.e': 'Das Löschkonzept ist freigegeben und wird überprüft',
  '2.2.f': 'Jede Tabelle mit personenbezogenen Daten löscht Einträge zu dem Zeitpunkt, den sie selbst angeben',
  '2.3.a':
    'Gelöschte Daten sind binnen der Löschfrist zuzüglich 3 Tagen auch aus Versionen, Replikaten, Wiederherstellungspunkten, Sicherungen und Papierkörben verschwunden',
  '2.3.b':
    'Der Löschhorizont jedes Speichers mit personenbezogenen Daten liegt innerhalb der festgelegten Löschfrist zuzüglich der 3 Tage, in denen AWS löscht',
  '2.3.c': 'Ein Verfahren löscht Daten und löscht sie nach einer Wiederherstellung erneut',
  '2.3.d': 'Daten, die AWS löscht, lassen sich von den Datenträgern nicht mehr auslesen',
} as const satisfies German<typeof CLAIMS_2>;
