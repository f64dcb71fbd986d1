import { CLAIMS_9 } from '../chapter-09';
import { German } from './german';

export const GERMAN_9 = {
  '9.1.a': 'Für jede Art von System ist eine datierte Grundkonfiguration dokumentiert',
  '9.1.b': 'Jede Instance startet aus einem freigegebenen Image',
  '9.1.c': 'Der Metadatendienst jeder Instance verlangt ein Token',
  '9.1.d': 'Patches und Nebenversionen werden automatisch eingespielt',
  '9.1.e': 'Jedes Konto verschlüsselt neue Volumes standardmäßig',
  '9.1.f': 'Kein Stack enthält eine Ressource eines Dienstes, den AWS geschlossen hat',
  '9.1.g': 'Abweichungen von der Grundkonfiguration werden erkannt',
  '9.1.h':
    'Jedes Konto verlangt für den Metadatendienst der Instances standardmäßig ein Token und gibt weder Snapshots noch Images öffentlich frei',
  '9.1.i': 'Keine Funktion nutzt eine abgekündigte Laufzeitumgebung',
  '9.2.a': 'Jedes Element eines Stacks hat eine eigene Terraform-Adresse',
  '9.2.b': 'Der Terraform-State ist verschlüsselt und gegen gleichzeitige Änderung gesperrt',
  '9.2.c': 'Ein geplanter Lauf sucht nach Abweichungen vom Code (Drift), und der letzte fand keine',
  '9.2.d': 'Was in den Konten liegt, wurde aus Code erzeugt, wie ein Abgleich des Bestands mit dem State zeigt',
  '9.2.e': 'Jedes Element des Programms gehört zu einem Stack',
  '9.2.f': 'Die Ressourcen jedes Moduls wurden geprüft',
  '9.2.g': 'Was in einem Stack Infrastruktur erzeugt, wird von einer Regel gelesen',
  '9.3.a':
    'Security Groups öffnen nur Web-Ports für die Öffentlichkeit, und Netzwerk-ACLs sperren administrative Ports',
  '9.3.b': 'Jeder private Endpunkt lässt nur durch, was seine Richtlinie nennt',
  '9.3.c': 'Der öffentliche Zugriff auf Buckets und Funktionen ist abgeschaltet',
  '9.3.d': 'Eine Richtlinie der Organisation verweigert nicht benötigte Dienste und Regionen',
  '9.3.e': 'Container und Instances enthalten nur, was sie brauchen',
  '9.3.f':
    'Kein Container, kein Build und kein Notebook hat Root-Rechte oder die Rechte des Hosts, und jedes hat ein eigenes Netz',
  '9.4.a': 'Die Produktionsumgebung hat eigene Konten',
  '9.4.b': 'Kein Netz und keine Rolle führt aus einer anderen Umgebung in die Produktionsumgebung',
  '9.4.c':
    'Keine unmaskierten personenbezogenen Daten der Produktionsumgebung liegen außerhalb der Produktionsumgebung',
  '9.4.d': 'Jeder Speicher weist seine Umgebung aus',
  '9.4.e': 'Die freigegebene Änderung wurde zuvor in einer vorgelagerten Umgebung getestet',
} as const satisfies German<typeof CLAIMS_9>;
