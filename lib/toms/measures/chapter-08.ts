import { CLAIMS_8 } from '../claims/chapter-08';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 8: event logging. */
export const CHAPTER_8: readonly Measure[] = [
  {
    id: '8.1',
    chapter: 8,
    title: 'Central logging and correlation',
    statement:
      'Critical systems, networks and applications send their logs to one place, where they are correlated and analysed.',
    kind: 'technical',
    claims: CLAIMS_8['8.1'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(1)(d)'],
      'c5:2020': ['OPS-10', 'OPS-13'],
      'iso27001:2022': ['A.8.15', 'A.8.16'],
      soc2: ['CC7.2'],
      'cis-aws:3.0': [
        '3.1',
        '3.3',
        '3.4',
        '3.7',
        '3.8',
        '3.9',
        '4.1',
        '4.2',
        '4.3',
        '4.4',
        '4.5',
        '4.6',
        '4.7',
        '4.8',
        '4.9',
        '4.10',
        '4.11',
        '4.12',
        '4.13',
        '4.14',
        '4.15',
        '4.16',
      ],
      'security-hub': ['CloudTrail.1', 'CloudTrail.5', 'GuardDuty.1', 'S3.9', 'ELB.5', 'WAF.11', 'EC2.6', 'Route53.2'],
    }),
  },
  {
    id: '8.2',
    chapter: 8,
    title: 'Content and time of log entries',
    statement:
      'A log entry says who did what, from where, when and with which result, by a clock that all systems share.',
    kind: 'technical',
    claims: CLAIMS_8['8.2'],
    controls: controls({
      'c5:2020': ['OPS-10', 'OPS-15'],
      'iso27001:2022': ['A.8.15', 'A.8.17'],
      soc2: ['CC7.2'],
      'security-hub': ['APIGateway.1', 'APIGateway.9'],
    }),
  },
  {
    id: '8.3',
    chapter: 8,
    title: 'Protection of logs',
    statement: 'Only authorized security staff reach the logs, and nobody can alter or delete an entry unseen.',
    kind: 'technical',
    claims: CLAIMS_8['8.3'],
    controls: controls({
      'c5:2020': ['OPS-12', 'OPS-14'],
      'iso27001:2022': ['A.5.28', 'A.8.15'],
      soc2: ['CC6.1', 'CC7.2'],
      'cis-aws:3.0': ['3.2', '3.4', '3.5'],
      'security-hub': ['CloudTrail.2', 'CloudTrail.4', 'CloudTrail.6', 'CloudTrail.7', 'S3.15'],
    }),
  },
  {
    id: '8.4',
    chapter: 8,
    title: 'Log retention of at least 12 months',
    statement: 'Logs are kept as long as law and investigations need them, and security logs for no less than a year.',
    kind: 'technical',
    claims: CLAIMS_8['8.4'],
    controls: controls({
      'c5:2020': ['OPS-14'],
      'iso27001:2022': ['A.5.33', 'A.8.15'],
    }),
  },
];
