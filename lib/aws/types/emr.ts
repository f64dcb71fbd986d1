import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EMR',
  types: {
    aws_emr_cluster: {
      noun: 'EMR cluster',
      holdsData: true,
      logs: {
        what: 'its steps',
        ways: [[{ attribute: 'log_uri', such: 's3://logs-of-clusters/' }]],
        otherwise: 'its logs end with the cluster',
        facts:
          'A cluster archives the logs of its steps and nodes to S3 where it names a place; otherwise they are gone with the instances.',
        sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
      },
    },
    aws_emrcontainers_job_template: {
      noun: 'job template of EMR on EKS',
      logs: {
        what: 'its jobs',
        ways: [
          [
            {
              attribute:
                'job_template_data.configuration_overrides.monitoring_configuration.cloud_watch_monitoring_configuration.log_group_name',
              such: '${aws_cloudwatch_log_group.log.name}',
            },
          ],
          [
            {
              attribute:
                'job_template_data.configuration_overrides.monitoring_configuration.s3_monitoring_configuration.log_uri',
              such: 's3://logs-of-jobs/',
            },
          ],
        ],
        otherwise: 'the logs of its jobs end with their pods',
        facts: 'Jobs of EMR on EKS log to CloudWatch Logs or S3 where the monitoring configuration names a place.',
        sources: ['https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/emr-eks-jobs-CLI.html'],
      },
    },
    aws_emrserverless_application: {
      noun: 'EMR Serverless application',
      logs: {
        what: 'its jobs',
        ways: [
          [
            {
              attribute: 'monitoring_configuration.managed_persistence_monitoring_configuration.enabled',
              is: [true],
              default: true,
            },
          ],
          [{ attribute: 'monitoring_configuration.cloudwatch_logging_configuration.enabled', is: [true] }],
          [{ attribute: 'monitoring_configuration.s3_monitoring_configuration.log_uri', such: 's3://logs-of-jobs/' }],
        ],
        otherwise: 'nobody can tell what its jobs did',
        facts:
          'EMR Serverless keeps the logs of jobs in storage of its own for 30 days unless that is switched off, and writes them to CloudWatch Logs or S3 where it is told to.',
        sources: ['https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/logging.html'],
      },
    },
  },
};
