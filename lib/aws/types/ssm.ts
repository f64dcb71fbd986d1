import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Systems Manager',
  types: {
    aws_ssm_parameter: {
      noun: 'parameter',
      holdsData: true,
      secrets: [{ path: 'value', only: { attribute: 'type', is: ['SecureString'] }, instead: 'value_wo' }],
    },
    aws_ssm_resource_data_sync: {
      noun: 'Systems Manager resource data sync',
      atRest: {
        data: 'any',
        key: 's3_destination.kms_key_arn',
        keyOfAny: 'customer',
        withoutKey: 'Systems Manager asks for no key when it writes the inventory to the bucket',
        facts: 'The sync writes the inventory of every machine to S3: software, versions, patches, users.',
        note: 'The key is in the region of the bucket, and its policy lets ssm.amazonaws.com use it.',
        sources: [
          'https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html',
          'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ResourceDataSyncS3Destination.html',
        ],
      },
    },
    aws_ssm_maintenance_window_task: {
      noun: 'task of a maintenance window',
      logs: {
        what: 'its commands',
        ways: [
          [
            {
              attribute:
                'task_invocation_parameters.run_command_parameters.cloudwatch_config.cloudwatch_output_enabled',
              is: [true],
              default: false,
            },
          ],
          [
            {
              attribute: 'task_invocation_parameters.run_command_parameters.output_s3_bucket',
              such: '${aws_s3_bucket.log.id}',
            },
          ],
        ],
        only: [{ attribute: 'task_type', is: ['RUN_COMMAND'] }],
        otherwise: 'only the first 24,000 characters of what it did are kept',
        facts: 'Run Command keeps the whole output of a command only where it goes to CloudWatch Logs or S3.',
        sources: [
          'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-rc-setting-up-cwlogs.html',
          'https://docs.aws.amazon.com/systems-manager/latest/userguide/mw-cli-task-options.html',
        ],
      },
    },
  },
};
