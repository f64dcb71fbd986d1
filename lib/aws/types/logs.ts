import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudWatch Logs',
  types: {
    aws_cloudwatch_log_group: {
      noun: 'log group',
      holdsData: true,
    },
    aws_cloudwatch_log_resource_policy: {
      noun: 'resource policy of CloudWatch Logs',
      policy: { attribute: 'policy_document' },
      publicPolicy: {
        facts: 'A resource policy says who may write to log groups: strangers can then fill and forge the logs.',
        sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html'],
      },
    },
    aws_cloudwatch_log_destination_policy: {
      noun: 'destination policy of CloudWatch Logs',
      policy: { attribute: 'access_policy' },
      publicPolicy: {
        facts: 'A destination policy says who may send logs to a destination: strangers can then send forged ones.',
        sources: ['https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html'],
      },
    },
    aws_cloudwatch_log_anomaly_detector: {
      noun: 'log anomaly detector',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A detector keeps a model of the logs and the lines that it found odd, encrypted by default with a key that CloudWatch Logs owns.',
        sources: [
          'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogAnomalyDetector.html',
        ],
      },
    },
  },
};
