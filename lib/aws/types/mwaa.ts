import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Workflows for Apache Airflow',
  types: {
    aws_mwaa_environment: {
      noun: 'Airflow environment',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'kms_key',
        withoutKey: 'AWS encrypts with a key that it owns',
        facts:
          'Airflow keeps variables, connections with their passwords, and what tasks pass to one another in a database of the environment; tasks wait in a queue and write logs. Unless a key is named, AWS encrypts all this with a key that it owns.',
        note: 'The key is in the same region, its policy also lets CloudWatch Logs use it, and another key replaces the environment.',
        sources: [
          'https://docs.aws.amazon.com/mwaa/latest/userguide/encryption-at-rest.html',
          'https://docs.aws.amazon.com/mwaa/latest/userguide/custom-keys-certs.html',
        ],
      },
    },
  },
};
