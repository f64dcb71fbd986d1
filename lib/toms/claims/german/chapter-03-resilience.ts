import { CLAIMS_3_3 } from '../chapter-03-resilience';
import { German } from './german';

export const GERMAN_3_3 = {
  '3.3.1.a':
    'Produktive Datenbanken, Caches, Broker, Suchdomänen, Dateisysteme und Replikationsinstanzen erstrecken sich über mindestens zwei Availability Zones',
  '3.3.1.b':
    'Produktive Load Balancer, Firewalls, Auto-Scaling-Gruppen, Services und Funktionen in einer VPC erstrecken sich über mindestens zwei Availability Zones',
  '3.3.1.c': 'Jedes Netz hat seine Subnetze, NAT-Gateways und VPN-Endpunkte in mindestens zwei Availability Zones',
  '3.3.1.d':
    'Das Umschalten auf Ersatzsysteme wurde innerhalb der letzten 12 Monate getestet, und das Ergebnis ist dokumentiert',
  '3.3.1.e': 'Availability Zones sind getrennte Standorte mit eigener Stromversorgung und Anbindung',
  '3.3.1.f':
    'In der Produktionsumgebung nutzt jeder Load Balancer die Ziele aller Zonen, und jede Auto-Scaling-Gruppe dahinter ersetzt, was er als fehlerhaft erkennt',
  '3.3.2.a':
    'Ein Alarm meldet die Last von CPU, Arbeitsspeicher, Speicherplatz und Netz, bevor sie die Grenze erreicht',
  '3.3.2.b': 'Was skalieren kann, skaliert nach einer Skalierungsrichtlinie',
  '3.3.2.c': 'Die Kontingente der Dienste (Service Quotas) werden überwacht',
  '3.3.2.d': 'Jeder mit KMS verschlüsselte Bucket nutzt einen Bucket-Schlüssel, der Anfragen an KMS einspart',
  '3.3.2.e': 'Ein Kapazitätsplan deckt Alltag und Notfälle ab',
  '3.3.3.a': 'Jeder öffentliche HTTP-Endpunkt liegt hinter einer Web-ACL',
  '3.3.3.b': 'Jede Web-ACL weist bekannte Angriffe und Überflutungen mit Anfragen ab',
  '3.3.3.c': 'AWS wehrt Überflutungen auf Netz- und Transportschicht ab (Shield Standard)',
  '3.3.3.d': 'Ein Alarm meldet einen Angriff',
  '3.3.3.e': 'Eine Handlungsanweisung regelt, wer bei einem Angriff was tut',
  '3.3.3.f': 'Jede Web-ACL weist Anfragen ab, die bekannte Schwachstellen ausnutzen',
  '3.3.4.a': 'Jede Security Group lässt die Öffentlichkeit nur an Web-Ports zu',
  '3.3.4.b': 'Jede Netzwerk-ACL sperrt als zweite Schicht die administrativen Ports gegenüber dem Internet',
  '3.3.4.c': 'Jede Standard-Security-Group ist leer',
  '3.3.4.d': 'Kein Datenspeicher hat eine öffentliche Adresse',
  '3.3.4.e': 'Private Endpunkte und Transit-Gateways lassen nur benannte Beteiligte zu',
  '3.3.4.f': 'Jeder Filter sperrt, wenn er ausfällt',
  '3.3.4.g': 'Jeder Weg aus einem Netz führt durch einen Filter',
  '3.3.4.h': 'Jede Regel einer Security Group für personenbezogene Daten hat eine Beschreibung',
  '3.3.4.i': 'Jeder Application Load Balancer verwirft fehlerhafte und mehrdeutige Anfragen',
  '3.3.4.j': 'Jede Security Group für personenbezogene Daten benennt die Ziele ihres Verkehrs',
  '3.3.4.k': 'Kein Subnetz von Datenspeichern hat eine Route ins Internet',
  '3.3.4.l': 'Keine Instance, kein Task und kein Subnetz vergibt von sich aus öffentliche Adressen',
  '3.3.4.m': 'Die Internet-Gateways jedes Netzes sind gesperrt, außer für namentlich ausgenommene Subnetze',
  '3.3.4.n': 'Kein Cluster-Endpunkt, kein Notebook, kein Desktop und kein Transfer-Server hat eine öffentliche Adresse',
  '3.3.4.o': 'Keine Route schickt Verkehr für alle Adressen in ein gekoppeltes Netz',
  '3.3.4.p': 'Jede Regel einer Security Group für personenbezogene Daten nennt die Ports, die sie öffnet',
  '3.3.4.q': 'Die DNS-Anfragen jedes Netzes durchlaufen eine Firewall, die sperrt',
} as const satisfies German<typeof CLAIMS_3_3>;
