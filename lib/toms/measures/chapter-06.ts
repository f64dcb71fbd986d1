import { CLAIMS_6 } from '../claims/chapter-06';
import { controls } from './controls';
import { Measure } from './measure';

/** Chapter 6: identification and authorization (GDPR Art. 32(1)(b) and 32(4)). */
export const CHAPTER_6: readonly Measure[] = [
  {
    id: '6.1',
    chapter: 6,
    title: 'Central identities',
    statement:
      'One system holds every identity, each belongs to one person, and nobody administers through a shared account.',
    kind: 'partly',
    claims: CLAIMS_6['6.1'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-01', 'IDM-02', 'IDM-08'],
      'iso27001:2022': ['A.5.16', 'A.5.17'],
      soc2: ['CC6.1', 'CC6.2'],
      'cis-aws:3.0': ['1.4', '1.7', '1.11', '1.21'],
      'security-hub': ['IAM.4'],
    }),
  },
  {
    id: '6.2',
    chapter: 6,
    title: 'Role-based access',
    statement: 'Rights belong to defined roles, and a role opens only what its holders need for their work.',
    kind: 'technical',
    claims: CLAIMS_6['6.2'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-01', 'IDM-02'],
      'iso27001:2022': ['A.5.15', 'A.5.18'],
      soc2: ['CC6.3'],
    }),
  },
  {
    id: '6.3',
    chapter: 6,
    title: 'Multi-factor authentication',
    statement: 'Remote access asks for a second factor, and administering production asks for a hardware token.',
    kind: 'partly',
    claims: CLAIMS_6['6.3'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-09'],
      'iso27001:2022': ['A.8.5'],
      soc2: ['CC6.1', 'CC6.6'],
      'cis-aws:3.0': ['1.5', '1.6', '1.10', '4.2'],
      'security-hub': ['IAM.5', 'IAM.6', 'IAM.9'],
    }),
  },
  {
    id: '6.4',
    chapter: 6,
    title: 'Privileged access management',
    statement:
      'Privileged access is rare, approved by management, logged in detail, reviewed, and reaches production through a bastion.',
    kind: 'partly',
    claims: CLAIMS_6['6.4'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-06', 'IDM-07'],
      'iso27001:2022': ['A.8.2', 'A.8.18'],
      soc2: ['CC6.1', 'CC6.3'],
      'cis-aws:3.0': ['1.17', '4.3'],
      'security-hub': ['SSM.1', 'SSM.7'],
    }),
  },
  {
    id: '6.5.1',
    chapter: 6,
    title: 'Provisioning of access by role',
    statement: 'Anyone who joins receives access through a formal step, and the role decides which.',
    kind: 'partly',
    claims: CLAIMS_6['6.5.1'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-02'],
      'iso27001:2022': ['A.5.16', 'A.5.18'],
      soc2: ['CC6.2'],
    }),
  },
  {
    id: '6.5.2',
    chapter: 6,
    title: 'Quarterly review of access rights',
    statement: 'Rights are looked through at least every quarter, and at once when somebody changes role.',
    kind: 'partly',
    claims: CLAIMS_6['6.5.2'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-05'],
      'iso27001:2022': ['A.5.18'],
      soc2: ['CC6.2', 'CC6.3'],
      'cis-aws:3.0': ['1.12', '1.20'],
      'security-hub': ['IAM.8', 'IAM.22'],
    }),
  },
  {
    id: '6.5.3',
    chapter: 6,
    title: 'Immediate revocation of access',
    statement:
      'Anyone who leaves loses every access the same moment, to systems and to buildings, set off by the personnel records.',
    kind: 'partly',
    claims: CLAIMS_6['6.5.3'],
    controls: controls({
      gdpr: ['32(1)(b)', '32(4)'],
      'c5:2020': ['IDM-03', 'IDM-04', 'HR-05'],
      'iso27001:2022': ['A.5.11', 'A.6.5'],
      soc2: ['CC6.2', 'CC6.3'],
    }),
  },
];
