import { Model, Resource } from '../../model';
import { ResourceRule, Verdict } from '../../rule';
import { configured } from '../configured';
import { keyVerdict } from '../encryption-key';

const ATTRIBUTE: { readonly [type: string]: string } = {
  aws_sagemaker_domain: 'kms_key_id',
  aws_sagemaker_endpoint_configuration: 'kms_key_arn',
  aws_sagemaker_notebook_instance: 'kms_key_id',
};

/** The volumes of notebooks and models under a key of one's own. */
export const SAGEMAKER_001: ResourceRule = {
  id: 'SAGEMAKER-001',
  title: 'Notebooks, domains and endpoints for personal data are encrypted with a customer managed KMS key',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'What people load into a notebook, and what a model is asked, lies on volumes that SageMaker encrypts with a key of its own unless one is named: no policy says who may read them, and there is nothing to take away. Instances with a disk of their own (NVMe) encrypt that with a key in hardware, and refuse one of KMS for an endpoint: that is a waiver.',
  fix: 'Set `kms_key_id` (`kms_key_arn` of an endpoint configuration) to a customer managed key, such as that of a `RotatedKey`. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html'],
  types: Object.keys(ATTRIBUTE),
  check: (resource, model) => (resource.isPersonal ? verdictOn(model, resource) : undefined),
  examples: {
    pass: [
      {
        title: 'keys of the stack',
        terraform: {
          resource: {
            aws_kms_key: { main: {} },
            aws_sagemaker_domain: { all: { kms_key_id: '${aws_kms_key.main.arn}' } },
            aws_sagemaker_endpoint_configuration: { scores: { kms_key_arn: '${aws_kms_key.main.arn}' } },
            aws_sagemaker_notebook_instance: { lab: { count: 2, kms_key_id: '${aws_kms_key.main.id}' } },
          },
        },
      },
      {
        title: 'public data, blocks as lists',
        terraform: {
          resource: [{ aws_sagemaker_notebook_instance: [{ lab: [{ tags: { 'tom:data-class': 'public' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'no key, and one of AWS, blocks as lists',
        terraform: {
          resource: [
            {
              aws_sagemaker_domain: [{ all: [{ kms_key_id: 'alias/aws/elasticfilesystem' }] }],
              aws_sagemaker_notebook_instance: [{ lab: [{ instance_type: 'ml.t3.medium' }] }],
            },
          ],
        },
        addresses: ['aws_sagemaker_domain.all', 'aws_sagemaker_notebook_instance.lab'],
      },
      {
        title: 'an endpoint within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.model',
                  resources: [
                    {
                      address: 'module.model.aws_sagemaker_endpoint_configuration.scores',
                      mode: 'managed',
                      type: 'aws_sagemaker_endpoint_configuration',
                      name: 'scores',
                      values: { name: 'scores', kms_key_arn: null },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.model.aws_sagemaker_endpoint_configuration.scores'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the key',
        terraform: {
          variable: { key: {} },
          resource: { aws_sagemaker_domain: { all: { kms_key_id: '${var.key}' } } },
        },
        addresses: ['aws_sagemaker_domain.all'],
      },
    ],
  },
};

function verdictOn(model: Model, resource: Resource): Verdict {
  const attribute = ATTRIBUTE[resource.type];
  const absent = 'volumes are encrypted with a key that AWS manages';
  return keyVerdict(model, resource, attribute, configured(resource, attribute), absent);
}
