import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Cognito',
  types: {
    aws_cognito_user_pool: {
      noun: 'user pool',
      holdsData: true,
    },
  },
};
