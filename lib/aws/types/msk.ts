import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Streaming for Apache Kafka',
  types: {
    aws_msk_cluster: {
      noun: 'Kafka cluster',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'Kafka cluster' },
        groups: ['broker_node_group_info.security_groups'],
        subnets: ['broker_node_group_info.client_subnets'],
      },
    },
    aws_msk_serverless_cluster: {
      noun: 'serverless Kafka cluster',
      holdsData: true,
    },
  },
};
