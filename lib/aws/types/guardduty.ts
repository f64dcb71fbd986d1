import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'GuardDuty',
  types: {
    aws_guardduty_publishing_destination: {
      noun: 'destination of findings',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'no key encrypts the findings',
        facts: 'GuardDuty exports findings only under a KMS key.',
        sources: ['https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DestinationProperties.html'],
      },
    },
  },
};
