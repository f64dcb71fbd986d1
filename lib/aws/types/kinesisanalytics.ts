import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Managed Service for Apache Flink',
  types: {
    aws_kinesis_analytics_application: {
      noun: 'SQL application',
      logs: {
        what: 'its errors',
        ways: [
          [{ attribute: 'cloudwatch_logging_options.log_stream_arn', such: '${aws_cloudwatch_log_stream.log.arn}' }],
        ],
        otherwise: 'its failures leave no trace',
        facts:
          'An application reports errors of its code and configuration to the log stream that it names, and nowhere otherwise.',
        sources: ['https://docs.aws.amazon.com/kinesisanalytics/latest/dev/cloudwatch-logs.html'],
      },
    },
    aws_kinesisanalyticsv2_application: {
      noun: 'Flink application',
      logs: {
        what: 'its errors',
        ways: [
          [{ attribute: 'cloudwatch_logging_options.log_stream_arn', such: '${aws_cloudwatch_log_stream.log.arn}' }],
        ],
        otherwise: 'its failures leave no trace',
        facts:
          'An application reports what it does, and its errors, to the log stream that it names, and nowhere otherwise.',
        sources: ['https://docs.aws.amazon.com/managed-flink/latest/java/cloudwatch-logs.html'],
      },
      backups: {
        noun: 'snapshots of its state',
        setting: {
          attribute: 'application_configuration.application_snapshot_configuration.snapshots_enabled',
          is: [true],
          otherwise: 'an update may lose the state of the application',
        },
        facts:
          'Flink takes a snapshot of the state of an application when it is stopped or updated, where that is enabled.',
        sources: ['https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_ApplicationSnapshotConfiguration.html'],
      },
    },
  },
};
