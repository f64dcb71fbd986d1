import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Service for Prometheus',
  types: {
    aws_prometheus_workspace: {
      noun: 'Prometheus workspace',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A workspace encrypts its metrics, by default with a key that AWS owns. The key is chosen when it is made.',
        sources: [
          'https://docs.aws.amazon.com/prometheus/latest/userguide/encryption-at-rest-Amazon-Service-Prometheus.html',
        ],
      },
      logs: {
        what: 'its alerts and rules',
        ways: [[{ attribute: 'logging_configuration.log_group_arn', such: '${aws_cloudwatch_log_group.log.arn}:*' }]],
        otherwise: 'alerts that were lost leave no trace',
        facts: 'A workspace logs failures of its rules and alerts where it names a log group, and nowhere otherwise.',
        sources: ['https://docs.aws.amazon.com/prometheus/latest/userguide/CW-logs.html'],
      },
    },
  },
};
