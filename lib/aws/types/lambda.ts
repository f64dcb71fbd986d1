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
    aws_lambda_capacity_provider: {
      noun: 'capacity provider',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'no key of the account encrypts what belongs to it',
        facts:
          'A capacity provider runs functions on instances of the account, and encrypts what belongs to it under the key that it names.',
        sources: ['https://docs.aws.amazon.com/lambda/latest/api/API_CreateCapacityProvider.html'],
      },
    },
    aws_lambda_event_source_mapping: {
      noun: 'event source mapping',
      atRest: {
        data: 'personal',
        parts: [{ only: { attribute: 'filter_criteria.filter.pattern' }, key: 'kms_key_arn' }],
        withoutKey: 'the patterns of the filter are not encrypted with a key of the account',
        facts:
          'The patterns of a filter can quote data, and by default Lambda does not encrypt them under a key of its customers.',
        sources: ['https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html'],
      },
    },
  },
};
