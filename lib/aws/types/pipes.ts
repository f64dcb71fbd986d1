import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EventBridge Pipes',
  types: {
    aws_pipes_pipe: {
      noun: 'pipe',
      atRest: {
        data: 'personal',
        key: 'kms_key_identifier',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'EventBridge encrypts the filters and templates of a pipe, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-pipes-cmkey.html'],
      },
      logs: {
        what: 'its failures',
        ways: [[{ attribute: 'log_configuration.level', is: ['ERROR', 'INFO', 'TRACE'], default: 'OFF' }]],
        otherwise: 'records that were lost leave no trace',
        facts:
          'A pipe logs from level ERROR on where it failed, to the destinations that it names. By default it logs nothing.',
        sources: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html'],
      },
    },
  },
};
