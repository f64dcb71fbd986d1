import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Step Functions',
  types: {
    aws_sfn_state_machine: {
      noun: 'state machine',
      holdsData: true,
      logs: {
        what: 'its executions',
        ways: [[{ attribute: 'logging_configuration.level', is: ['ERROR', 'ALL', 'FATAL'], default: 'OFF' }]],
        otherwise: 'no log says what failed, and the history of an execution ends after 90 days',
        facts:
          'A state machine logs its executions from the level that it sets, and nothing at OFF, which is the default. Express executions keep no history besides.',
        note: 'Leave `logging_configuration.include_execution_data` false where the data is personal.',
        sources: [
          'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html',
          'AWS Security Hub StepFunctions.1',
        ],
      },
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_MANAGED_KMS_KEY'],
            otherwise: 'executions are encrypted with a key that AWS owns',
          },
        ],
        key: 'encryption_configuration.kms_key_id',
        withoutKey: 'no key encrypts the executions',
        facts: 'Step Functions keeps the input and output of every state of a standard execution, for up to 90 days.',
        sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
      },
    },
    aws_sfn_activity: {
      noun: 'activity',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.type',
            is: ['CUSTOMER_MANAGED_KMS_KEY'],
            default: 'AWS_OWNED_KEY',
            otherwise: 'the input of tasks is encrypted with a key that AWS owns',
          },
        ],
        key: 'encryption_configuration.kms_key_id',
        withoutKey: 'no key encrypts the input of tasks',
        facts: 'An activity keeps the input of a task until a worker fetches it.',
        sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html'],
      },
    },
  },
};
