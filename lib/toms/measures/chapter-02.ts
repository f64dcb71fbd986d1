import { CLAIMS_2 } from '../claims/chapter-02';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 2: minimization, retention and deletion (GDPR Art. 5(1)(c) and (e), 17, 25). */
export const CHAPTER_2: readonly Measure[] = [
  {
    id: '2.1',
    chapter: 2,
    title: 'Data minimization',
    statement:
      'No more personal data is collected than the service and the law require, and processes are designed to check that.',
    kind: 'partly',
    claims: CLAIMS_2['2.1'],
    controls: controls({
      gdpr: ['5(1)(c)', '25(2)'],
      'iso27001:2022': ['A.5.34'],
      soc2: ['C1.1'],
    }),
  },
  {
    id: '2.2',
    chapter: 2,
    title: 'Retention schedule',
    statement:
      'A written schedule says how long each category of personal data is kept, and nothing is kept beyond it.',
    kind: 'partly',
    claims: CLAIMS_2['2.2'],
    controls: controls({
      gdpr: ['5(1)(e)', '30(1)(f)'],
      'c5:2020': ['OPS-11', 'OPS-12'],
      'iso27001:2022': ['A.5.33', 'A.8.10'],
      soc2: ['C1.2'],
      'security-hub': ['S3.10', 'S3.13', 'Kinesis.3'],
    }),
  },
  {
    id: '2.3',
    chapter: 2,
    title: 'Irreversible deletion',
    statement: 'Personal data whose time is up is erased or anonymized for good, in live systems and in their backups.',
    kind: 'partly',
    claims: CLAIMS_2['2.3'],
    controls: controls({
      gdpr: ['5(1)(e)', '17', '28(3)(g)'],
      'c5:2020': ['PI-03'],
      'iso27001:2022': ['A.8.10'],
      soc2: ['C1.2'],
    }),
  },
];
