import { Model, Resource, describe } from '../../model';
import { ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { requireKey } from '../encryption-key';

const TYPE = 'encryption_configuration.encryption_type';
const KEY = 'encryption_configuration.kms_key';

/** Images under a key of one's own. */
export const ECR_001: ResourceRule = {
  id: 'ECR-001',
  title: 'A repository of images for personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'Images carry configuration, and now and then data. ECR encrypts them with keys of S3 unless it is told otherwise: whoever may pull may read, and there is no key to take away. The choice is made once: changing it replaces the repository.',
  fix: 'Set `encryption_configuration.encryption_type` to KMS and `encryption_configuration.kms_key` to a customer managed key, such as that of a `RotatedKey`. Where the images see no personal data, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html'],
  types: ['aws_ecr_repository'],
  check: (repository, model) => (repository.isPersonal ? verdictOn(model, repository) : undefined),
  examples: {
    pass: [
      {
        title: 'a key of the stack',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_ecr_repository: {
              orders: {
                count: 2,
                encryption_configuration: { encryption_type: 'KMS', kms_key: '${aws_kms_key.main.arn}' },
              },
            },
          },
        },
      },
      {
        title: 'two layers of KMS, and images of internal tools, blocks as lists',
        terraform: {
          resource: [
            {
              aws_ecr_repository: [
                { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
                { orders: [{ encryption_configuration: [{ encryption_type: 'KMS_DSSE', kms_key: 'alias/orders' }] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing said, and KMS without a key',
        terraform: {
          resource: {
            aws_ecr_repository: {
              orders: { name: 'orders' },
              reports: { encryption_configuration: { encryption_type: 'KMS' } },
            },
          },
        },
        addresses: ['aws_ecr_repository.orders', 'aws_ecr_repository.reports'],
      },
      {
        title: 'AES256 within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_ecr_repository.orders',
                      mode: 'managed',
                      type: 'aws_ecr_repository',
                      name: 'orders',
                      values: { name: 'orders', encryption_configuration: [{ encryption_type: 'AES256' }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_ecr_repository.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key, or the type',
        terraform: {
          variable: { key: {}, type: {} },
          resource: {
            aws_ecr_repository: {
              orders: { encryption_configuration: { encryption_type: 'KMS', kms_key: '${var.key}' } },
              reports: { encryption_configuration: { encryption_type: '${var.type}' } },
            },
          },
        },
        addresses: ['aws_ecr_repository.orders', 'aws_ecr_repository.reports'],
      },
    ],
  },
};

function verdictOn(model: Model, repository: Resource): Verdict {
  const type = configured(repository, TYPE);
  if (isUnknown(type)) return unknownAttribute(TYPE, type);
  if (type !== 'KMS' && type !== 'KMS_DSSE') {
    return violated(`${TYPE} is ${describe(type)}: images are encrypted with a key of S3`);
  }
  // A plan calls the key unknown that AWS fills in where nobody names one.
  const key = configured(repository, KEY);
  if (key === undefined || key === '') {
    return violated(`${KEY} is ${describe(key)}: images are encrypted with aws/ecr, whose policy nobody can change`);
  }
  return requireKey(model, repository, KEY, '');
}
