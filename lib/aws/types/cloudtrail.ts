import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudTrail',
  types: {
    aws_cloudtrail: {
      noun: 'trail',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_key_id',
        keyOfAny: 'customer',
        withoutKey: 'anyone who may read the bucket may read the log files of the trail',
        facts:
          'Without a key of its own a trail leaves its files to the default encryption of S3: anyone who may read the bucket reads who did what.',
        note: 'The key policy lets cloudtrail.amazonaws.com use it for this trail.',
        sources: [
          'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
          'CIS AWS Foundations Benchmark 3.0.0, 3.5',
          'AWS Security Hub CloudTrail.2',
        ],
      },
    },
    aws_cloudtrail_event_data_store: {
      noun: 'event data store',
      holdsData: true,
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'CloudTrail encrypts an event data store, by default with a key that AWS owns. A key cannot be removed from it again.',
        sources: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'termination_protection_enabled',
          is: [true],
          default: true,
          otherwise: 'one call deletes the events',
        },
        demand: 'is protected from deletion',
        facts: 'CloudTrail protects an event data store from deletion unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateEventDataStore.html'],
      },
    },
  },
};
