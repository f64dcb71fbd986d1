import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Verified Access',
  types: {
    aws_verifiedaccess_instance: {
      noun: 'Verified Access instance',
      logs: {
        what: 'its requests',
        companion: {
          type: 'aws_verifiedaccess_instance_logging_configuration',
          attribute: 'verifiedaccess_instance_id',
        },
        otherwise: 'no log says whom it let through',
        facts:
          'Verified Access logs each decision on a request where a logging configuration names the instance, and nothing otherwise.',
        sources: ['https://docs.aws.amazon.com/verified-access/latest/ug/access-logs.html'],
      },
    },
    aws_verifiedaccess_instance_logging_configuration: {
      noun: 'logging configuration of Verified Access',
      logs: {
        what: 'requests',
        ways: [
          [{ attribute: 'access_logs.cloudwatch_logs.enabled', is: [true] }],
          [{ attribute: 'access_logs.s3.enabled', is: [true] }],
          [{ attribute: 'access_logs.kinesis_data_firehose.enabled', is: [true] }],
        ],
        otherwise: 'no log says whom it let through',
        facts: 'Each destination of a logging configuration has a switch of its own, and one must be on.',
        sources: ['https://docs.aws.amazon.com/verified-access/latest/ug/access-logs.html'],
      },
    },
    aws_verifiedaccess_group: {
      noun: 'group of Verified Access',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'sse_configuration.customer_managed_key_enabled',
            is: [true],
            default: false,
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'sse_configuration.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Verified Access encrypts its policies and the data of identity providers, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/verified-access/latest/ug/data-encryption.html'],
      },
    },
    aws_verifiedaccess_endpoint: {
      noun: 'endpoint of Verified Access',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'sse_specification.customer_managed_key_enabled',
            is: [true],
            default: false,
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'sse_specification.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Verified Access encrypts its policies and the data of identity providers, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/verified-access/latest/ug/data-encryption.html'],
      },
    },
    aws_verifiedaccess_trust_provider: {
      noun: 'trust provider of Verified Access',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'sse_specification.customer_managed_key_enabled',
            is: [true],
            default: false,
            otherwise: 'a key that AWS owns encrypts it',
          },
        ],
        key: 'sse_specification.kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Verified Access encrypts its policies and the data of identity providers, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/verified-access/latest/ug/data-encryption.html'],
      },
    },
  },
};
