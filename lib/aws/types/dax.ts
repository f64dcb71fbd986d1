import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'DynamoDB Accelerator',
  types: {
    aws_dax_cluster: {
      noun: 'DAX cluster',
      holdsData: true,
      network: {
        groups: ['security_group_ids'],
        subnets: [],
        subnetGroup: ['subnet_group_name', 'aws_dax_subnet_group'],
      },
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'server_side_encryption.enabled', is: [true], otherwise: 'items lie on disk unencrypted' },
        ],
        facts:
          'DAX writes items of the tables behind it to disk when it passes changes from its primary node to the replicas. They are encrypted there only if the cluster asks for it when it is created, with a key of the service: DAX takes no other, whatever the class of the data.',
        note: 'A change replaces the cluster.',
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html',
          'AWS Security Hub DynamoDB.3',
        ],
      },
      inTransit: {
        demand: 'takes only TLS connections',
        settings: [
          {
            attribute: 'cluster_endpoint_encryption_type',
            is: ['TLS'],
            otherwise: 'items pass unencrypted between the cluster and its clients',
          },
        ],
        facts: 'A DAX cluster passes the items of DynamoDB tables to its clients. Its endpoint has no TLS by default.',
        note: 'A change replaces the cluster, and the new endpoint begins with daxs://.',
        sources: [
          'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html',
          'AWS Security Hub DynamoDB.7',
        ],
      },
    },
  },
};
