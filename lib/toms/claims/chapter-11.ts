import { ClaimTable } from './claim';

/** The claims of chapter 11: accountability and assistance. */
export const CLAIMS_11 = {
  '11.1': [
    {
      id: '11.1.a',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q32',
      says: 'A record of processing is kept (Art. 30 GDPR)',
    },
    {
      id: '11.1.b',
      kind: 'coverage',
      over: 'stores of personal data',
      sample: 'Q32',
      says: 'Every store of personal data belongs to a processing of the record',
    },
    { id: '11.1.c', kind: 'declared', goodFor: 365, says: 'Reports of independent audits are available' },
    {
      id: '11.1.d',
      kind: 'existence',
      over: 'apps',
      orRecord: true,
      sample: 'Q29',
      says: 'This evidence was made from the plan that was applied, with its hash and a signature',
    },
  ],
  '11.2': [
    {
      id: '11.2.a',
      kind: 'coverage',
      over: 'stores of personal data',
      sample: 'Q36',
      says: 'Every store of personal data names the key by which a person is found',
    },
    {
      id: '11.2.b',
      kind: 'existence',
      over: 'apps',
      orRecord: true,
      sample: 'Q36',
      says: 'Access, rectification, portability, restriction and erasure each have a workflow',
    },
    {
      id: '11.2.c',
      kind: 'coverage',
      over: 'stores of personal data',
      by: 'the erasure horizon',
      sample: 'Q10',
      says: 'Erased data is gone within the month of Art. 12(3) GDPR, or the erasure horizon says when',
    },
    {
      id: '11.2.d',
      kind: 'absence',
      over: 'stores of personal data',
      supports: true,
      sample: 'Q10',
      says: 'No lock prevents erasure',
    },
    {
      id: '11.2.e',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q36',
      says: 'A procedure says who answers requests of data subjects, and by when',
    },
  ],
  '11.3': [
    {
      id: '11.3.a',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q39',
      says: 'A procedure informs controllers without undue delay, from templates',
    },
    {
      id: '11.3.b',
      kind: 'existence',
      over: 'accounts and regions',
      orRecord: true,
      sample: 'Q17',
      takes: ['aws_guardduty_detector'],
      says: 'Threats and exfiltration are detected',
    },
    {
      id: '11.3.c',
      kind: 'existence',
      over: 'accounts and regions',
      orRecord: true,
      sample: 'Q39',
      says: 'Detected threats reach people, and start the clock of Art. 33 GDPR',
    },
    { id: '11.3.d', kind: 'declared', goodFor: 365, says: 'The contact of every controller is available' },
    {
      id: '11.3.e',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q39',
      says: 'The notification of a breach was rehearsed within the last 12 months',
    },
  ],
  '11.4': [
    {
      id: '11.4.a',
      kind: 'declared',
      goodFor: 365,
      says: 'Customers receive a package of measures, sub-processors and regions',
    },
    {
      id: '11.4.b',
      kind: 'existence',
      over: 'apps',
      orRecord: true,
      says: 'The annex and the sheet for impact assessments were made from this evidence',
    },
  ],
} as const satisfies ClaimTable;
