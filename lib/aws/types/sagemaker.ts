import { AtRestPart, Service } from './resource-type';

/** What users share of notebooks and of Canvas, under the key that their settings name. */
function sharedIn(settings: string): readonly AtRestPart[] {
  const withoutKey = 'what users share is encrypted at most as its bucket says';
  return [
    {
      blocks: `${settings}.sharing_settings`,
      only: { attribute: 'notebook_output_option', is: 'Allowed' },
      key: 's3_kms_key_id',
      withoutKey,
    },
    {
      blocks: `${settings}.canvas_app_settings.workspace_settings`,
      only: { attribute: 's3_artifact_path' },
      key: 's3_kms_key_id',
      withoutKey,
    },
  ];
}

export const SERVICE: Service = {
  name: 'SageMaker',
  types: {
    aws_sagemaker_domain: {
      noun: 'SageMaker domain',
      holdsData: true,
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'app_network_access_type',
          is: ['VpcOnly'],
          default: 'PublicInternetOnly',
          otherwise: 'its notebooks reach the internet past the VPC',
        },
        facts:
          'A SageMaker domain sends the traffic of its notebooks through a VPC that SageMaker keeps, with a way to the internet, unless it is of type VpcOnly.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html',
          'AWS Security Hub SageMaker.2',
        ],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        parts: sharedIn('default_user_settings'),
        withoutKey: 'volumes are encrypted with a key that AWS manages',
        facts:
          'What people load into a notebook lies on volumes that SageMaker encrypts with a key of its own unless one is named.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'retention_policy.home_efs_file_system',
          is: ['Retain'],
          default: 'Retain',
          otherwise: 'the home directories of all users go with the domain',
        },
        demand: 'leaves the home directories of its users',
        facts:
          'SageMaker keeps the file system of the home directories when a domain is deleted, unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_RetentionPolicy.html'],
      },
    },
    aws_sagemaker_endpoint: {
      noun: 'SageMaker endpoint',
      holdsData: true,
    },
    aws_sagemaker_endpoint_configuration: {
      noun: 'SageMaker endpoint configuration',
      atRest: {
        data: 'personal',
        key: 'kms_key_arn',
        parts: [
          {
            blocks: 'data_capture_config',
            only: { attribute: 'enable_capture', is: 'true' },
            key: 'kms_key_id',
            withoutKey: 'what is captured is encrypted at most as its bucket says',
          },
          {
            blocks: 'async_inference_config.output_config',
            key: 'kms_key_id',
            withoutKey: 'answers are encrypted at most as their bucket says',
          },
          ...['production_variants', 'shadow_production_variants'].map((variants) => ({
            blocks: `${variants}.core_dump_config`,
            key: 'kms_key_id',
            withoutKey: 'dumps of memory are encrypted at most as their bucket says',
          })),
        ],
        withoutKey: 'volumes are encrypted with a key that AWS manages',
        facts:
          'What a model is asked lies on volumes that SageMaker encrypts with a key of its own unless one is named. Instances with a disk of their own (NVMe) encrypt it with a key in hardware and refuse a KMS key for an endpoint; that needs a waiver.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
      },
    },
    aws_sagemaker_notebook_instance: {
      noun: 'SageMaker notebook',
      holdsData: true,
      hardening: {
        demand: 'gives nobody root, and its metadata ask for a token',
        ways: [
          [
            { attribute: 'root_access', is: ['Disabled'], default: 'Enabled' },
            {
              attribute: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
              is: ['2'],
              default: '1',
            },
          ],
        ],
        otherwise: 'code in the notebook may change the instance, or ask for its credentials',
        facts:
          'Anyone who uses a notebook with root access can change its instance and what watches it. Version 1 of the metadata service answers a plain GET with the credentials of the role. Both are so by default.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html',
          'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-imds.html',
          'AWS Security Hub SageMaker.3',
        ],
      },
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'direct_internet_access',
          is: ['Disabled'],
          default: 'Enabled',
          otherwise: 'the notebook has a way to the internet past the VPC',
        },
        facts:
          'A notebook has a direct way to the internet by default, and none through the VPC only where that is disabled and a subnet is named.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
          'AWS Security Hub SageMaker.1',
        ],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'volumes are encrypted with a key that AWS manages',
        facts:
          'What people load into a notebook lies on volumes that SageMaker encrypts with a key of its own unless one is named.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
      },
    },
    aws_sagemaker_model: {
      noun: 'SageMaker model',
      hardening: {
        demand: 'runs without a network',
        ways: [[{ attribute: 'enable_network_isolation', is: [true], default: false }]],
        otherwise: 'its container may send out what it is asked',
        facts:
          'The container of a model reaches the internet, or the VPC, unless network isolation is on; by default it is off.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html',
          'AWS Security Hub SageMaker.5',
        ],
      },
    },
    aws_sagemaker_data_quality_job_definition: {
      noun: 'data quality job',
      atRest: {
        data: 'personal',
        parts: [
          { blocks: 'job_resources.cluster_config', key: 'volume_kms_key_id' },
          { blocks: 'data_quality_job_output_config', key: 'kms_key_id' },
        ],
        withoutKey: 'volumes and results are encrypted with a key that AWS manages',
        facts: 'A job that watches a model keeps samples of what the model is asked on its volume and in its results.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringClusterConfig.html'],
      },
      inTransit: {
        demand: 'encrypts between its containers',
        blocks: 'network_config',
        settings: [
          {
            attribute: 'enable_inter_container_traffic_encryption',
            is: [true],
            default: false,
            otherwise: 'data passes unencrypted from one instance of the job to another',
          },
        ],
        facts:
          'Instances of a job exchange data unencrypted within the VPC unless it is told otherwise. A job on one instance has nothing to exchange.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringNetworkConfig.html'],
      },
    },
    aws_sagemaker_device_fleet: {
      noun: 'device fleet',
      atRest: {
        data: 'personal',
        key: 'output_config.kms_key_id',
        withoutKey: 'volumes and results are encrypted with a key that AWS manages',
        facts: 'A fleet writes what its devices capture to a bucket.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_EdgeOutputConfig.html'],
      },
    },
    aws_sagemaker_feature_group: {
      noun: 'feature group',
      atRest: {
        data: 'personal',
        parts: [
          { blocks: 'offline_store_config.s3_storage_config', key: 'kms_key_id' },
          {
            blocks: 'online_store_config',
            only: { attribute: 'enable_online_store', is: 'true' },
            key: 'security_config.kms_key_id',
          },
        ],
        withoutKey: 'volumes and results are encrypted with a key that AWS manages',
        facts: 'A feature group holds the records that models learn from.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_S3StorageConfig.html',
          'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_OnlineStoreSecurityConfig.html',
        ],
      },
    },
    aws_sagemaker_flow_definition: {
      noun: 'review by people',
      atRest: {
        data: 'personal',
        key: 'output_config.kms_key_id',
        withoutKey: 'volumes and results are encrypted with a key that AWS manages',
        facts: 'A flow shows data to reviewers, and keeps what they answered in a bucket.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FlowDefinitionOutputConfig.html'],
      },
    },
    aws_sagemaker_user_profile: {
      noun: 'user profile',
      atRest: {
        data: 'personal',
        parts: sharedIn('user_settings'),
        withoutKey: 'volumes and results are encrypted with a key that AWS manages',
        facts: 'What users share of notebooks and of Canvas lies in buckets, under the key that the profile names.',
        sources: [
          'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SharingSettings.html',
          'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_WorkspaceSettings.html',
        ],
      },
    },
  },
};
