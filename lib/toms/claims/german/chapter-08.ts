import { CLAIMS_8 } from '../chapter-08';
import { German } from './german';

export const GERMAN_8 = {
  '8.1.a': 'In jedem Konto zeichnet ein Trail in allen Regionen alle Verwaltungsereignisse auf',
  '8.1.b': 'Jedes Netz und jedes Transit-Gateway protokolliert seinen Verkehr',
  '8.1.c': 'Jeder Load Balancer, jede Web-ACL, jede Distribution und jede API protokolliert ihre Anfragen',
  '8.1.d':
    'Jeder Speicher mit personenbezogenen Daten protokolliert, wer ihn liest und ändert, S3-Zugriffsprotokolle ohne Gewähr der Vollständigkeit',
  '8.1.e': 'Jede Instance, jeder Task und jede Funktion sendet Protokolle an ein Protokollziel',
  '8.1.f': 'Alle Protokolle laufen an einer Stelle in einem getrennten Konto zusammen',
  '8.1.g': 'GuardDuty mit Security Hub, Security Lake oder ein SIEM korreliert die Protokolle',
  '8.1.h': 'Ein Bereitschaftsdienst reagiert rechtzeitig auf Warnmeldungen',
  '8.1.i': 'Jeder Trail speist eine Protokollgruppe, die Alarme auswerten können',
  '8.1.j': 'Jedes Netz protokolliert seine DNS-Anfragen',
  '8.1.k': 'Jede Netzwerk-Firewall protokolliert ihre Warnmeldungen und Datenflüsse',
  '8.1.l': 'Jede VPN-Verbindung und jeder Client-VPN-Endpunkt protokolliert die Verbindungen',
  '8.1.m': 'Jedes Protokollziel und sein Schlüssel nehmen an, was dorthin protokollieren soll',
  '8.1.n': 'Jedes Topic und jede Queue nimmt an, was Alarme, Regeln, Buckets und Topics dorthin senden sollen',
  '8.1.o':
    'Jeder Dienst, der protokollieren kann, was er tut, protokolliert es, neben Netzen, Zugangspunkten und Speichern',
  '8.1.p': 'Jede öffentliche DNS-Zone protokolliert ihre Anfragen',
  '8.1.q': 'Jeder Detektor, Recorder, Scanner und Alarm ist eingeschaltet, für alles, was er erfassen kann',
  '8.2.a': 'Jede Protokollquelle hält fest, wer was von wo, wann und mit welchem Ergebnis getan hat',
  '8.2.b': 'Instances beziehen ihre Zeit vom Amazon Time Sync Service',
  '8.2.c': 'Die Dienste von AWS beziehen ihre Zeitstempel aus einer einheitlichen Zeitquelle',
  '8.3.a':
    'Ein Sicherheitsprotokoll vorzeitig zu löschen ist unmöglich oder setzt eine Änderung von Richtlinie, Lebenszyklus, Aufbewahrung oder Löschschutz voraus',
  '8.3.b': 'Jeder Trail signiert Digests seiner Protokolldateien, sodass eine veränderte Datei erkannt wird',
  '8.3.c': 'Nur benanntes Sicherheitspersonal kann Sicherheitsprotokolle lesen',
  '8.3.d':
    'Keine Richtlinie von CloudWatch Logs lässt die Öffentlichkeit schreiben, oder einen Dienst in jede Protokollgruppe',
  '8.3.e': 'Ein Alarm meldet, wenn die Protokollierung abgeschaltet wird',
  '8.3.f': 'Niemand kann die Aufbewahrungsfrist von Sicherheitsprotokollen verkürzen',
  '8.3.g': 'Jeder Bucket für Sicherheitsprotokolle, dessen Quellen Object Lock annehmen, hält sie unter einer Sperre',
  '8.4.a': 'Jedes Sicherheitsprotokoll wird mindestens 365 Tage aufbewahrt',
  '8.4.b': 'Jedes Protokoll wird nach Ablauf einer Aufbewahrungsfrist gelöscht',
  '8.4.c': 'Ein Plan legt die Aufbewahrungsfristen der Protokolle nach Rechtspflicht und Bedarf fest',
} as const satisfies German<typeof CLAIMS_8>;
