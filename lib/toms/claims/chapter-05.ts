import { ClaimTable } from './claim';

/** The claims of chapter 5: testing and evaluating effectiveness. */
export const CLAIMS_5 = {
  '5.1.1': [
    {
      id: '5.1.1.a',
      kind: 'existence',
      over: 'accounts and regions',
      orRecord: true,
      sample: 'Q25',
      takes: ['aws_inspector2_enabler'],
      says: 'Instances, images and functions are scanned continuously',
    },
    {
      id: '5.1.1.b',
      kind: 'coverage',
      over: 'instances',
      sample: 'Q25',
      says: 'Systems Manager manages every instance, so that it can be scanned',
    },
    {
      id: '5.1.1.c',
      kind: 'existence',
      over: 'accounts and regions',
      orRecord: true,
      sample: 'Q17',
      says: 'The configuration of the account is scanned continuously',
    },
    { id: '5.1.1.d', kind: 'declared', goodFor: 92, says: 'Public addresses are scanned from outside' },
    {
      id: '5.1.1.e',
      kind: 'coverage',
      over: 'image repositories',
      sample: 'Q25',
      says: 'Every image is scanned for vulnerabilities when it is pushed',
    },
  ],
  '5.1.2': [
    {
      id: '5.1.2.a',
      kind: 'declared',
      goodFor: 365,
      says: 'Vulnerabilities are ranked by CVSS and context, with a deadline for each rank',
    },
    {
      id: '5.1.2.b',
      kind: 'existence',
      over: 'accounts',
      orRecord: true,
      sample: 'Q17',
      says: 'Findings reach a tracker',
    },
    {
      id: '5.1.2.c',
      kind: 'coverage',
      over: 'instances and databases',
      supports: true,
      sample: 'Q26',
      says: 'Critical patches and minor versions are applied within days',
    },
    {
      id: '5.1.2.d',
      kind: 'declared',
      goodFor: 92,
      sample: 'Q25',
      says: 'Critical vulnerabilities are reported to management',
    },
    {
      id: '5.1.2.e',
      kind: 'coverage',
      over: 'engines',
      supports: true,
      sample: 'Q26',
      says: 'Every database, cache, broker, search domain and cluster runs a version in standard support',
    },
  ],
  '5.2': [
    {
      id: '5.2.a',
      kind: 'declared',
      goodFor: 365,
      says: 'An independent firm ran a penetration test of the platform within the last 12 months',
    },
    {
      id: '5.2.b',
      kind: 'declared',
      goodFor: 365,
      says: 'The findings of the last penetration test are fixed or accepted',
    },
  ],
  '5.3': [
    {
      id: '5.3.a',
      kind: 'declared',
      goodFor: 365,
      says: 'A public programme accepts reports of vulnerabilities, and rewards them',
    },
    {
      id: '5.3.b',
      kind: 'existence',
      over: 'public HTTP fronts',
      orRecord: true,
      says: 'A security.txt names the bug bounty programme',
    },
  ],
  '5.4': [
    {
      id: '5.4.a',
      kind: 'declared',
      goodFor: 365,
      says: 'Internal audits follow a programme, and the last one is on record',
    },
    {
      id: '5.4.b',
      kind: 'declared',
      goodFor: 365,
      says: 'An independent firm audits every year, and its last report is on record',
    },
    {
      id: '5.4.c',
      kind: 'existence',
      over: 'accounts',
      orRecord: true,
      sample: 'Q18',
      says: 'Auditors have a read-only role, and the account is checked against a published standard',
    },
  ],
} as const satisfies ClaimTable;
