import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AppIntegrations',
  types: {
    aws_appintegrations_data_integration: {
      noun: 'data integration',
      atRest: {
        data: 'personal',
        key: 'kms_key',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts:
          'A data integration of Amazon Connect copies records of other systems, and keeps them under the key that it names.',
        sources: ['https://docs.aws.amazon.com/appintegrations/latest/APIReference/API_CreateDataIntegration.html'],
      },
    },
  },
};
