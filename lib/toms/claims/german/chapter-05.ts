import { CLAIMS_5 } from '../chapter-05';
import { German } from './german';

export const GERMAN_5 = {
  '5.1.1.a': 'Instances, Images und Funktionen werden laufend auf Schwachstellen geprüft',
  '5.1.1.b': 'Der Systems Manager verwaltet jede Instance, sodass sie geprüft werden kann',
  '5.1.1.c': 'Die Konfiguration des Kontos wird laufend geprüft',
  '5.1.1.d': 'Öffentliche Adressen werden von außen auf Schwachstellen geprüft',
  '5.1.1.e': 'Jedes Image wird beim Hochladen auf Schwachstellen geprüft',
  '5.1.2.a': 'Schwachstellen werden nach CVSS und Kontext eingestuft, mit einer Behebungsfrist je Stufe',
  '5.1.2.b': 'Befunde gelangen in ein Ticketsystem',
  '5.1.2.c': 'Kritische Patches und Nebenversionen werden innerhalb von Tagen eingespielt',
  '5.1.2.d': 'Kritische Schwachstellen werden der Leitung gemeldet',
  '5.1.2.e': 'Jede Datenbank, jeder Cache, Broker, Suchdienst und Cluster läuft in einer Version mit regulärem Support',
  '5.2.a':
    'Ein unabhängiges Unternehmen hat innerhalb der letzten 12 Monate einen Penetrationstest der Plattform durchgeführt',
  '5.2.b': 'Die Befunde des letzten Penetrationstests sind behoben oder als Risiko akzeptiert',
  '5.3.a': 'Ein öffentliches Programm nimmt Meldungen von Schwachstellen entgegen und belohnt sie',
  '5.3.b': 'Eine security.txt nennt das Bug-Bounty-Programm',
  '5.4.a': 'Interne Audits folgen einem Programm, und das letzte ist dokumentiert',
  '5.4.b': 'Ein unabhängiges Unternehmen auditiert jährlich, und sein letzter Bericht liegt vor',
  '5.4.c':
    'Auditoren haben eine Rolle mit reinem Lesezugriff, und das Konto wird gegen einen veröffentlichten Standard geprüft',
} as const satisfies German<typeof CLAIMS_5>;
