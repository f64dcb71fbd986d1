import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Config',
  types: {
    aws_config_delivery_channel: {
      noun: 'delivery channel of AWS Config',
      atRest: {
        data: 'any',
        key: 's3_kms_key_arn',
        keyOfAny: 'customer',
        withoutKey: 'AWS Config asks for no key when it delivers to the bucket',
        facts:
          'Snapshots and history of AWS Config show every network, policy and bucket of the account: a plan of where to break in.',
        note: 'The key is in the region of the bucket, and its policy lets config.amazonaws.com use it.',
        sources: [
          'https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html',
          'https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html',
        ],
      },
    },
  },
};
