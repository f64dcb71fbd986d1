import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EventBridge Scheduler',
  types: {
    aws_scheduler_schedule: {
      noun: 'schedule',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'A schedule holds the input of its target, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html'],
      },
    },
  },
};
