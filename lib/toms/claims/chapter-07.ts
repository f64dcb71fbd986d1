import { ClaimTable } from './claim';

/** The claims of chapter 7: physical security. */
export const CLAIMS_7 = {
  '7.1': [
    {
      id: '7.1.a',
      kind: 'coverage',
      over: 'stores of personal data',
      sample: 'Q37',
      says: 'Every store of personal data, and every copy of it, is in an allowed region',
    },
    {
      id: '7.1.b',
      kind: 'inherited',
      reports: ['c5-type2', 'iso27001'],
      sample: 'Q33',
      says: 'Every region in use is in the scope of the audit report',
    },
    {
      id: '7.1.c',
      kind: 'inherited',
      reports: ['c5-type2', 'soc2-type2'],
      sample: 'Q33',
      says: 'Sites are fenced, guarded around the clock and closed to vehicles',
    },
    {
      id: '7.1.d',
      kind: 'existence',
      over: 'organizations',
      orRecord: true,
      sample: 'Q34',
      says: 'A policy of the organization denies other regions',
    },
  ],
  '7.2': [
    {
      id: '7.2.a',
      kind: 'inherited',
      reports: ['c5-type2', 'soc2-type2'],
      sample: 'Q33',
      says: 'Entry takes several doors, a badge and a second check, and every entry is recorded',
    },
  ],
  '7.3': [
    {
      id: '7.3.a',
      kind: 'inherited',
      reports: ['c5-type2', 'soc2-type2'],
      sample: 'Q33',
      says: 'Cameras monitor the sites inside and outside',
    },
  ],
  '7.4': [
    {
      id: '7.4.a',
      kind: 'inherited',
      reports: ['c5-type2', 'soc2-type2'],
      sample: 'Q33',
      says: 'Visitors are approved, identified and escorted',
    },
  ],
  '7.5': [
    {
      id: '7.5.a',
      kind: 'inherited',
      reports: ['c5-type2', 'soc2-type2'],
      sample: 'Q33',
      says: 'Sites are protected from power failure, fire, heat and humidity',
    },
  ],
} as const satisfies ClaimTable;
