import { CLAIMS_6 } from '../chapter-06';
import { German } from './german';

export const GERMAN_6 = {
  '6.1.a': 'Alle Personen sind im IAM Identity Center geführt und kommen aus einem Identitätsanbieter',
  '6.1.b': 'Kein IAM-Benutzer hat ein Passwort oder einen Zugriffsschlüssel',
  '6.1.c': 'Jede Identität gehört zu genau einer Person, und Root-Zugangsdaten sind unter Verschluss',
  '6.1.d': 'Personen und Programme greifen mit IAM-Identitäten auf Datenbanken zu',
  '6.1.e': 'Jeder Datenbank-Proxy lässt nur Clients zu, die sich über IAM authentifizieren',
  '6.1.f': 'Jede Passwortrichtlinie verlangt lange, gemischte Passwörter, die gewechselt werden',
  '6.1.g':
    'Jedes Benutzerverzeichnis verlangt lange, gemischte Passwörter und stellt Konten nur über eine bestätigte Adresse wieder her',
  '6.2.a': 'Berechtigungen sind Gruppen zugewiesen und keiner einzelnen Person',
  '6.2.b': 'Keine Richtlinie einer Rolle erlaubt alle Aktionen oder einen ganzen Dienst',
  '6.2.c': 'Das Rollenkonzept legt fest, was jede Rolle erlaubt und wer für sie zuständig ist',
  '6.3.a':
    'Der Identitätsanbieter verlangt von allen Benutzern einen zweiten Faktor und für die Administration der Produktionsumgebung ein Hardware-Token',
  '6.3.b': 'Eine Richtlinie der Organisation verweigert IAM-Benutzern Änderungen ohne zweiten Faktor',
  '6.3.c': 'Jeder Client-VPN-Endpunkt authentifiziert Benutzer über einen Identitätsanbieter oder ein Verzeichnis',
  '6.3.d': 'Der Root-Benutzer hat keine Zugangsdaten oder ein Hardware-Token',
  '6.3.e': 'Benutzer und Gruppen von IAM haben ihre Berechtigungen nur mit einem zweiten Faktor',
  '6.4.a': 'Der Weg zu Instances führt über einen Bastion-Host oder den Session Manager',
  '6.4.b': 'Kein Schlüsselpaar öffnet eine Instance, und kein administrativer Port ist für alle Adressen geöffnet',
  '6.4.c':
    'Jede Sitzung nach einem Sitzungsdokument wird protokolliert, ist verschlüsselt und endet nach einer Höchstdauer',
  '6.4.d': 'Niemand kann eine Sitzung mit einem anderen Dokument starten',
  '6.4.e': 'Ein Alarm meldet privilegierte Sitzungen',
  '6.4.f': 'Die Leitung genehmigt jede privilegierte Berechtigung befristet',
  '6.4.g': 'Privilegierte Berechtigungen wurden innerhalb der letzten 3 Monate überprüft',
  '6.5.1.a': 'Zugriffsrechte werden in einem formellen Verfahren erteilt',
  '6.5.1.b': 'Zugriffsrechte folgen aus der Gruppe, der eine Person angehört',
  '6.5.2.a': 'Die Zugriffsrechte wurden innerhalb der letzten 3 Monate überprüft',
  '6.5.2.b': 'Der Access Analyzer findet ungenutzte Zugriffsrechte',
  '6.5.2.c': 'Ein Wechsel der Stelle löst eine Überprüfung der Zugriffsrechte aus',
  '6.5.3.a': 'Der Zugriff endet automatisch mit dem Personaldatensatz (SCIM)',
  '6.5.3.b': 'Sitzungen sind kurz, sodass ein Entzug innerhalb von Stunden wirkt',
  '6.5.3.c': 'Schlüssel und Ausweise werden bei Ausscheiden eingezogen',
  '6.5.3.d': 'Sitzungen jeder Rolle enden innerhalb eines Arbeitstags',
  '6.5.3.e':
    'Jeder Client eines Benutzerverzeichnisses bekommt kurzlebige Tokens auf sicherem Weg, und sie lassen sich widerrufen',
} as const satisfies German<typeof CLAIMS_6>;
