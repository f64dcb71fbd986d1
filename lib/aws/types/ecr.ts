import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'ECR',
  types: {
    aws_ecr_repository: {
      noun: 'image repository',
      holdsData: true,
      policy: {
        attribute: 'policy',
        apart: { type: 'aws_ecr_repository_policy', attribute: 'repository', names: 'name' },
        ofAccount: 'aws_ecr_registry_policy',
      },
      // ECR decrypts by a grant of its own: who pulls needs no right on the key.
      reading: {
        reads: [{ action: 'ecr:BatchGetImage' }, { action: 'ecr:GetDownloadUrlForLayer' }],
        sources: [
          'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
          'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry-permissions.html',
        ],
      },
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.encryption_type',
            is: ['KMS', 'KMS_DSSE'],
            otherwise: 'images are encrypted with a key of S3',
          },
        ],
        key: 'encryption_configuration.kms_key',
        withoutKey: 'images are encrypted with aws/ecr, whose policy nobody can change',
        facts:
          'Images carry configuration, and now and then data. ECR encrypts them with keys of S3 unless a KMS key is asked for.',
        note: 'Changing the encryption replaces the repository.',
        sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
      },
      lastCopy: {
        setting: {
          attribute: 'force_delete',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all images with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_delete` Terraform deletes all images before the repository.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository'],
      },
    },
    aws_ecr_repository_creation_template: {
      noun: 'template of image repositories',
      atRest: {
        data: 'personal',
        settings: [
          {
            attribute: 'encryption_configuration.encryption_type',
            is: ['KMS', 'KMS_DSSE'],
            default: 'AES256',
            otherwise: 'images are encrypted with a key of S3',
          },
        ],
        key: 'encryption_configuration.kms_key',
        withoutKey: 'images are encrypted with aws/ecr, whose policy nobody can change',
        facts:
          'A template decides the encryption of the repositories that ECR makes by itself, for pulls through a cache and replication.',
        sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-creation-templates.html'],
      },
    },
    aws_ecrpublic_repository: {
      noun: 'public image repository',
      lastCopy: {
        setting: {
          attribute: 'force_destroy',
          is: [false],
          default: false,
          otherwise: 'a destroy deletes all images with it',
        },
        demand: 'is deleted only when it is empty',
        facts: 'With `force_destroy` Terraform deletes all images before the repository.',
        sources: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecrpublic_repository'],
      },
    },
  },
};
