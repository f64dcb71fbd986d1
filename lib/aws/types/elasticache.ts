import { isInherited } from '../elasticache/global-datastore';
import { holdsPersonalData } from '../declared';
import { Backups, Safeguard, Service, Setting } from './resource-type';

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

const FINAL_SNAPSHOT: Safeguard = {
  setting: {
    attribute: 'final_snapshot_identifier',
    is: [],
    anything: true,
    otherwise: 'nothing is left of what only the cache holds once it is deleted',
  },
  demand: 'leaves a final snapshot of personal data',
  noneIf: { attribute: 'engine', is: 'memcached' },
  isTemporary: (cache) => !holdsPersonalData(cache) || cache.has('replication_group_id'),
  facts:
    'Terraform deletes a cache without a snapshot unless it is told the name of a final one. Nodes of Memcached cannot be snapshotted, and members of a group are covered by the group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-final.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group',
  ],
};

const ENABLED: Setting = {
  attribute: 'transit_encryption_enabled',
  is: [true],
  otherwise: 'clients talk to the cache unencrypted',
};

const FACTS =
  'Sessions, tokens and copies of records pass between a cache and its clients. Without encryption in transit a Redis or Valkey cache cannot ask for a password either.';

const NOTE = 'A cache that already has clients goes through the mode preferred first.';

const SOURCES = [
  'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html',
  'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption-enable.html',
  'AWS Security Hub ElastiCache.5',
];

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
      lastCopy: FINAL_SNAPSHOT,
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [ENABLED],
        inherits: (cluster) => cluster.has('replication_group_id'),
        facts: FACTS,
        note: NOTE,
        sources: SOURCES,
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        noneIf: { attribute: 'engine', is: 'memcached' },
        sources: [
          'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
          'AWS Security Hub ElastiCache.2',
        ],
      },
    },
    aws_elasticache_replication_group: {
      noun: 'ElastiCache replication group',
      holdsData: true,
      authentication: {
        demand: 'authenticates its clients',
        ways: [
          [{ attribute: 'user_group_ids', such: ['${aws_elasticache_user_group.app.id}'] }],
          [{ attribute: 'auth_token', such: 'not-a-token-but-an-example' }],
        ],
        only: [
          {
            attribute: 'global_replication_group_id',
            unset: true,
            such: '${aws_elasticache_global_replication_group.all.id}',
          },
        ],
        otherwise: 'anyone who reaches the cache reads it',
        facts:
          'A cache of Redis or Valkey lets in anyone who reaches it, unless it has users (RBAC) or a token (AUTH).',
        sources: [
          'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html',
          'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html',
          'AWS Security Hub ElastiCache.6',
        ],
      },
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: [],
        subnetGroup: ['subnet_group_name', 'aws_elasticache_subnet_group'],
      },
      secrets: [{ path: 'auth_token', instead: 'user_group_ids with users that authenticate by IAM' }],
      backups: SNAPSHOTS,
      lastCopy: FINAL_SNAPSHOT,
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [
          ENABLED,
          {
            attribute: 'transit_encryption_mode',
            is: ['required'],
            default: 'required',
            otherwise: 'the cache takes unencrypted connections as well',
          },
        ],
        inherits: (group) => isInherited(group, ENABLED.attribute),
        facts:
          'In the mode preferred a cache takes both kinds of connection, so that nothing shows which clients use TLS. A member of a replication group or a secondary group of a global datastore is encrypted like the whole, and is judged there.',
        note: NOTE,
        sources: SOURCES,
      },
      minorVersions: {
        setting: { attribute: 'auto_minor_version_upgrade', is: [true], default: true },
        sources: [
          'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html',
          'AWS Security Hub ElastiCache.2',
        ],
      },
    },
    aws_elasticache_serverless_cache: {
      noun: 'serverless cache of ElastiCache',
      holdsData: true,
      authentication: {
        demand: 'authenticates its clients',
        ways: [[{ attribute: 'user_group_id', such: '${aws_elasticache_user_group.app.id}' }]],
        only: [{ attribute: 'engine', is: ['valkey', 'redis'] }],
        otherwise: 'anyone who reaches the cache reads it',
        facts: 'A serverless cache of Redis or Valkey lets in anyone who reaches it, unless it has users (RBAC).',
        sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html'],
      },
      network: {
        drawn: { as: 'database', what: 'cache' },
        groups: ['security_group_ids'],
        subnets: ['subnet_ids'],
      },
      backups: SNAPSHOTS,
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [],
        facts: 'Serverless caches take only TLS connections.',
        sources: SOURCES,
      },
    },
    aws_elasticache_user: {
      noun: 'cache user',
      authentication: {
        demand: 'authenticates',
        ways: [
          [{ attribute: 'authentication_mode.type', is: ['iam', 'password'] }],
          [{ attribute: 'passwords', such: ['not-a-password-but-an-example'] }],
          [{ attribute: 'access_string', is: ['off -@all', 'off ~* -@all', 'off ~keys* -@all'] }],
        ],
        otherwise: 'anyone who names the user is let in',
        facts: 'A user without a password, and not of type iam, lets in anyone who names it, unless it is off.',
        sources: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html'],
      },
      secrets: [
        { path: 'passwords', instead: 'authentication_mode of type iam' },
        { path: 'authentication_mode.passwords', instead: 'authentication_mode of type iam' },
      ],
    },
  },
};
