import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'ECS',
  types: {
    aws_ecs_cluster: {
      noun: 'ECS cluster',
      holdsData: true,
      atRest: {
        data: 'personal',
        parts: [
          { blocks: 'configuration.managed_storage_configuration', key: 'kms_key_id' },
          { blocks: 'configuration.managed_storage_configuration', key: 'fargate_ephemeral_storage_kms_key_id' },
          {
            blocks: 'configuration.execute_command_configuration',
            key: 'kms_key_id',
            withoutKey: 'no key of your own encrypts what passes between a shell and the container',
          },
          {
            blocks: 'configuration.execute_command_configuration.log_configuration',
            only: { attribute: 'cloud_watch_log_group_name' },
            settings: [
              {
                attribute: 'cloud_watch_encryption_enabled',
                is: [true],
                default: false,
                otherwise: 'logs of shells may lie in a log group without a key',
              },
            ],
          },
          {
            blocks: 'configuration.execute_command_configuration.log_configuration',
            only: { attribute: 's3_bucket_name' },
            settings: [
              {
                attribute: 's3_bucket_encryption_enabled',
                is: [true],
                default: false,
                otherwise: 'logs of shells may lie in a bucket that is not encrypted',
              },
            ],
          },
        ],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'Fargate encrypts the disk of a task with a key that AWS owns unless the cluster names one. What passes through ECS Exec is encrypted by TLS, and once more by a key that the cluster names; its logs are checked for encryption only where the cluster says so.',
        sources: [
          'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
          'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandLogConfiguration.html',
          'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedStorageConfiguration.html',
        ],
      },
      logs: {
        what: 'what people run by ECS Exec',
        ways: [
          [{ attribute: 'configuration.execute_command_configuration.logging', is: ['DEFAULT'], default: 'DEFAULT' }],
          [
            { attribute: 'configuration.execute_command_configuration.logging', is: ['OVERRIDE'] },
            {
              attribute: 'configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name',
              such: '${aws_cloudwatch_log_group.log.name}',
            },
          ],
          [
            { attribute: 'configuration.execute_command_configuration.logging', is: ['OVERRIDE'] },
            {
              attribute: 'configuration.execute_command_configuration.log_configuration.s3_bucket_name',
              such: '${aws_s3_bucket.log.id}',
            },
          ],
        ],
        otherwise: 'nobody can tell what was typed in a container',
        facts:
          'ECS Exec opens a shell in a container. With DEFAULT, which holds where nothing is set, the session goes where the awslogs driver of the task goes; with OVERRIDE to the group or bucket of the cluster; with NONE nowhere.',
        sources: [
          'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
          'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html',
        ],
      },
    },
    aws_ecs_service: {
      noun: 'ECS service',
      holdsData: true,
      zones: {
        subnets: ['network_configuration.subnets'],
        byItself: true,
        environments: 'production',
        facts:
          'ECS places tasks that have interfaces of their own into the subnets of the service. With subnets of one zone the service ends with it. Tasks without such interfaces are where their instances are.',
        sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
      },
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'volume_configuration.managed_ebs_volume',
            only: { attribute: 'snapshot_id', unset: true },
            key: 'kms_key_id',
          },
          {
            blocks: 'service_connect_configuration.service.tls',
            key: 'kms_key',
            withoutKey: 'a key that AWS owns encrypts the private keys of the services',
          },
        ],
        withoutKey: 'a key that AWS manages encrypts the volume',
        facts: 'ECS encrypts the volumes that it makes for tasks, by default with a key that AWS manages.',
        sources: [
          'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
        ],
      },
      logs: {
        what: 'its Service Connect proxy',
        ways: [[{ attribute: 'service_connect_configuration.log_configuration.log_driver', such: 'awslogs' }]],
        only: [{ attribute: 'service_connect_configuration.enabled', is: [true] }],
        otherwise: 'the proxy of the service logs nothing',
        facts:
          'Service Connect puts a proxy before the containers of a service. The proxy writes its log, and the access log, through a log driver of its own, and nowhere where none is set.',
        sources: [
          'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html',
          'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-envoy-access-logs.html',
        ],
      },
      network: {
        drawn: { as: 'workload', what: 'ECS service' },
        groups: ['network_configuration.security_groups'],
        subnets: ['network_configuration.subnets'],
      },
      inTransit: {
        demand: 'uses TLS between its services',
        blocks: 'service_connect_configuration.service',
        settings: [
          {
            attribute: 'tls.issuer_cert_authority.aws_pca_authority_arn',
            is: [],
            otherwise: 'services talk to each other unencrypted',
            anything: true,
          },
        ],
        facts:
          'The proxies of Service Connect talk plain HTTP to each other unless a private certificate authority issues them certificates.',
        sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html'],
      },
    },
    aws_ecs_task_definition: {
      noun: 'task',
      hardening: {
        demand: 'has a network interface of its own',
        ways: [[{ attribute: 'network_mode', is: ['awsvpc', 'none'], default: 'bridge' }]],
        otherwise: 'its containers share the addresses and security groups of the instance',
        facts:
          'A task with the network mode awsvpc has an interface with security groups of its own. With host or bridge, the default on Linux, its containers share those of the instance, and with host they reach its metadata and every port that listens there.',
        sources: [
          'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
          'AWS Security Hub ECS.1, ECS.17',
        ],
      },
      inTransit: {
        demand: 'mounts EFS file systems over TLS',
        blocks: 'volume.efs_volume_configuration',
        settings: [
          {
            attribute: 'transit_encryption',
            is: ['ENABLED'],
            otherwise: 'files pass unencrypted',
          },
        ],
        facts: 'ECS mounts a file system over plain NFS by default.',
        sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html'],
      },
    },
  },
};
