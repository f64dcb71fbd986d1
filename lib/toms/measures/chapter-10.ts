import { CLAIMS_10 } from '../claims/chapter-10';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 10: governance. */
export const CHAPTER_10: readonly Measure[] = [
  {
    id: '10.1',
    chapter: 10,
    title: 'Information security management system',
    statement:
      'Security is run as a system of written policies and procedures, which management reviews and approves at least once a year.',
    kind: 'organizational',
    claims: CLAIMS_10['10.1'],
    controls: controls({
      'c5:2020': ['OIS-01', 'OIS-02', 'SP-01', 'SP-02'],
      'iso27001:2022': ['A.5.1'],
      soc2: ['CC5.3'],
    }),
  },
  {
    id: '10.2',
    chapter: 10,
    title: 'Named responsibilities',
    statement:
      'A security officer and a data protection officer are appointed, and a committee of senior managers oversees their work.',
    kind: 'partly',
    claims: CLAIMS_10['10.2'],
    controls: controls({
      gdpr: ['37', '38', '39'],
      'iso27001:2022': ['A.5.2', 'A.5.4'],
      soc2: ['CC1.3'],
      'cis-aws:3.0': ['1.1', '1.2'],
      'security-hub': ['Account.1'],
    }),
  },
  {
    id: '10.3',
    chapter: 10,
    title: 'Risk management',
    statement:
      'Threats and risks are assessed at least once a year, and a register follows each risk until it is treated.',
    kind: 'partly',
    claims: CLAIMS_10['10.3'],
    controls: controls({
      gdpr: ['32(2)'],
      'c5:2020': ['OIS-06', 'OIS-07'],
      soc2: ['CC3.2'],
    }),
  },
  {
    id: '10.4',
    chapter: 10,
    title: 'Data protection impact assessments',
    statement:
      'Processing that is likely to put people at high risk is assessed before it begins and when it changes much.',
    kind: 'partly',
    claims: CLAIMS_10['10.4'],
    controls: controls({
      gdpr: ['35'],
      'iso27001:2022': ['A.5.34'],
    }),
  },
];
