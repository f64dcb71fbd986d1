import { CLAIMS_4 } from '../chapter-04';
import { German } from './german';

export const GERMAN_4 = {
  '4.1.a': 'Für jede Datenbank und jeden Cache mit personenbezogenen Daten werden automatische Sicherungen aufbewahrt',
  '4.1.b': 'Jede Tabelle hat eine Point-in-Time-Wiederherstellung',
  '4.1.c': 'Jeder Bucket, jedes Dateisystem und jedes Volume mit kritischen Daten ist Teil eines Backup-Plans',
  '4.1.d': 'Frühere Versionen des Terraform-State lassen sich wiederherstellen',
  '4.1.e': 'Nach einem Destroy durch Terraform bleibt etwas erhalten, aus dem sich wiederherstellen lässt',
  '4.1.f':
    'Was in einem Bucket mit personenbezogenen Daten überschrieben oder gelöscht wird, lässt sich aus einer früheren Version wiederherstellen',
  '4.1.g':
    'Jeder Backup-Plan bewahrt Sicherungen und deren Kopien mindestens eine Woche auf, solche mit personenbezogenen Daten 35 Tage',
  '4.2.a': 'Jeder Backup-Plan kopiert seine Sicherungen in eine andere Region oder ein anderes Konto',
  '4.2.b': 'Jede Kopie einer Sicherung ist mit einem kundenverwalteten KMS-Schlüssel ihrer Region verschlüsselt',
  '4.2.c': 'Jede Kopie einer Sicherung liegt in einer zugelassenen Region',
  '4.2.d': 'Niemand kann eine Kopie einer Sicherung vor Ablauf ihrer Aufbewahrungsfrist löschen',
  '4.3.a': 'Sicherungen jedes Speichers werden mindestens monatlich testweise wiederhergestellt',
  '4.3.b': 'Ein Programm prüft jeden Wiederherstellungstest und meldet das Ergebnis',
  '4.3.c': 'Ein Alarm meldet fehlgeschlagene Sicherungen, Kopien und Wiederherstellungen',
  '4.3.d':
    'Innerhalb der letzten 12 Monate wurde eine Sicherung durch Beschäftigte wiederhergestellt: Datum, gemessene Stunden, Namen',
  '4.4.a': 'Eine Business-Impact-Analyse legt für jeden Dienst Wiederherstellungsziele fest',
  '4.4.b': 'Jeder Speicher mit kritischen Daten weist seine Wiederherstellungsziele aus',
  '4.4.c':
    'Der Abstand zwischen den Sicherungen jedes Backup-Plans überschreitet dessen zulässigen Datenverlust (RPO) nicht',
  '4.5.a': 'Für jedes kritische System gibt es einen Wiederanlaufplan',
  '4.5.b': 'Der Wiederanlaufplan wurde innerhalb der letzten 12 Monate mit den Beteiligten erprobt',
  '4.5.c': 'Der Code kann die Region aufbauen, in die der Wiederanlaufplan wiederherstellt',
} as const satisfies German<typeof CLAIMS_4>;
