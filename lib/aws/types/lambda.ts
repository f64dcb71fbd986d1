import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Lambda',
  types: {
    aws_lambda_function: {
      noun: 'function',
      holdsData: true,
    },
  },
};
