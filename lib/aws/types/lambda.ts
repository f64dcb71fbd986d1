import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Lambda',
  types: {
    aws_lambda_function: {
      noun: 'function',
      holdsData: true,
      network: {
        drawn: { as: 'workload', what: 'Lambda function' },
        groups: ['vpc_config.security_group_ids'],
        subnets: ['vpc_config.subnet_ids'],
        within: 'vpc_config',
      },
      zones: {
        subnets: ['vpc_config.subnet_ids'],
        byItself: true,
        environments: 'production',
        facts:
          'Lambda runs a function in several zones by itself, but a function in a VPC only where it has a subnet: with one it stops when that zone is out.',
        sources: [
          'https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html',
          'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
          'AWS Security Hub Lambda.5',
        ],
      },
    },
  },
};
