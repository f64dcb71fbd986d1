import { CLAIMS_11 } from '../claims/chapter-11';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 11: accountability and assistance to the controller. */
export const CHAPTER_11: readonly Measure[] = [
  {
    id: '11.1',
    chapter: 11,
    title: 'Accountability and records of processing',
    statement:
      'The company can show what it does: by its documents, by independent audits and by its records of processing.',
    kind: 'partly',
    claims: CLAIMS_11['11.1'],
    controls: controls({
      gdpr: ['5(2)', '28(3)(h)', '30'],
      'c5:2020': ['COM-01'],
      'iso27001:2022': ['A.5.31', 'A.5.36'],
    }),
  },
  {
    id: '11.2',
    chapter: 11,
    title: 'Help with the rights of data subjects',
    statement: 'Controllers get the tools to find, correct, hand over and erase the data of a person who asks.',
    kind: 'partly',
    claims: CLAIMS_11['11.2'],
    controls: controls({
      gdpr: ['15', '16', '17', '18', '19', '20', '28(3)(e)'],
      'iso27001:2022': ['A.5.34'],
    }),
  },
  {
    id: '11.3',
    chapter: 11,
    title: 'Notification of personal data breaches',
    statement:
      'A controller whose data is breached learns of it without delay, with all it needs to inform authorities and people.',
    kind: 'partly',
    claims: CLAIMS_11['11.3'],
    controls: controls({
      gdpr: ['33(2)', '34'],
      'c5:2020': ['SIM-01', 'SIM-02', 'SIM-03', 'OPS-21'],
      'iso27001:2022': ['A.5.24', 'A.5.25', 'A.5.26', 'A.6.8'],
      soc2: ['CC2.3', 'CC7.3', 'CC7.4'],
    }),
  },
  {
    id: '11.4',
    chapter: 11,
    title: 'Support for impact assessments of controllers',
    statement:
      'Controllers receive what they must know of the services and their protection to assess the impact of their own processing.',
    kind: 'partly',
    claims: CLAIMS_11['11.4'],
    controls: controls({
      gdpr: ['28(3)(f)'],
      'iso27001:2022': ['A.5.34'],
    }),
  },
];
