import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'EMR',
  types: {
    aws_emr_cluster: {
      noun: 'EMR cluster',
      holdsData: true,
      inTransit: {
        demand: 'names a security configuration',
        settings: [
          {
            attribute: 'security_configuration',
            is: [],
            anything: true,
            otherwise: 'nothing encrypts its disks, nor what passes between its nodes',
          },
        ],
        facts:
          'What passes between the nodes of a cluster, and what lies on their disks, is unencrypted unless a security configuration says otherwise; what that says is judged there.',
        note: 'Another security configuration replaces the cluster.',
        sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html'],
      },
      atRest: {
        data: 'personal',
        parts: [{ only: { attribute: 'log_uri' }, key: 'log_encryption_kms_key_id' }],
        withoutKey: 'logs are encrypted at most as their bucket says',
        facts: 'EMR copies the logs of a cluster to a bucket, and encrypts them itself only under a key that is named.',
        note: 'EMR takes the key from release 5.30.0 on, except 6.0.0.',
        sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
      },
      logs: {
        what: 'its steps',
        ways: [[{ attribute: 'log_uri', such: 's3://logs-of-clusters/' }]],
        otherwise: 'its logs end with the cluster',
        facts:
          'A cluster archives the logs of its steps and nodes to S3 where it names a place; otherwise they are gone with the instances.',
        sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html'],
      },
      deletionProtection: {
        setting: {
          attribute: 'termination_protection',
          is: [true],
          default: false,
          otherwise: 'one call ends the cluster, and what lies on its disks is lost',
        },
        demand: 'is protected from termination',
        facts:
          'One call terminates a cluster, with the files of HDFS, unless it is protected. EMR protects none of more than one step that it shall end by itself.',
        note: 'A cluster that ends after its steps keeps nothing: waive the rule for it.',
        sources: ['https://docs.aws.amazon.com/emr/latest/ManagementGuide/UsingEMR_TerminationProtection.html'],
      },
    },
    aws_emrcontainers_job_template: {
      noun: 'job template of EMR on EKS',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        withoutKey: 'no key of the account encrypts the template',
        facts: 'A job template holds the parameters of jobs, encrypted under the key that it names.',
        sources: ['https://docs.aws.amazon.com/emr-on-eks/latest/APIReference/API_CreateJobTemplate.html'],
      },
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
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'monitoring_configuration.s3_monitoring_configuration',
            only: { attribute: 'log_uri' },
            key: 'encryption_key_arn',
          },
          {
            blocks: 'monitoring_configuration.managed_persistence_monitoring_configuration',
            key: 'encryption_key_arn',
          },
          {
            blocks: 'monitoring_configuration.cloudwatch_logging_configuration',
            only: { attribute: 'enabled', is: 'true' },
            key: 'encryption_key_arn',
          },
        ],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'EMR Serverless encrypts the logs that it keeps, by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/logging.html'],
      },
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
    aws_emr_studio: {
      noun: 'EMR Studio',
      atRest: {
        data: 'personal',
        key: 'encryption_key_arn',
        withoutKey: 'notebooks are encrypted at most as their bucket says',
        facts:
          'A Studio keeps notebooks and the results in them in a bucket, and encrypts them itself only under a key that is named.',
        sources: ['https://docs.aws.amazon.com/emr/latest/APIReference/API_CreateStudio.html'],
      },
    },
  },
};
