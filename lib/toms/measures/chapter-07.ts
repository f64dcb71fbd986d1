import { CLAIMS_7 } from '../claims/chapter-07';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 7: physical security. AWS does it: its audit reports are the evidence. */
export const CHAPTER_7: readonly Measure[] = [
  {
    id: '7.1',
    chapter: 7,
    title: 'Protected perimeter',
    statement: 'Data lies only at known sites, each fenced, guarded around the clock and closed to vehicles.',
    kind: 'inherited',
    claims: CLAIMS_7['7.1'],
    controls: controls({
      'c5:2020': ['PS-01', 'PS-03', 'PSS-12'],
      'iso27001:2022': ['A.7.1'],
      soc2: ['CC6.4'],
    }),
  },
  {
    id: '7.2',
    chapter: 7,
    title: 'Controlled entry',
    statement:
      'Anyone who wants to reach the machines passes several doors with a card and a biometric check, and each entry is recorded.',
    kind: 'inherited',
    claims: CLAIMS_7['7.2'],
    controls: controls({
      'c5:2020': ['PS-01', 'PS-04'],
      'iso27001:2022': ['A.7.2', 'A.7.3'],
      soc2: ['CC6.4'],
    }),
  },
  {
    id: '7.3',
    chapter: 7,
    title: 'Video surveillance',
    statement: 'Cameras watch the sites inside and out.',
    kind: 'inherited',
    claims: CLAIMS_7['7.3'],
    controls: controls({
      'c5:2020': ['PS-01'],
      'iso27001:2022': ['A.7.4'],
      soc2: ['CC6.4'],
    }),
  },
  {
    id: '7.4',
    chapter: 7,
    title: 'Visitor management',
    statement:
      'A visitor is announced beforehand, shows an official identity document and is always accompanied in secure areas.',
    kind: 'inherited',
    claims: CLAIMS_7['7.4'],
    controls: controls({
      'c5:2020': ['PS-01', 'PS-04'],
      'iso27001:2022': ['A.7.2'],
      soc2: ['CC6.4'],
    }),
  },
  {
    id: '7.5',
    chapter: 7,
    title: 'Power, fire and climate protection',
    statement: 'Machines keep running through power cuts, and fire, heat and damp are noticed and contained.',
    kind: 'inherited',
    claims: CLAIMS_7['7.5'],
    controls: controls({
      'c5:2020': ['PS-02', 'PS-05', 'PS-06', 'PS-07'],
      'iso27001:2022': ['A.7.5', 'A.7.8', 'A.7.11'],
      soc2: ['A1.2'],
    }),
  },
];
