import { CLAIMS_4 } from '../claims/chapter-04';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 4: restoring availability and access (GDPR Art. 32(1)(c)). */
export const CHAPTER_4: readonly Measure[] = [
  {
    id: '4.1',
    chapter: 4,
    title: 'Automated backups',
    statement: 'Critical data and the configuration of systems are backed up on a schedule, with no hand needed.',
    kind: 'technical',
    claims: CLAIMS_4['4.1'],
    controls: controls({
      gdpr: ['32(1)(c)'],
      'c5:2020': ['OPS-06', 'OPS-07'],
      'iso27001:2022': ['A.8.13'],
      soc2: ['A1.2'],
      'security-hub': ['RDS.11', 'RDS.26', 'DynamoDB.2', 'DynamoDB.4', 'EFS.2', 'EFS.7', 'EC2.28'],
    }),
  },
  {
    id: '4.2',
    chapter: 4,
    title: 'Encrypted backups at a distant site',
    statement: 'Backups lie encrypted at a second site, so far away that one disaster does not reach both.',
    kind: 'technical',
    claims: CLAIMS_4['4.2'],
    controls: controls({
      gdpr: ['32(1)(c)', '44'],
      'c5:2020': ['OPS-09'],
      'iso27001:2022': ['A.8.13', 'A.8.14'],
      soc2: ['A1.2'],
    }),
  },
  {
    id: '4.3',
    chapter: 4,
    title: 'Verified backups and trial restores',
    statement: 'Backups are checked by a machine and restored on trial, so that recovery is known to work.',
    kind: 'technical',
    claims: CLAIMS_4['4.3'],
    controls: controls({
      gdpr: ['32(1)(c)', '32(1)(d)'],
      'c5:2020': ['OPS-07', 'OPS-08'],
      'iso27001:2022': ['A.8.13'],
      soc2: ['A1.3'],
    }),
  },
  {
    id: '4.4',
    chapter: 4,
    title: 'Recovery objectives',
    statement:
      'For each critical service it is written down how long it may be out and how much data it may lose, drawn from a business impact analysis.',
    kind: 'partly',
    claims: CLAIMS_4['4.4'],
    controls: controls({
      gdpr: ['32(1)(c)'],
      'c5:2020': ['BCM-02'],
      'iso27001:2022': ['A.5.29', 'A.5.30'],
      soc2: ['A1.2'],
    }),
  },
  {
    id: '4.5',
    chapter: 4,
    title: 'Disaster recovery plans',
    statement:
      'Critical systems have a recovery plan, and at least once a year the plan and its people are put to the test.',
    kind: 'partly',
    claims: CLAIMS_4['4.5'],
    controls: controls({
      gdpr: ['32(1)(c)', '32(1)(d)'],
      'c5:2020': ['BCM-03', 'BCM-04'],
      'iso27001:2022': ['A.5.30'],
      soc2: ['A1.3', 'CC7.5'],
    }),
  },
];
