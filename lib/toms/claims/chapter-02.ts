import { ClaimTable } from './claim';

/** The claims of chapter 2: minimization, retention and deletion. */
export const CLAIMS_2 = {
  '2.1': [
    {
      id: '2.1.a',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q32',
      says: 'For each purpose, the record of processing lists the categories of data, and why each is needed',
    },
    {
      id: '2.1.b',
      kind: 'absence',
      over: 'payload logs',
      sample: 'Q8',
      says: 'No API, workflow, model or database proxy writes whole payloads of personal data into logs',
    },
    { id: '2.1.c', kind: 'declared', goodFor: 365, says: 'Impact assessments examine data minimization' },
  ],
  '2.2': [
    {
      id: '2.2.a',
      kind: 'existence',
      over: 'apps',
      sample: 'Q32',
      says: 'A retention schedule names categories, days and legal bases',
    },
    {
      id: '2.2.b',
      kind: 'coverage',
      over: 'stores of personal data',
      sample: 'Q32',
      says: 'Every store of personal data names a category of the retention schedule',
    },
    {
      id: '2.2.c',
      kind: 'coverage',
      over: 'stores of personal data that delete by age',
      sample: 'Q10',
      says: 'Data in every bucket, queue, stream and log group of personal data expires by itself, within the declared retention',
    },
    {
      id: '2.2.d',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q10',
      says: 'For every database and file system it is documented what purges it, how often, and when it last did',
    },
    { id: '2.2.e', kind: 'declared', goodFor: 365, says: 'The retention schedule is approved and reviewed' },
    {
      id: '2.2.f',
      kind: 'coverage',
      over: 'tables of personal data',
      sample: 'Q10',
      says: 'Every table of personal data deletes items at the time that they carry',
    },
  ],
  '2.3': [
    {
      id: '2.3.a',
      kind: 'coverage',
      over: 'stores of personal data',
      by: 'the erasure horizon',
      sample: 'Q10',
      says: 'Deleted data is gone from versions, replicas, recovery points, backups and recycle bins within the declared retention plus 3 days',
    },
    {
      id: '2.3.b',
      kind: 'coverage',
      over: 'stores of personal data',
      by: 'the erasure horizon',
      sample: 'Q10',
      says: 'The erasure horizon of every store of personal data is within the declared retention plus 3 days, in which AWS deletes',
    },
    {
      id: '2.3.c',
      kind: 'declared',
      goodFor: 365,
      sample: 'Q36',
      says: 'A procedure erases data, and erases it again after a restore',
    },
    {
      id: '2.3.d',
      kind: 'inherited',
      reports: ['c5-type2'],
      sample: 'Q33',
      says: 'Data that AWS deletes cannot be read again from its media',
    },
  ],
} as const satisfies ClaimTable;
