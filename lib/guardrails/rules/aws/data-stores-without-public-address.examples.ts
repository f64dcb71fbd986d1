import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no public address, said or not',
      terraform: {
        resource: {
          aws_db_instance: { orders: { count: 2, publicly_accessible: false }, events: {} },
          aws_redshift_cluster: { reports: {} },
          aws_neptunegraph_graph: { people: { public_connectivity: 'false' } },
        },
      },
    },
    {
      title: 'a cluster and a domain within the VPC, blocks as lists',
      terraform: {
        resource: [
          {
            aws_msk_cluster: [
              {
                events: [
                  {
                    broker_node_group_info: [{ connectivity_info: [{ public_access: [{ type: 'DISABLED' }] }] }],
                  },
                ],
              },
              { plain: { broker_node_group_info: { client_subnets: ['subnet-1'] } } },
            ],
            aws_opensearch_domain: [{ search: [{ vpc_options: [{ subnet_ids: ['${aws_subnet.data.id}'] }] }] }],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'public databases, brokers and replication',
      terraform: {
        resource: {
          aws_db_instance: { orders: { publicly_accessible: true } },
          aws_rds_cluster_instance: { orders: { count: 2, publicly_accessible: 'true' } },
          aws_dms_replication_instance: { move: { publicly_accessible: true } },
          aws_mq_broker: { jobs: { publicly_accessible: true } },
        },
      },
      addresses: [
        'aws_db_instance.orders',
        'aws_dms_replication_instance.move',
        'aws_mq_broker.jobs',
        'aws_rds_cluster_instance.orders',
      ],
    },
    {
      title: 'a domain without a VPC, and a cluster with public access, blocks as lists',
      terraform: {
        resource: [
          { aws_opensearch_domain: [{ search: [{ domain_name: 'search' }] }] },
          {
            aws_msk_cluster: [
              {
                events: [
                  {
                    broker_node_group_info: [
                      { connectivity_info: [{ public_access: [{ type: 'SERVICE_PROVIDED_EIPS' }] }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      addresses: ['aws_msk_cluster.events', 'aws_opensearch_domain.search'],
    },
    {
      title: 'within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.data',
                resources: [
                  {
                    address: 'module.data.aws_elasticsearch_domain.search',
                    mode: 'managed',
                    type: 'aws_elasticsearch_domain',
                    name: 'search',
                    values: { vpc_options: [] },
                  },
                  {
                    address: 'module.data.aws_redshift_cluster.reports',
                    mode: 'managed',
                    type: 'aws_redshift_cluster',
                    name: 'reports',
                    values: { publicly_accessible: true },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.data.aws_elasticsearch_domain.search', 'module.data.aws_redshift_cluster.reports'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { public: {}, network: {} },
        resource: {
          aws_db_instance: { orders: { publicly_accessible: '${var.public}' } },
          aws_opensearch_domain: { search: { vpc_options: '${var.network}' } },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_opensearch_domain.search'],
    },
  ],
};
