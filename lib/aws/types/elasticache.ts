import { Backups, Service } from './resource-type';

const SNAPSHOTS: Backups = {
  noun: 'daily snapshots',
  days: { attribute: 'snapshot_retention_limit', default: 0 },
  isCache: true,
  facts:
    'ElastiCache takes no snapshot unless a retention is set, and keeps it for 35 days at most. Nodes of Memcached cannot be snapshotted, and members of a group are covered by the group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html',
    'AWS Security Hub ElastiCache.1',
  ],
};

export const SERVICE: Service = {
  name: 'ElastiCache',
  types: {
    aws_elasticache_cluster: {
      noun: 'ElastiCache cluster',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: [],
        subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
      },
      backups: {
        ...SNAPSHOTS,
        noneIf: { attribute: 'engine', is: 'memcached' },
        partOf: 'replication_group_id',
      },
    },
    aws_elasticache_replication_group: {
      noun: 'ElastiCache replication group',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: [],
        subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
      },
      secrets: [{ path: 'auth_token', instead: 'user_group_ids with users that authenticate by IAM' }],
      backups: SNAPSHOTS,
    },
    aws_elasticache_serverless_cache: {
      noun: 'serverless cache of ElastiCache',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: ['subnet_ids'],
      },
      backups: SNAPSHOTS,
    },
    aws_elasticache_user: {
      noun: 'cache user',
      secrets: [
        { path: 'passwords', instead: 'authentication_mode of type iam' },
        { path: 'authentication_mode.passwords', instead: 'authentication_mode of type iam' },
      ],
    },
  },
};
