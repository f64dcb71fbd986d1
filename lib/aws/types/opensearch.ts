import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'OpenSearch Service',
  types: {
    aws_opensearch_domain: {
      noun: 'search domain',
      holdsData: true,
      network: {
        drawn: { as: 'database', what: 'search domain' },
        groups: ['vpc_options.security_group_ids'],
        subnets: ['vpc_options.subnet_ids'],
        within: 'vpc_options',
      },
      secrets: [
        {
          path: 'advanced_security_options.master_user_options.master_user_password',
          instead: 'master_user_arn',
        },
      ],
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'encrypt_at_rest.enabled', is: [true], otherwise: 'indices and snapshots lie unencrypted' },
        ],
        key: 'encrypt_at_rest.kms_key_id',
        withoutKey: 'the AWS managed key encrypts personal data',
        facts:
          'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es.',
        note: 'Another key replaces the domain.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub Opensearch.1, ES.1',
        ],
      },
    },
    aws_elasticsearch_domain: {
      noun: 'search domain',
      atRest: {
        data: 'any',
        settings: [
          { attribute: 'encrypt_at_rest.enabled', is: [true], otherwise: 'indices and snapshots lie unencrypted' },
        ],
        key: 'encrypt_at_rest.kms_key_id',
        withoutKey: 'the AWS managed key encrypts personal data',
        facts:
          'A domain encrypts its indices, logs, swap and automated snapshots only if it is told to. Without a key of its own it uses the AWS managed key aws/es.',
        note: 'Another key replaces the domain.',
        sources: [
          'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html',
          'AWS Security Hub Opensearch.1, ES.1',
        ],
      },
    },
    aws_opensearchserverless_collection: {
      noun: 'collection of OpenSearch Serverless',
      holdsData: true,
    },
  },
};
