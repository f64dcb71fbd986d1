import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Audit Manager',
  types: {
    aws_auditmanager_account_registration: {
      noun: 'registration of Audit Manager',
      atRest: {
        data: 'personal',
        key: 'kms_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Audit Manager encrypts evidence and assessments, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/audit-manager/latest/userguide/data-protection.html'],
      },
    },
  },
};
