import { Service } from './resource-type';

const SCANS = 'https://docs.aws.amazon.com/inspector/latest/user/activate-scans.html';

export const SERVICE: Service = {
  name: 'Inspector',
  types: {
    aws_inspector2_enabler: {
      noun: 'Inspector',
      detection: {
        demand: 'scans instances, images and functions',
        ways: [[{ attribute: 'resource_types', holds: ['EC2', 'ECR', 'LAMBDA'] }]],
        otherwise: 'vulnerabilities of a kind of resource are not found',
        facts: 'Inspector scans the kinds of resources for which it is enabled, and no other.',
        sources: [SCANS, 'AWS Security Hub Inspector.1, Inspector.2, Inspector.4'],
      },
    },
    aws_inspector2_organization_configuration: {
      noun: 'Inspector configuration of an organization',
      detection: {
        demand: 'scans instances, images and functions of new accounts',
        ways: [
          [
            { attribute: 'auto_enable.ec2', is: [true] },
            { attribute: 'auto_enable.ecr', is: [true] },
            { attribute: 'auto_enable.lambda', is: [true], default: false },
          ],
        ],
        otherwise: 'accounts that come are not scanned for vulnerabilities',
        facts:
          'An account that joins the organization is scanned for the kinds of resources that are enabled by default.',
        sources: ['https://docs.aws.amazon.com/inspector/latest/user/adding-member-accounts.html'],
      },
    },
  },
};
