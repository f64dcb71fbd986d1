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
    },
  },
};
