import { configured } from '../../../terraform/configured';
import { isTrue } from '../../../terraform/value';
import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'auto_minor_version_upgrade';

/** What takes minor versions by itself, and whether it does where nobody says so. */
const DEFAULTS: { readonly [type: string]: boolean } = {
  aws_db_instance: true,
  aws_dms_replication_instance: false,
  aws_elasticache_cluster: true,
  aws_elasticache_replication_group: true,
  aws_mq_broker: false,
  aws_neptune_cluster_instance: true,
  aws_rds_cluster_instance: true,
};

/** Managed engines that stay patched. */
export const RULE: ResourceRule = {
  id: 'AWS-007',
  name: 'minor-versions-automatic',
  title: 'Databases, caches, brokers and replication instances take minor versions by themselves',
  severity: 'low',
  measures: ['9.1'],
  rationale:
    'Minor versions bring the fixes of known vulnerabilities. Where the attribute is on, AWS installs them in the maintenance window; where it is off, an engine stays as it was made until somebody thinks of it. RDS, Aurora, Neptune and ElastiCache take them by default; brokers of Amazon MQ and instances of DMS do not. DocumentDB has the attribute and ignores it, and Memcached has no such upgrades: they are left out.',
  fix: `Set \`${ATTRIBUTE}\` to true.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
    'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/upgrading-brokers.html',
    'AWS Security Hub RDS.13, ElastiCache.2, MQ.3, DMS.6',
  ],
  types: Object.keys(DEFAULTS),
  check: (resource) => {
    if (resource.type === 'aws_elasticache_cluster' && configured(resource, 'engine') === 'memcached') return undefined;
    const absent = DEFAULTS[resource.type];
    return requireAttribute(resource, ATTRIBUTE, (value) => isTrue(value ?? absent), { [ATTRIBUTE]: true });
  },
};
