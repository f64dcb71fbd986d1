import { CLAIMS_1 } from '../chapter-01';
import { German } from './german';

export const GERMAN_1 = {
  '1.1.1.a':
    'Jeder Listener, jede Distribution und jede API an einem öffentlichen Netz nimmt nur TLS an oder leitet dauerhaft darauf um',
  '1.1.1.b': 'Jeder TLS-Endpunkt des Unternehmens lässt nichts Älteres als TLS 1.2 zu',
  '1.1.1.c':
    'Jeder Bucket, jede Warteschlange, jedes Topic, jedes Dateisystem und jede Richtlinie einer Tabelle weist Anfragen ohne TLS ab',
  '1.1.1.d': 'Jeder Bucket weist TLS-Versionen unter 1.2 ab',
  '1.1.1.e': 'Nichts wird über unverschlüsseltes HTTP zugestellt und keine E-Mail ohne TLS versandt',
  '1.1.1.f': 'Die API-Endpunkte von AWS lassen nur TLS 1.2 oder neuer zu',
  '1.1.1.g': 'Jede Distribution eines Buckets weist Browser an, bei HTTPS zu bleiben',
  '1.1.2.a': 'Jeder TLS-Endpunkt bietet nur starke Cipher-Suites mit Forward Secrecy an',
  '1.1.2.b': 'Jeder Load Balancer verbindet sich über TLS mit den Zielsystemen, die personenbezogene Daten verarbeiten',
  '1.1.2.c':
    'Jede Datenbank, jeder Proxy, Cache und Broker, jeder EMR-Cluster, jeder Replikationsendpunkt und jede Einbindung eines Dateisystems verlangt TLS',
  '1.1.2.d':
    'Jede Datenbank und jeder Proxy, Cache und Broker lässt nur TLS 1.2 oder neuer mit starken Cipher-Suites zu',
  '1.1.2.e': 'Jede VPN-Verbindung und jede Direct-Connect-Leitung ist mit starken Algorithmen verschlüsselt',
  '1.1.2.f': 'Keiner Integration und keiner Funktion ist eine unverschlüsselte HTTP-Adresse vorgegeben',
  '1.1.2.g':
    'Zielsysteme hinter Load Balancern lehnen TLS unter 1.2 ab, das Elastic Load Balancing ihnen noch anbietet',
  '1.1.2.h': 'Jede Datenbank, deren Parameter TLS-Versionen nennen, lässt keine unter 1.2 zu',
  '1.1.3.a':
    'Für den administrativen Zugang von außen gibt es ein Client VPN oder ein Sitzungsdokument des Session Managers',
  '1.1.3.b': 'Jeder Client-VPN-Endpunkt lässt nur Benutzer eines Identitätsanbieters oder eines Verzeichnisses zu',
  '1.1.3.c': 'Jede Autorisierungsregel eines Client VPN nennt eine Gruppe',
  '1.1.3.d': 'Der Identitätsanbieter verlangt für das VPN einen zweiten Faktor',
  '1.1.3.e': 'Kein administrativer Port ist für alle Adressen geöffnet',
  '1.1.3.f': 'Jeder Client-VPN-Endpunkt protokolliert seine Verbindungen',
  '1.1.3.g': 'Jeder Client-VPN-Endpunkt setzt seine Routen auf den Geräten der Benutzer durch',
  '1.2.1.a':
    'Jede Datenbank, jede Tabelle, jeder Cache, jedes Data Warehouse und jede Suchdomäne ist im Ruhezustand verschlüsselt',
  '1.2.1.b': 'Jeder Bucket ist im Ruhezustand verschlüsselt',
  '1.2.1.c': 'Jedes Volume, jedes Dateisystem und jeder virtuelle Desktop ist verschlüsselt, ebenso jede Kopie davon',
  '1.2.1.d':
    'Jede Warteschlange, jedes Topic, jeder Stream, jeder Event-Bus und jede Protokollgruppe mit personenbezogenen Daten ist verschlüsselt',
  '1.2.1.e':
    'Was Dienste neben den Speichern aufbewahren, ist verschlüsselt: Abfrageergebnisse, Images, Notebooks, Verläufe, Secrets und Trails',
  '1.2.1.f': 'Der Terraform-State ist verschlüsselt',
  '1.2.1.g': 'Die Dienste von AWS verschlüsseln Daten im Ruhezustand mit AES-256',
  '1.2.2.a':
    'Jedes vom Unternehmen ausgegebene Notebook hat nach Zählung der Geräteverwaltung einen verschlüsselten Datenträger',
  '1.2.2.b': 'Die Geräteverwaltung erzwingt und überwacht die Verschlüsselung der Datenträger',
  '1.2.2.c': 'Beide Volumes jedes virtuellen Desktops sind verschlüsselt',
  '1.2.3.a': 'Automatische Sicherungen und Snapshots jeder Datenbank übernehmen deren Verschlüsselung',
  '1.2.3.b':
    'Jeder Backup-Tresor, dessen Schlüssel Sicherungen verschlüsselt, und jede Kopie eines Snapshots hat einen kundenverwalteten KMS-Schlüssel',
  '1.3.1.a': 'Jeder symmetrische Schlüssel wird mindestens einmal im Jahr rotiert',
  '1.3.1.b': 'Jeder Speicher mit personenbezogenen Daten ist mit einem kundenverwalteten KMS-Schlüssel verschlüsselt',
  '1.3.1.c':
    'Kein Prinzipal, den eine Schlüsselrichtlinie benennt, darf den Schlüssel zugleich verwalten und nutzen, soweit die Konfiguration seine Richtlinien zeigt',
  '1.3.1.d': 'Die Löschung jedes Schlüssels lässt sich 14 Tage lang zurücknehmen',
  '1.3.1.e': 'Keine Richtlinie erlaubt die Entschlüsselung mit allen Schlüsseln',
  '1.3.1.f': 'Jedes Secret wird mindestens alle 90 Tage rotiert',
  '1.3.1.g': 'Ein Alarm meldet, wenn ein Schlüssel deaktiviert oder zur Löschung vorgemerkt ist',
  '1.3.1.h': 'Eine schriftliche Richtlinie zur Schlüsselverwaltung regelt Erzeugung, Verteilung, Rotation und Widerruf',
  '1.3.1.i': 'KMS erzeugt und verwahrt Schlüssel in validierten Hardware-Sicherheitsmodulen',
  '1.3.1.j': 'Jeder Bucket weist Objekte ab, die mit einem vom Schreibenden mitgebrachten Schlüssel verschlüsselt sind',
  '1.3.1.k': 'Terraform verweigert die Löschung eines Schlüssels für personenbezogene Daten',
  '1.3.1.l': 'Jedes Secret außerhalb kurzlebiger Umgebungen lässt sich nach seiner Löschung wiederherstellen',
  '1.3.1.m':
    'Jede Schlüsselrichtlinie bestimmt, wer aus dem Konto den Schlüssel verwendet und für wen Berechtigungen (Grants) erteilt werden',
  '1.3.1.n':
    'Jeder Bucket mit personenbezogenen Daten und kundenverwaltetem Schlüssel weist Objekte unter einem anderen Schlüssel ab',
  '1.3.2.a': 'Es gibt eine private Zertifizierungsstelle',
  '1.3.2.b':
    'Jede Zertifizierungsstelle verwendet starke Algorithmen und kann Zertifikate sperren, und eine Stammzertifizierungsstelle signiert nur Zertifizierungsstellen',
  '1.3.2.c': 'Jeder interne TLS-Endpunkt weist sich mit einem Zertifikat der privaten Zertifizierungsstelle aus',
  '1.3.2.d': 'Jedes Zertifikat hat einen starken Schlüssel, den AWS verwahrt',
  '1.3.2.e': 'Eine Zertifikatsrichtlinie regelt, wer welches Zertifikat beantragen darf und wie lange es gilt',
  '1.4.1.a': 'Niemand kann zugleich Pseudonyme bilden und die zugrunde liegenden Daten lesen',
  '1.4.1.b': 'Keine personenbezogenen Daten der Produktionsumgebung werden unmaskiert in eine andere Umgebung kopiert',
  '1.4.1.c': 'Jeder Speicher für Analysen, Tests und Berichte enthält nur Pseudonyme oder nichts Personenbezogenes',
  '1.4.1.d': 'Jede Protokollgruppe einer Anwendung mit personenbezogenen Daten maskiert Identifikatoren',
  '1.4.1.e': 'Es ist dokumentiert, welche Zweitnutzungen mit nicht pseudonymisierten Daten arbeiten und weshalb',
} as const satisfies German<typeof CLAIMS_1>;
