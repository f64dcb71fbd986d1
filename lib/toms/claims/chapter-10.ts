import { ClaimTable } from './claim';

/** The claims of chapter 10: governance. */
export const CLAIMS_10 = {
  '10.1': [
    { id: '10.1.a', kind: 'declared', goodFor: 365, says: 'A set of policies is approved by management' },
    {
      id: '10.1.b',
      kind: 'declared',
      goodFor: 365,
      says: 'Management reviewed the information security management system within the last 12 months',
    },
  ],
  '10.2': [
    { id: '10.2.a', kind: 'declared', goodFor: 365, says: 'A security officer is appointed' },
    {
      id: '10.2.b',
      kind: 'declared',
      goodFor: 365,
      says: 'A data protection officer is appointed, and notified to the authority (Art. 37(7) GDPR)',
    },
    {
      id: '10.2.c',
      kind: 'declared',
      goodFor: 365,
      says: 'A committee oversees information security and data protection',
    },
    {
      id: '10.2.d',
      kind: 'existence',
      over: 'accounts',
      orRecord: true,
      sample: 'Q35',
      says: 'Every account names a security contact',
    },
  ],
  '10.3': [
    { id: '10.3.a', kind: 'declared', goodFor: 365, says: 'Risks were assessed by a method within the last 12 months' },
    { id: '10.3.b', kind: 'declared', goodFor: 365, says: 'A register tracks each risk' },
    {
      id: '10.3.c',
      kind: 'absence',
      over: 'waivers',
      says: 'No accepted risk of this configuration is expired, incomplete or without effect',
    },
  ],
  '10.4': [
    {
      id: '10.4.a',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q32',
      says: 'Every processing passed a threshold test, and at high risk an impact assessment',
    },
    {
      id: '10.4.b',
      kind: 'coverage',
      over: 'stores of special categories',
      sample: 'Q32',
      says: 'Every store of special categories of data names its impact assessment',
    },
  ],
} as const satisfies ClaimTable;
