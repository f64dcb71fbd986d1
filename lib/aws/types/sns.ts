import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'SNS',
  types: {
    aws_sns_topic: {
      noun: 'topic',
      holdsData: true,
      atRest: {
        data: 'any',
        key: 'kms_master_key_id',
        keyOfAny: 'anyone',
        withoutKey: 'SNS keeps messages without a KMS key',
        facts: 'Without a KMS key SNS encrypts only its disks.',
        note: 'Its policy lets the services that publish use it.',
        sources: [
          'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
          'AWS Security Hub SNS.1',
        ],
      },
    },
  },
};
