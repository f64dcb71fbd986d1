import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'App Runner',
  types: {
    aws_apprunner_service: {
      noun: 'App Runner service',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'encryption_configuration.kms_key',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'App Runner encrypts its copy of the source or image and the logs of a service, by default with a key that AWS manages.',
        note: 'Another key replaces the service.',
        sources: ['https://docs.aws.amazon.com/apprunner/latest/api/API_CreateService.html'],
      },
    },
  },
};
