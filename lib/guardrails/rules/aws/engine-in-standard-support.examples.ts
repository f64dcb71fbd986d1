import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a version in standard support',
      terraform: {
        resource: {
          aws_rds_cluster: { orders: { engine: 'aurora-postgresql', engine_version: '17.4' } },
        },
      },
    },
    {
      title: 'others, and one that AWS chooses',
      terraform: {
        resource: {
          aws_db_instance: { letters: { engine: 'mysql', engine_version: '8.4' }, crm: { engine: 'postgres' } },
          aws_eks_cluster: { shop: { version: '1.35' } },
          aws_elasticache_replication_group: {
            carts: { engine: 'valkey', engine_version: '8.1' },
            sessions: { engine_version: '7.1' },
          },
          aws_mq_broker: { orders: { engine_type: 'RabbitMQ', engine_version: '3.13' } },
          aws_msk_cluster: { events: { kafka_version: '3.9.x' } },
          aws_ecs_service: { web: { platform_version: '1.4.0' }, own: { launch_type: 'EC2' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a version that has left standard support',
      terraform: {
        resource: { aws_db_instance: { orders: { engine: 'postgres', engine_version: '13.18' } } },
      },
      addresses: ['aws_db_instance.orders'],
    },
    {
      title: 'of every service',
      terraform: {
        resource: {
          aws_docdb_cluster: { letters: { engine_version: '3.6.0' } },
          aws_ecs_service: { web: { platform_version: '1.3.0' } },
          aws_eks_cluster: { shop: { version: '1.30' } },
          aws_elasticache_cluster: { sessions: { engine: 'redis', engine_version: '5.0.6' } },
          aws_elasticsearch_domain: { search: { elasticsearch_version: '6.3' } },
          aws_mq_broker: {
            orders: { engine_type: 'RabbitMQ', engine_version: '3.12.13' },
            letters: { engine_type: 'ACTIVEMQ', engine_version: '5.17.6' },
          },
          aws_msk_cluster: { events: { kafka_version: '2.8.1' } },
          aws_neptune_cluster: { graph: { engine_version: '1.0.5.1' } },
          aws_opensearch_domain: { search: { engine_version: 'OpenSearch_2.3' } },
          aws_rds_cluster: { orders: { engine: 'aurora-mysql', engine_version: '5.7.mysql_aurora.2.11.1' } },
        },
      },
      addresses: [
        'aws_docdb_cluster.letters',
        'aws_ecs_service.web',
        'aws_eks_cluster.shop',
        'aws_elasticache_cluster.sessions',
        'aws_elasticsearch_domain.search',
        'aws_mq_broker.letters',
        'aws_mq_broker.orders',
        'aws_msk_cluster.events',
        'aws_neptune_cluster.graph',
        'aws_opensearch_domain.search',
        'aws_rds_cluster.orders',
      ],
    },
    {
      title: 'the version of a global cluster, where it is judged',
      terraform: {
        resource: {
          aws_rds_global_cluster: { all: { engine: 'aurora-postgresql', engine_version: '13.18' } },
          aws_rds_cluster: {
            orders: { engine: 'aurora-postgresql', engine_version: '${aws_rds_global_cluster.all.engine_version}' },
          },
        },
      },
      addresses: ['aws_rds_global_cluster.all'],
    },
  ],
  undetermined: [
    {
      title: 'the version is a variable',
      terraform: {
        variable: { release: {} },
        resource: { aws_db_instance: { orders: { engine: 'postgres', engine_version: '${var.release}' } } },
      },
      addresses: ['aws_db_instance.orders'],
    },
  ],
};
