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
    aws_vpclattice_listener: {
      noun: 'listener of VPC Lattice',
      inTransit: {
        demand: 'uses TLS',
        settings: [{ attribute: 'protocol', is: ['HTTPS', 'TLS_PASSTHROUGH'], otherwise: 'requests pass unencrypted' }],
        facts:
          'A listener or target group of VPC Lattice passes requests unencrypted where its protocol is HTTP. TCP and TLS_PASSTHROUGH leave TLS to the two ends.',
        sources: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/encryption-in-transit.html'],
      },
    },
    aws_vpclattice_target_group: {
      noun: 'target group of VPC Lattice',
      inTransit: {
        demand: 'uses TLS',
        blocks: 'config',
        settings: [{ attribute: 'protocol', is: ['HTTPS', 'TCP'], otherwise: 'requests pass unencrypted' }],
        facts:
          'A listener or target group of VPC Lattice passes requests unencrypted where its protocol is HTTP. TCP and TLS_PASSTHROUGH leave TLS to the two ends.',
        sources: ['https://docs.aws.amazon.com/vpc-lattice/latest/ug/encryption-in-transit.html'],
      },
    },
  },
};
