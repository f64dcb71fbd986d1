import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Macie',
  types: {
    aws_macie2_classification_export_configuration: {
      noun: 'export of Macie',
      atRest: {
        data: 'personal',
        parts: [{ blocks: 's3_destination', key: 'kms_key_arn' }],
        withoutKey: 'no key encrypts the findings',
        facts: 'Macie writes where it found personal data to a bucket, under the key that is named.',
        sources: ['https://docs.aws.amazon.com/macie/latest/APIReference/classification-export-configuration.html'],
      },
    },
  },
};
