import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
