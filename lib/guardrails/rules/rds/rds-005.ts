import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { Value, isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { DATABASES, GLOBAL_CLUSTERS, isReplica } from './database';

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
export const RDS_005: ResourceRule = {
  id: 'RDS-005',
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
    if (database.isEphemeral || isReplica(database)) return undefined;
    return verdictOn(database, GLOBAL_CLUSTERS.includes(database.type) ? [PROTECTED] : [PROTECTED, LAST_COPY]);
  },
  examples: {
    pass: [
      {
        title: 'protected, with a final snapshot, said or by default',
        terraform: {
          resource: {
            aws_db_instance: { orders: { count: 2, deletion_protection: true, skip_final_snapshot: false } },
            aws_docdb_cluster: { profiles: { deletion_protection: true } },
            aws_neptune_cluster: { friends: { deletion_protection: 'true' } },
            aws_rds_cluster: { shop: { deletion_protection: true, final_snapshot_identifier: 'shop-final' } },
            aws_rds_global_cluster: { shop: { deletion_protection: true } },
          },
        },
      },
      {
        title: 'a replica, and a stack that lives for a test run; in lists',
        terraform: {
          resource: [
            {
              aws_db_instance: [{ reports: [{ replicate_source_db: 'orders', skip_final_snapshot: true }] }],
              aws_rds_cluster: [{ shop: [{ skip_final_snapshot: true, tags: { 'tom:environment': 'ephemeral' } }] }],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'the defaults',
        terraform: {
          resource: {
            aws_db_instance: { orders: {} },
            aws_docdb_global_cluster: { profiles: {} },
            aws_neptune_cluster: { friends: {} },
            aws_rds_cluster: { shop: { deletion_protection: false } },
          },
        },
        addresses: [
          'aws_db_instance.orders',
          'aws_docdb_global_cluster.profiles',
          'aws_neptune_cluster.friends',
          'aws_rds_cluster.shop',
        ],
      },
      {
        title: 'protected, and gone without a copy once it is not',
        terraform: {
          resource: { aws_docdb_cluster: { profiles: { deletion_protection: true, skip_final_snapshot: 'true' } } },
        },
        addresses: ['aws_docdb_cluster.profiles'],
      },
      {
        title: 'neither within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.data',
                  resources: [
                    {
                      address: 'module.data.aws_db_instance.main',
                      mode: 'managed',
                      type: 'aws_db_instance',
                      name: 'main',
                      values: { deletion_protection: null, skip_final_snapshot: true },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.data.aws_db_instance.main'],
      },
    ],
    undetermined: [
      {
        title: 'variables decide',
        terraform: {
          variable: { keep: {}, skip: {} },
          resource: {
            aws_db_instance: { orders: { deletion_protection: true, skip_final_snapshot: '${var.skip}' } },
            aws_rds_cluster: { shop: { deletion_protection: '${var.keep}' } },
          },
        },
        addresses: ['aws_db_instance.orders', 'aws_rds_cluster.shop'],
      },
    ],
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
