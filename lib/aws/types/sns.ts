import { PublicPolicy, Service } from './resource-type';

const PUBLIC: PublicPolicy = {
  facts:
    'Strangers can then subscribe to the messages of the topic, or publish forged ones. The policy that SNS makes by default names everyone too, but narrows that to the account of the owner by AWS:SourceOwner.',
  sources: ['https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html', 'AWS Security Hub SNS.4'],
};

export const SERVICE: Service = {
  name: 'SNS',
  types: {
    aws_sns_topic: {
      noun: 'topic',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_sns_topic_policy', attribute: 'arn', names: 'arn' },
      },
      plainTransport: {
        action: 'sns:Publish',
        facts:
          'SNS takes HTTP as well as HTTPS. Topic policies take the actions of topics only, so sns:Publish, which carries the messages, is what must be denied; a wider action counts too.',
        sources: [
          'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit',
        ],
      },
      publicPolicy: PUBLIC,
      // SNS decrypts what it delivers: subscribers need no right on the key.
      reading: {
        reads: [{ action: 'sns:Subscribe' }],
        sources: [
          'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
          'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
        ],
      },
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
    aws_sns_topic_policy: {
      noun: 'topic policy',
      policy: { attribute: 'policy' },
      publicPolicy: PUBLIC,
    },
  },
};
