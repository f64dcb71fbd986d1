import { ClaimRecord, ProviderReport } from '../../lib/toms/claim-records';

/** A record in force on the day on which the tests run, 1 June 2026. */
export const RECORD: ClaimRecord = {
  claims: ['10.1.a'],
  says: 'Twelve policies, approved by the board on 2 March 2026.',
  document: { title: 'ISMS manual, version 7', link: 'https://dms.acme.example/isms/7', date: '2026-03-02' },
  owner: 'Jo Example, CISO',
  reviewBy: '2027-03-01',
};

/** A report in force on that day. */
export const REPORT: ProviderReport = {
  kind: 'c5-type2',
  title: 'AWS C5 type 2',
  from: '2024-10-01',
  to: '2025-09-30',
  regions: ['eu-central-1'],
  services: ['kms', 's3'],
  exceptionsRead: { by: 'Jo Example, CISO', date: '2026-04-10' },
};
