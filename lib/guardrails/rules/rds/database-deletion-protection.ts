import { isEphemeral } from '../../../aws/declared';
import { DATABASES, GLOBAL_CLUSTERS, isReplica } from '../../../aws/rds/database';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** What must hold of an attribute, what sets it right, and what is wrong otherwise. */
interface Demand {
  readonly attribute: string;
  readonly holds: (value: Value) => boolean;
  readonly mend: boolean;
  readonly otherwise: string;
}

const PROTECTED: Demand = {
  attribute: 'deletion_protection',
  holds: isTrue,
  mend: true,
  otherwise: 'one call deletes the database',
};

const LAST_COPY: Demand = {
  attribute: 'skip_final_snapshot',
  holds: (value) => !isTrue(value),
  mend: false,
  otherwise: 'nothing is left of the database once it is deleted',
};

/** Databases that cannot be deleted in passing, and leave a copy behind. */
export const RULE: ResourceRule = {
  id: 'RDS-005',
  name: 'database-deletion-protection',
  title: 'A database outside ephemeral environments is protected from deletion, and leaves a final snapshot',
  severity: 'medium',
  measures: ['3.2.1', '4.1'],
  rationale:
    'With deletion protection a database is only deleted after a change of its own, which a review sees; without it a wrong destroy, or a change that replaces the database, is enough. Automated backups go with the database unless it is told to keep them: the final snapshot is what is left then. Terraform takes one unless told to skip it. Replicas, which can be made again and leave no snapshot, are left alone; a global cluster holds no data of its own.',
  fix: 'Set `deletion_protection` to true, leave `skip_final_snapshot` false and name the snapshot in `final_snapshot_identifier`. A stack that lives for a test run says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
    'AWS Security Hub RDS.7, RDS.8, DocumentDB.5, Neptune.4',
  ],
  types: [...DATABASES, ...GLOBAL_CLUSTERS],
  check: (database) => {
    if (isEphemeral(database) || isReplica(database)) return undefined;
    return verdictOn(database, GLOBAL_CLUSTERS.includes(database.type) ? [PROTECTED] : [PROTECTED, LAST_COPY]);
  },
};

function verdictOn(database: Resource, demands: readonly Demand[]): Verdict {
  const read = demands.map((demand) => ({ ...demand, value: configured(database, demand.attribute) }));
  const broken = read.filter(({ value, holds }) => !isUnknown(value) && !holds(value));
  if (broken.length > 0) {
    return violated(
      broken.map(({ attribute, value, otherwise }) => `${attribute} is ${describe(value)}: ${otherwise}`).join('; '),
      Object.fromEntries(broken.map(({ attribute, mend }) => [attribute, mend]))
    );
  }
  const open = read.find(({ value }) => isUnknown(value));
  return open ? unknownAttribute(open.attribute, open.value) : MET;
}
