import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'SageMaker',
  types: {
    aws_sagemaker_domain: {
      noun: 'SageMaker domain',
      holdsData: true,
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
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'volumes are encrypted with a key that AWS manages',
        facts:
          'What people load into a notebook lies on volumes that SageMaker encrypts with a key of its own unless one is named.',
        sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
      },
    },
  },
};
