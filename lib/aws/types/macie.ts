import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Macie',
  types: {
    aws_macie2_account: {
      noun: 'Macie',
      detection: {
        demand: 'is on',
        ways: [[{ attribute: 'status', is: ['ENABLED'], default: 'ENABLED' }]],
        otherwise: 'nothing watches what the buckets hold and who reaches them',
        facts: 'While Macie is paused it runs no job, looks for no personal data, and watches no bucket.',
        sources: [
          'https://docs.aws.amazon.com/macie/latest/user/macie-suspend-disable.html',
          'AWS Security Hub Macie.1',
        ],
      },
    },
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
    aws_macie2_organization_configuration: {
      noun: 'Macie configuration of an organization',
      detection: {
        demand: 'turns Macie on in new accounts',
        ways: [[{ attribute: 'auto_enable', is: [true] }]],
        otherwise: 'buckets of accounts that come are not looked at',
        facts: 'Without it, somebody has to enable Macie in every account that joins the organization.',
        sources: ['https://docs.aws.amazon.com/macie/latest/user/accounts-mgmt-ao-integrate.html'],
      },
    },
  },
};
