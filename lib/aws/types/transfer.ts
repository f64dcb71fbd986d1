import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Transfer Family',
  types: {
    aws_transfer_host_key: {
      noun: 'host key',
      secrets: [{ path: 'host_key_body', instead: 'host_key_body_wo' }],
    },
    aws_transfer_server: {
      noun: 'Transfer Family server',
      holdsData: true,
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'endpoint_type',
          is: ['VPC', 'VPC_ENDPOINT'],
          default: 'PUBLIC',
          otherwise: 'no security group guards its endpoint',
        },
        facts: 'A server of Transfer Family has a public endpoint by default, which no security group guards.',
        sources: ['https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html'],
      },
      logs: {
        what: 'its sessions',
        ways: [
          [{ attribute: 'structured_log_destinations', such: ['${aws_cloudwatch_log_group.log.arn}:*'] }],
          [{ attribute: 'logging_role', such: '${aws_iam_role.log.arn}' }],
        ],
        otherwise: 'no log says who loaded which file',
        facts:
          'A server logs sessions and files to the destinations of its structured log, or by a logging role; with neither it logs nothing.',
        sources: ['https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html'],
      },
    },
    aws_transfer_connector: {
      noun: 'Transfer Family connector',
      logs: {
        what: 'its transfers',
        ways: [[{ attribute: 'logging_role', such: '${aws_iam_role.log.arn}' }]],
        otherwise: 'no log says what was sent to whom',
        facts: 'A connector sends files to other companies. It logs where a role for it is set.',
        sources: [
          'https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html',
          'AWS Security Hub Transfer.3',
        ],
      },
      inTransit: {
        demand: 'encrypts the messages that it sends',
        blocks: 'as2_config',
        settings: [
          {
            attribute: 'encryption_algorithm',
            is: ['AES256_CBC', 'AES192_CBC', 'AES128_CBC'],
            otherwise: 'messages are not encrypted, or with an algorithm that is broken',
          },
        ],
        facts:
          'A connector encrypts each message by S/MIME with the algorithm of its configuration, which may be NONE or triple DES.',
        sources: ['https://docs.aws.amazon.com/transfer/latest/APIReference/API_As2ConnectorConfig.html'],
      },
    },
  },
};
