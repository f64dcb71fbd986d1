import { Section } from '../paper/section';

/** The kinds of measures of Annex II of Decision (EU) 2021/914, in its order, and what processors do for controllers. */
export const ANNEX_KINDS: readonly Section[] = [
  {
    title: { en: 'Pseudonymisation and encryption', de: 'Pseudonymisierung und Verschlüsselung' },
    takes: ['1.1', '1.2', '1.3', '1.4'],
  },
  {
    title: {
      en: 'Ongoing confidentiality, integrity, availability and resilience',
      de: 'Fortdauernde Vertraulichkeit, Integrität, Verfügbarkeit und Belastbarkeit',
    },
    takes: ['3.1', '3.2', '3.3'],
  },
  {
    title: {
      en: 'Restoring availability and access after an incident',
      de: 'Wiederherstellung von Verfügbarkeit und Zugang nach einem Zwischenfall',
    },
    takes: ['4.1', '4.2', '4.3', '4.4', '4.5'],
  },
  {
    title: {
      en: 'Regular testing, assessment and evaluation',
      de: 'Regelmäßige Überprüfung, Bewertung und Evaluierung',
    },
    takes: ['5.1', '5.2', '5.3', '5.4', '4.3', '4.5'],
  },
  {
    title: { en: 'User identification and authorisation', de: 'Identifizierung und Autorisierung der Nutzer' },
    takes: ['6.1', '6.2', '6.3', '6.4', '6.5'],
  },
  {
    title: { en: 'Protection of data during transmission', de: 'Schutz der Daten während der Übermittlung' },
    takes: ['3.2.4', '1.1'],
  },
  {
    title: { en: 'Protection of data during storage', de: 'Schutz der Daten während der Speicherung' },
    takes: ['3.3.4.d', '3.3.4.k', '1.2', '1.3'],
  },
  {
    title: { en: 'Physical security of locations', de: 'Physische Sicherheit der Standorte' },
    takes: ['7.1', '7.2', '7.3', '7.4', '7.5', '3.1.3'],
  },
  { title: { en: 'Events logging', de: 'Protokollierung von Ereignissen' }, takes: ['8.1', '8.2', '8.3', '8.4'] },
  {
    title: {
      en: 'System configuration, including default configuration',
      de: 'Systemkonfiguration, einschließlich der Standardkonfiguration',
    },
    takes: ['9.1', '9.2', '9.3', '9.4'],
  },
  {
    title: {
      en: 'Internal IT and IT security governance and management',
      de: 'Interne Governance und Verwaltung der IT und der IT-Sicherheit',
    },
    takes: ['10.1', '10.2', '10.3', '3.1.4', '3.2.1'],
  },
  {
    title: {
      en: 'Certification and assurance of processes and products',
      de: 'Zertifizierung und Qualitätssicherung von Prozessen und Produkten',
    },
    takes: ['7.1.b', '11.1.c', '5.4'],
  },
  { title: { en: 'Data minimisation', de: 'Datenminimierung' }, takes: ['2.1'] },
  // No measure of the catalogue is about it: the annex says so.
  { title: { en: 'Data quality', de: 'Datenqualität' }, takes: [] },
  { title: { en: 'Limited data retention', de: 'Begrenzte Speicherdauer' }, takes: ['2.2'] },
  { title: { en: 'Accountability', de: 'Rechenschaftspflicht' }, takes: ['11.1', '10.4'] },
  { title: { en: 'Data portability and erasure', de: 'Datenübertragbarkeit und Löschung' }, takes: ['2.3', '11.2'] },
  {
    title: { en: 'Assistance to the controller', de: 'Unterstützung des Verantwortlichen' },
    takes: ['11.3', '11.4', '11.2'],
  },
];
