import { Section } from '../paper/section';

/** The protection goals of the Standard Data Protection Model (SDM 3.1a), and what serves all of them. */
export const GOALS: readonly Section[] = [
  { title: { en: 'Confidentiality', de: 'Vertraulichkeit' }, takes: ['1', '3.1', '3.3.4', '6', '7', '8.3'] },
  { title: { en: 'Integrity', de: 'Integrität' }, takes: ['3.2', '9.1', '9.2'] },
  { title: { en: 'Availability', de: 'Verfügbarkeit' }, takes: ['3.3', '4', '7.5'] },
  { title: { en: 'Unlinkability', de: 'Nichtverkettung' }, takes: ['1.4', '9.4'] },
  { title: { en: 'Transparency', de: 'Transparenz' }, takes: ['8', '11.1'] },
  { title: { en: 'Intervenability', de: 'Intervenierbarkeit' }, takes: ['2.3', '11.2'] },
  { title: { en: 'Data minimization', de: 'Datenminimierung' }, takes: ['2', '9.3'] },
  { title: { en: 'All goals', de: 'Alle Gewährleistungsziele' }, takes: ['5', '10', '11.3', '11.4'] },
];
