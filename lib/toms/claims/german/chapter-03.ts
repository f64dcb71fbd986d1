import { CLAIMS_3 } from '../chapter-03';
import { German } from './german';

export const GERMAN_3 = {
  '3.1.1.a':
    'Keine Richtlinie erlaubt alle Aktionen, einen ganzen Dienst, die Weitergabe beliebiger Rollen oder alle Aktionen bis auf wenige',
  '3.1.1.b': 'Der Text jeder angefügten verwalteten Richtlinie wurde gelesen',
  '3.1.1.c': 'Keine Ressourcenrichtlinie, Berechtigung, Freigabe oder Funktions-URL erlaubt öffentlichen Zugriff',
  '3.1.1.d': 'Jede Rolle vertraut benannten Prinzipalen und externen nur unter einer Bedingung',
  '3.1.1.e': 'Jeder Broker, jede Einbindung eines Dateisystems und jede VPN-Autorisierung authentifiziert die Clients',
  '3.1.1.f': 'Kein Secret gelangt über die Konfiguration in den State oder in eine Umgebungsvariable',
  '3.1.1.g': 'Der Access Analyzer sucht nach externem und ungenutztem Zugriff',
  '3.1.1.h': 'Ein Rollenkonzept legt fest, welche Aufgabe welche Berechtigungen braucht',
  '3.1.1.i':
    'Jeder Bucket und Access Point sperrt den öffentlichen Zugriff, und keine Zugriffskontrollliste gewährt Zugriff',
  '3.1.1.j': 'Kein Parameter mit dem Namen eines Secrets liegt im Klartext vor',
  '3.1.1.k':
    'Kein Speicher mit personenbezogenen Daten ist für Konten einer anderen Organisation lesbar, die ihre Richtlinie nennt',
  '3.1.1.l':
    'Jede API, jeder Identitätspool, jeder Access Point und jede Freigabe lässt nur Aufrufer zu, die sich authentifizieren',
  '3.1.1.m': 'Mit keiner Richtlinie lassen sich alle Identitäten, Funktionen oder Instanzen übernehmen',
  '3.1.1.n': 'Keine Richtlinie erlaubt, alle Buckets, Tabellen, Geheimnisse oder Parameter zu lesen',
  '3.1.1.o': 'Keine Ressourcenrichtlinie erlaubt alle oder fast alle Aktionen',
  '3.1.1.p': 'Jede Distribution weist sich gegenüber ihren Buckets aus und listet keinen von ihnen auf',
  '3.1.1.q': 'Keine Geräterichtlinie erlaubt alle Aktionen oder eine Aktion auf allen Ressourcen',
  '3.1.1.r':
    'Keine Richtlinie erlaubt, in alle Speicher zu schreiben, aus ihnen zu löschen oder sie aufzulisten oder mit jedem Schlüssel zu verschlüsseln',
  '3.1.1.s': 'Keine Ressourcenrichtlinie lässt einen Dienst für Konten handeln, die sie nicht nennt',
  '3.1.1.t': 'Kein Prinzipal gelangt über andere Prinzipale oder Dienste an die Berechtigungen eines Administrators',
  '3.1.1.u':
    'Jede Rolle für Tokens eines bekannten Anbieters nennt das Repository, das Projekt, die Pipeline oder den Namespace',
  '3.1.1.v': 'Jede Rolle für Tokens oder Assertions nennt die Zielgruppe, oder ihr Anbieter hat nur eine',
  '3.1.1.w': 'Jeder Kubernetes-Cluster lässt nur ein, wen seine Zugriffseinträge nennen',
  '3.1.2.a': 'Ein Klassifizierungsschema nennt die Schutzklassen und wie mit jeder umzugehen ist',
  '3.1.2.b': 'Jeder Speicher weist Schutzklasse, Zuständigkeit und Umgebung aus',
  '3.1.2.c': 'Jeder Speicher mit personenbezogenen Daten hält alle Regeln ein, die seine Schutzklasse verlangt',
  '3.1.2.d': 'Speicher niedrigerer Schutzklassen werden nach personenbezogenen Daten durchsucht',
  '3.1.3.a': 'AWS löscht oder vernichtet Datenträger sicher und hält dies fest',
  '3.1.3.b': 'Datenträger des Unternehmens werden mit Nachweis sicher gelöscht oder vernichtet',
  '3.1.4.a': 'Alle Beschäftigten haben eine Vertraulichkeitsverpflichtung unterzeichnet',
  '3.1.4.b': 'Alle Beschäftigten wurden innerhalb der letzten 12 Monate im Datenschutz geschult',
  '3.2.1.a': 'Ein Änderungsverfahren verlangt eine Auswirkungsanalyse und die Freigabe durch ein Gremium',
  '3.2.1.b': 'Nur eine Pipeline ändert die Produktionsumgebung',
  '3.2.1.c':
    'Die freigegebene Änderung wurde samt ihren Folgen für die Sicherheit geprüft: Pull Request, freigebende Person, Hash des Plans',
  '3.2.1.d': 'Ein Alarm meldet Änderungen an Netzen, Identitäten, Trails und Schlüsseln',
  '3.2.1.e': 'Jede kritische Ressource ist vor Löschung geschützt, bis eine gesonderte Änderung den Schutz aufhebt',
  '3.2.2.a': 'Auf jedem kritischen System überwacht ein Agent die Integrität der Dateien',
  '3.2.2.b': 'Jede Änderung der Konfiguration wird aufgezeichnet',
  '3.2.2.c': 'Ein Alarm meldet unbefugte Änderungen',
  '3.2.2.d': 'Container können nicht in ihr eigenes Dateisystem schreiben',
  '3.2.2.e': 'Bucket, Topic und Schlüssel jedes Lieferkanals von AWS Config nehmen an, was er sendet',
  '3.2.3.a': 'Jede Änderung am Code wird nach dem Vier-Augen-Prinzip geprüft, was der Branch-Schutz erzwingt',
  '3.2.3.b': 'Ein Werkzeug analysiert den Code bei jeder Änderung',
  '3.2.3.c': 'Es gibt einen Standard für sichere Programmierung',
  '3.2.3.d': 'Jedes Image ist unveränderlich und wird gescannt, und jede Funktion verlangt signierten Code',
  '3.2.3.e': 'Jedes Tag eines Image-Repositorys bleibt bei seinem Image',
  '3.2.3.f': 'Jeder Container einer Task nennt sein Image mit einem Digest oder einem anderen Tag als latest',
  '3.2.4.a': 'Personenbezogene Daten werden nur über TLS oder SSH übertragen',
  '3.2.4.b': 'Jede öffentliche DNS-Zone ist signiert',
  '3.2.4.c': 'S3 prüft jedes Objekt anhand einer Prüfsumme',
} as const satisfies German<typeof CLAIMS_3>;
