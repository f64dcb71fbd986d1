import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Database Migration Service',
  types: {
    aws_dms_endpoint: {
      noun: 'DMS endpoint',
      secrets: [{ path: 'password', instead: 'secrets_manager_arn' }],
    },
    aws_dms_replication_instance: {
      noun: 'replication instance',
      holdsData: true,
    },
  },
};
