import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Step Functions',
  types: {
    aws_sfn_state_machine: {
      noun: 'state machine',
      holdsData: true,
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
  },
};
