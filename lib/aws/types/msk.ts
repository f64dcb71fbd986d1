import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Streaming for Apache Kafka',
  types: {
    aws_msk_cluster: {
      noun: 'Kafka cluster',
      holdsData: true,
    },
    aws_msk_serverless_cluster: {
      noun: 'serverless Kafka cluster',
      holdsData: true,
    },
  },
};
