import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Fault Injection Service',
  types: {
    aws_fis_experiment_template: {
      noun: 'experiment template',
      logs: {
        what: 'its experiments',
        ways: [
          [
            {
              attribute: 'log_configuration.cloudwatch_logs_configuration.log_group_arn',
              such: '${aws_cloudwatch_log_group.log.arn}:*',
            },
          ],
          [{ attribute: 'log_configuration.s3_configuration.bucket_name', such: '${aws_s3_bucket.log.id}' }],
        ],
        otherwise: 'nobody can tell what an experiment broke',
        facts:
          'An experiment breaks things on purpose. Its log says what it did to which resource, where a destination is set.',
        sources: ['https://docs.aws.amazon.com/fis/latest/userguide/monitoring-logging.html'],
      },
    },
  },
};
