import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'App Runner',
  types: {
    aws_apprunner_service: {
      noun: 'App Runner service',
      holdsData: true,
    },
  },
};
