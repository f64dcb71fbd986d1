import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'WorkSpaces Secure Browser',
  types: {
    aws_workspacesweb_portal: {
      noun: 'web portal',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
      logs: {
        what: 'its sessions',
        companion: { type: 'aws_workspacesweb_user_access_logging_settings_association', attribute: 'portal_arn' },
        otherwise: 'no log says who opened what',
        facts:
          'A portal logs the sessions of people to Kinesis Data Streams where user access logging settings are associated with it.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/monitoring-logging.html'],
      },
    },
    aws_workspacesweb_browser_settings: {
      noun: 'browser settings',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
    },
    aws_workspacesweb_data_protection_settings: {
      noun: 'data protection settings',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
    },
    aws_workspacesweb_ip_access_settings: {
      noun: 'IP access settings',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
    },
    aws_workspacesweb_session_logger: {
      noun: 'session logger',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
    },
    aws_workspacesweb_user_settings: {
      noun: 'user settings',
      atRest: {
        data: 'personal',
        key: 'customer_managed_key',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'WorkSpaces Secure Browser encrypts its settings and what it logs, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/workspaces-web/latest/adminguide/data-encryption.html'],
      },
    },
  },
};
