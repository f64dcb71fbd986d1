import { CLAIMS_5 } from '../claims/chapter-05';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 5: testing and evaluating effectiveness (GDPR Art. 32(1)(d)). */
export const CHAPTER_5: readonly Measure[] = [
  {
    id: '5.1.1',
    chapter: 5,
    title: 'Continuous vulnerability scanning',
    statement: 'Machines look for weaknesses in the infrastructure all the time, from within and from outside.',
    kind: 'technical',
    claims: CLAIMS_5['5.1.1'],
    controls: controls({
      gdpr: ['32(1)(d)'],
      'c5:2020': ['OPS-18', 'OPS-22'],
      'iso27001:2022': ['A.8.8'],
      soc2: ['CC7.1'],
      'security-hub': ['Inspector.1', 'Inspector.2', 'Inspector.3', 'Inspector.4', 'SSM.2', 'ECR.1'],
    }),
  },
  {
    id: '5.1.2',
    chapter: 5,
    title: 'Ranking and remediation of vulnerabilities',
    statement:
      'Weaknesses are ranked by CVSS and context, fixed within agreed times, and the critical ones go to management.',
    kind: 'partly',
    claims: CLAIMS_5['5.1.2'],
    controls: controls({
      gdpr: ['32(1)(d)'],
      'c5:2020': ['OPS-18', 'OPS-20'],
      'iso27001:2022': ['A.8.8'],
      soc2: ['CC4.2', 'CC7.1'],
    }),
  },
  {
    id: '5.2',
    chapter: 5,
    title: 'Yearly penetration test',
    statement:
      'Once a year an independent firm attacks the platform and its critical systems to find what defences miss.',
    kind: 'organizational',
    claims: CLAIMS_5['5.2'],
    controls: controls({
      gdpr: ['32(1)(d)'],
      'c5:2020': ['OPS-19'],
      'iso27001:2022': ['A.8.29'],
      soc2: ['CC4.1'],
    }),
  },
  {
    id: '5.3',
    chapter: 5,
    title: 'Bug bounty programme',
    statement: 'Outsiders who find a weakness have a public way to report it, and a reward for doing so responsibly.',
    kind: 'partly',
    claims: CLAIMS_5['5.3'],
    controls: controls({
      gdpr: ['32(1)(d)'],
      'iso27001:2022': ['A.8.8'],
    }),
  },
  {
    id: '5.4',
    chapter: 5,
    title: 'Internal and external audits',
    statement:
      'Controls are audited regularly from within and every year by an independent firm, against published standards.',
    kind: 'partly',
    claims: CLAIMS_5['5.4'],
    controls: controls({
      gdpr: ['28(3)(h)', '32(1)(d)'],
      'c5:2020': ['COM-02', 'COM-03'],
      'iso27001:2022': ['A.5.35', 'A.5.36'],
      soc2: ['CC4.1'],
      'cis-aws:3.0': ['3.3', '4.16'],
      'security-hub': ['Config.1'],
    }),
  },
];
