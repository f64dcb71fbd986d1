import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'two zones, and three with standby',
      terraform: {
        resource: {
          aws_opensearch_domain: {
            orders: { count: 2, cluster_config: { instance_count: 2, zone_awareness_enabled: true } },
            products: {
              cluster_config: {
                instance_count: 3,
                multi_az_with_standby_enabled: true,
                zone_awareness_config: { availability_zone_count: 3 },
                zone_awareness_enabled: true,
              },
            },
          },
        },
      },
    },
    {
      title: 'a development environment',
      terraform: {
        resource: {
          aws_elasticsearch_domain: {
            orders: { cluster_config: { instance_count: '4', zone_awareness_enabled: 'true' } },
            test: { tags: { 'tom:environment': 'development' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset, one zone, and one node',
      terraform: {
        resource: {
          aws_elasticsearch_domain: { orders: { domain_name: 'orders' } },
          aws_opensearch_domain: {
            node: { cluster_config: { zone_awareness_enabled: true } },
            zone: { cluster_config: { instance_count: 3, zone_awareness_enabled: false } },
          },
        },
      },
      addresses: ['aws_elasticsearch_domain.orders', 'aws_opensearch_domain.node', 'aws_opensearch_domain.zone'],
    },
    {
      title: 'one zone',
      terraform: {
        resource: {
          aws_opensearch_domain: { products: { cluster_config: { instance_count: 2, zone_awareness_enabled: null } } },
        },
      },
      addresses: ['aws_opensearch_domain.products'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { cluster: {}, nodes: {}, standby: {}, zones: {} },
        resource: {
          aws_opensearch_domain: {
            all: { cluster_config: '${var.cluster}' },
            nodes: { cluster_config: { instance_count: '${var.nodes}', zone_awareness_enabled: true } },
            standby: { cluster_config: { instance_count: 3, multi_az_with_standby_enabled: '${var.standby}' } },
            zones: { cluster_config: { instance_count: 2, zone_awareness_enabled: '${var.zones}' } },
          },
        },
      },
      addresses: [
        'aws_opensearch_domain.all',
        'aws_opensearch_domain.nodes',
        'aws_opensearch_domain.standby',
        'aws_opensearch_domain.zones',
      ],
    },
  ],
};
