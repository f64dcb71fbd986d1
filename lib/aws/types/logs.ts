import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudWatch Logs',
  types: {
    aws_cloudwatch_log_group: {
      noun: 'log group',
      holdsData: true,
    },
  },
};
