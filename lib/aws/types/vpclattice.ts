import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'VPC Lattice',
  types: {
    aws_vpclattice_service: {
      noun: 'VPC Lattice service',
      logs: {
        what: 'its requests',
        companion: { type: 'aws_vpclattice_access_log_subscription', attribute: 'resource_identifier' },
        otherwise: 'no log says who called it',
        facts:
          'VPC Lattice logs nothing unless an access log subscription names a service or its network, and a destination.',
        sources: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/monitoring-access-logs.html'],
      },
    },
    aws_vpclattice_service_network: {
      noun: 'service network of VPC Lattice',
      logs: {
        what: 'its requests',
        companion: { type: 'aws_vpclattice_access_log_subscription', attribute: 'resource_identifier' },
        otherwise: 'no log says who called it',
        facts:
          'VPC Lattice logs nothing unless an access log subscription names a service or its network, and a destination.',
        sources: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/monitoring-access-logs.html'],
      },
    },
  },
};
