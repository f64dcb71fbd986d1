import { isEphemeral } from '../../../aws/declared';
import { isReplica } from '../../../aws/rds/database';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, instancesOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { requireTrue, unknownAttribute } from '../../verdicts/checks';

/** The type of the instances of a cluster. */
const INSTANCES: { readonly [type: string]: string } = {
  aws_docdb_cluster: 'aws_docdb_cluster_instance',
  aws_neptune_cluster: 'aws_neptune_cluster_instance',
  aws_rds_cluster: 'aws_rds_cluster_instance',
};

/** Engines whose clusters have two readers in other zones by themselves. */
const MULTI_AZ: readonly unknown[] = ['mysql', 'postgres'];

/** Databases that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'RDS-006',
  name: 'database-in-two-zones',
  title: 'A database outside ephemeral environments stands in two Availability Zones or more',
  severity: 'medium',
  claims: ['3.3.1.a'],
  rationale:
    'A database in one zone is gone when the zone is. An instance with Multi-AZ has a standby that takes over within minutes. The storage of Aurora, DocumentDB and Neptune is in three zones anyway, but a cluster with one instance answers nobody until another one is made: it needs two, which AWS puts into different zones unless told otherwise. Multi-AZ DB clusters have three by themselves. Replicas are the redundancy of something else. Readers that auto scaling adds are not counted.',
  fix: 'Set `multi_az` to true, or give the cluster two instances or more, whose `availability_zone` is not set or differs. A stack that may fail says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html',
    'AWS Security Hub RDS.5, RDS.15, Neptune.9',
  ],
  types: ['aws_db_instance', ...Object.keys(INSTANCES)],
  check: (database, model) => {
    if (isEphemeral(database) || isReplica(database)) return undefined;
    return database.type === 'aws_db_instance' ? requireTrue(database, 'multi_az') : clusterVerdict(model, database);
  },
};

function clusterVerdict(model: Model, cluster: Resource): Verdict {
  const engine = configured(cluster, 'engine');
  if (cluster.type === 'aws_rds_cluster' && MULTI_AZ.includes(engine)) return MET;
  const type = INSTANCES[cluster.type];
  const instances = companionsOf(model, cluster, type, 'cluster_identifier');
  const clusters = instances.some((instance) => isUnknown(instance.get('cluster_identifier')))
    ? howManyWritten(cluster)
    : 1;
  const counts = instances.map(howMany);
  const known = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (clusters !== undefined && known >= 2 * clusters) return zonesVerdict(instances);
  if (cluster.type === 'aws_rds_cluster' && isUnknown(engine)) return unknownAttribute('engine', engine);
  if (clusters === undefined || counts.includes(undefined)) {
    return undetermined('count or for_each decides how many instances the cluster has, which only a plan can tell');
  }
  if (hasUndeterminedCompanion(model, type, 'cluster_identifier')) {
    return undetermined(`an ${type} names its cluster by a value that only a plan can tell`);
  }
  if (clusters > 1) return violated(`${clusters} clusters share ${known} instances, and each needs two`);
  const has = known === 0 ? 'no instance' : 'one instance';
  return violated(`the cluster has ${has}: with fewer than two it answers nobody once a zone is lost`);
}

/** Instances that all name one zone. Those that name none are spread by AWS. */
function zonesVerdict(instances: readonly Resource[]): Verdict {
  const zones = new Set(instances.map((instance) => configured(instance, 'availability_zone')));
  const [zone] = zones;
  return zones.size === 1 && typeof zone === 'string'
    ? violated(`all of its instances stand in ${zone}, and are lost with it`)
    : MET;
}

/** How many clusters a reference may mean. */
function howManyWritten(cluster: Resource): number | undefined {
  const written = instancesOf(cluster).length;
  return written > 1 ? written : howMany(cluster);
}

/** How many a resource stands for. `undefined` where only a plan can tell; a plan writes each of them out. */
function howMany(resource: Resource): number | undefined {
  const { count, for_each: each } = resource.body;
  if (count !== undefined) {
    const value = resource.get('count');
    return typeof value === 'number' ? value : undefined;
  }
  if (each === undefined) return 1;
  const value = resource.get('for_each');
  if (isUnknown(value) || typeof value !== 'object') return undefined;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}
