import { CLAIMS_9 } from '../claims/chapter-09';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 9: system configuration. */
export const CHAPTER_9: readonly Measure[] = [
  {
    id: '9.1',
    chapter: 9,
    title: 'Secure baselines',
    statement: 'Every kind of system has a hardened configuration that is written down and kept current.',
    kind: 'technical',
    claims: CLAIMS_9['9.1'],
    controls: controls({
      gdpr: ['25(2)'],
      'c5:2020': ['OPS-23'],
      'iso27001:2022': ['A.8.9'],
      soc2: ['CC6.1', 'CC7.1'],
      'cis-aws:3.0': ['1.8', '1.9', '2.1.4', '5.6'],
      'security-hub': ['EC2.7', 'EC2.8', 'EC2.170', 'S3.1', 'SSM.2'],
    }),
  },
  {
    id: '9.2',
    chapter: 9,
    title: 'Infrastructure as code',
    statement:
      'Infrastructure is built from code, so that it follows the baselines and any drift from them comes to light.',
    kind: 'technical',
    claims: CLAIMS_9['9.2'],
    controls: controls({
      'c5:2020': ['DEV-08'],
      'iso27001:2022': ['A.8.9', 'A.8.32'],
      soc2: ['CC7.1', 'CC8.1'],
    }),
  },
  {
    id: '9.3',
    chapter: 9,
    title: 'Least functionality',
    statement: 'A system offers what its task needs: every other port, protocol and service is off.',
    kind: 'technical',
    claims: CLAIMS_9['9.3'],
    controls: controls({
      'c5:2020': ['OPS-23'],
      'iso27001:2022': ['A.8.9', 'A.8.18', 'A.8.20'],
      soc2: ['CC6.6', 'CC6.8'],
      'security-hub': ['EC2.19', 'ECS.2', 'ECS.3', 'ECS.4', 'ECS.5'],
    }),
  },
  {
    id: '9.4',
    chapter: 9,
    title: 'Separation of environments',
    statement: 'Development, test and production are kept apart, and a change proves itself in the lower ones first.',
    kind: 'technical',
    claims: CLAIMS_9['9.4'],
    controls: controls({
      'c5:2020': ['DEV-10'],
      'iso27001:2022': ['A.8.31', 'A.8.33'],
      soc2: ['CC8.1'],
    }),
  },
];
