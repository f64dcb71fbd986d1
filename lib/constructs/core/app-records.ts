import { IConstruct } from 'constructs';
import { ClaimRecord, Organization, ProviderReport } from '../../toms/claim-records';

/** What the program of an app says that people keep, in the form of a file of records. */
export interface AppRecords {
  readonly version: 1;
  organization?: Organization;
  readonly records: ClaimRecord[];
  readonly reports: ProviderReport[];
}

const RECORDS = Symbol.for('cdktf-aws-toms/Records');

/** The records of an app, to add to. */
export function appRecords(app: IConstruct): AppRecords {
  const known = recordsAbove(app);
  if (known) return known;
  const records: AppRecords = { version: 1, records: [], reports: [] };
  Object.defineProperty(app, RECORDS, { value: records });
  return records;
}

/** The records of the app that a construct belongs to, where it has any. */
export function recordsAbove(scope: IConstruct): AppRecords | undefined {
  return (scope.node.root as { [RECORDS]?: AppRecords })[RECORDS];
}
