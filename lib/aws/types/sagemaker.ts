import { Service } from './resource-type';

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
        withoutKey: 'volumes are encrypted with a key that AWS manages',
        facts:
          'What people load into a notebook lies on volumes that SageMaker encrypts with a key of its own unless one is named.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
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
  },
};
