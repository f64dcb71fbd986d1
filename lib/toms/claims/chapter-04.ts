import { ClaimTable } from './claim';

/** The claims of chapter 4: restoring availability and access. */
export const CLAIMS_4 = {
  '4.1': [
    {
      id: '4.1.a',
      kind: 'coverage',
      over: 'databases and caches of personal data',
      sample: 'Q22',
      says: 'Every database and cache of personal data keeps automated backups',
    },
    { id: '4.1.b', kind: 'coverage', over: 'tables', sample: 'Q22', says: 'Every table has point-in-time recovery' },
    {
      id: '4.1.c',
      kind: 'coverage',
      over: 'buckets, file systems and volumes',
      sample: 'Q22',
      says: 'Every bucket, file system and volume of critical data is in a backup plan',
    },
    {
      id: '4.1.d',
      kind: 'coverage',
      over: 'stacks',
      sample: 'Q18',
      says: 'Earlier versions of the Terraform state can be restored',
    },
    {
      id: '4.1.e',
      kind: 'coverage',
      over: 'stores',
      supports: true,
      sample: 'Q22',
      says: 'After a destroy there is something to restore from',
    },
  ],
  '4.2': [
    {
      id: '4.2.a',
      kind: 'coverage',
      over: 'stores of critical data',
      sample: 'Q24',
      says: 'Every backup is copied to another region and account',
    },
    {
      id: '4.2.b',
      kind: 'coverage',
      over: 'backup copies',
      sample: 'Q5',
      says: 'Every copy of a backup is encrypted with a customer managed KMS key of its region',
    },
    {
      id: '4.2.c',
      kind: 'coverage',
      over: 'backup copies',
      sample: 'Q37',
      says: 'Every copy of a backup is in an allowed region',
    },
    {
      id: '4.2.d',
      kind: 'coverage',
      over: 'vaults of copies',
      sample: 'Q24',
      says: 'Nobody can delete a copy of a backup before its retention ends',
    },
  ],
  '4.3': [
    {
      id: '4.3.a',
      kind: 'coverage',
      over: 'stores in a backup plan',
      sample: 'Q23',
      says: 'Backups of every store are restored as a test, at least monthly',
    },
    {
      id: '4.3.b',
      kind: 'coverage',
      over: 'restore tests',
      sample: 'Q23',
      says: 'A program validates every restore test, and reports the result',
    },
    {
      id: '4.3.c',
      kind: 'existence',
      over: 'accounts and regions',
      orRecord: true,
      sample: 'Q22',
      says: 'An alarm reports backups, copies and restores that fail',
    },
    {
      id: '4.3.d',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q23',
      says: 'People restored a backup within the last 12 months: date, hours measured, names',
    },
  ],
  '4.4': [
    {
      id: '4.4.a',
      kind: 'declared',
      goodFor: 365,
      says: 'A business impact analysis sets recovery objectives for each service',
    },
    {
      id: '4.4.b',
      kind: 'coverage',
      over: 'stores of critical data',
      sample: 'Q22',
      says: 'Every store of critical data carries its recovery objectives',
    },
    {
      id: '4.4.c',
      kind: 'coverage',
      over: 'stores of critical data',
      sample: 'Q22',
      says: 'The interval between backups of every store is within its recovery point objective',
    },
  ],
  '4.5': [
    { id: '4.5.a', kind: 'declared', goodFor: 365, says: 'Every critical system has a recovery plan' },
    {
      id: '4.5.b',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q28',
      says: 'The recovery plan was tested with its people within the last 12 months',
    },
    {
      id: '4.5.c',
      kind: 'existence',
      over: 'apps',
      sample: 'Q28',
      says: 'The code can provision the region that the recovery plan restores into',
    },
  ],
} as const satisfies ClaimTable;
