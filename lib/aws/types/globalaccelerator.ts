import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Global Accelerator',
  types: {
    aws_globalaccelerator_accelerator: {
      noun: 'accelerator',
      logs: {
        what: 'its flows',
        ways: [[{ attribute: 'attributes.flow_logs_enabled', is: [true], default: false }]],
        otherwise: 'no log says who connected',
        facts: 'Global Accelerator keeps no flow logs unless they are switched on, with a bucket to write to.',
        note: 'Name a bucket in `attributes.flow_logs_s3_bucket`.',
        sources: [
          'https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html',
        ],
      },
    },
    aws_globalaccelerator_custom_routing_accelerator: {
      noun: 'custom routing accelerator',
      logs: {
        what: 'its flows',
        ways: [[{ attribute: 'attributes.flow_logs_enabled', is: [true], default: false }]],
        otherwise: 'no log says who connected',
        facts: 'Global Accelerator keeps no flow logs unless they are switched on, with a bucket to write to.',
        note: 'Name a bucket in `attributes.flow_logs_s3_bucket`.',
        sources: [
          'https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html',
        ],
      },
    },
  },
};
