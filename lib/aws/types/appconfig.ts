import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AppConfig',
  types: {
    aws_appconfig_configuration_profile: {
      noun: 'configuration profile',
      atRest: {
        data: 'personal',
        parts: [{ only: { attribute: 'location_uri', is: 'hosted' }, key: 'kms_key_identifier' }],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'AppConfig encrypts the configurations that it hosts, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_CreateConfigurationProfile.html'],
      },
    },
    aws_appconfig_deployment: {
      noun: 'deployment of a configuration',
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A deployment holds a copy of the configuration, which AppConfig encrypts with a key of its own unless one is named.',
        sources: ['https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_StartDeployment.html'],
      },
    },
  },
};
