import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudWatch observability',
  types: {
    aws_observabilityadmin_centralization_rule_for_organization: {
      noun: 'centralization of logs',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'rule.destination.destination_logs_configuration',
            settings: [
              {
                attribute: 'logs_encryption_configuration.encryption_strategy',
                is: ['CUSTOMER_MANAGED'],
                otherwise: 'a key that AWS owns encrypts the logs',
              },
            ],
            key: 'logs_encryption_configuration.kms_key_arn',
          },
          { blocks: 'rule.destination.destination_logs_configuration.backup_configuration', key: 'kms_key_arn' },
        ],
        withoutKey: 'a key that AWS owns encrypts the logs',
        facts:
          'A rule copies log groups of an organization to one account, encrypted there by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatchLogs_Centralization.html'],
      },
    },
  },
};
