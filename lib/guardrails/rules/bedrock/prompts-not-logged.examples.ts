import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'nothing is delivered but the calls',
      terraform: {
        resource: {
          aws_bedrock_model_invocation_logging_configuration: {
            all: {
              logging_config: {
                text_data_delivery_enabled: false,
                image_data_delivery_enabled: false,
                embedding_data_delivery_enabled: false,
                video_data_delivery_enabled: false,
                cloudwatch_config: { log_group_name: 'models', role_arn: 'arn' },
              },
            },
          },
        },
      },
    },
    {
      title: 'the stack handles public data, blocks as lists',
      terraform: {
        '//': { toms: { posture: { path: 'app', environment: 'production', dataClass: 'public' } } },
        resource: [
          {
            aws_bedrock_model_invocation_logging_configuration: [
              { all: [{ count: 1, logging_config: [{ text_data_delivery_enabled: true }] }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the defaults',
      terraform: {
        resource: {
          aws_bedrock_model_invocation_logging_configuration: {
            all: { logging_config: { s3_config: { bucket_name: 'models' } } },
          },
        },
      },
      addresses: ['aws_bedrock_model_invocation_logging_configuration.all'],
    },
    {
      title: 'text, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.models',
                resources: [
                  {
                    address: 'module.models.aws_bedrock_model_invocation_logging_configuration.all',
                    mode: 'managed',
                    type: 'aws_bedrock_model_invocation_logging_configuration',
                    name: 'all',
                    values: {
                      logging_config: [
                        {
                          text_data_delivery_enabled: true,
                          image_data_delivery_enabled: false,
                          embedding_data_delivery_enabled: false,
                          video_data_delivery_enabled: false,
                        },
                      ],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.models.aws_bedrock_model_invocation_logging_configuration.all'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { text: {} },
        resource: {
          aws_bedrock_model_invocation_logging_configuration: {
            all: {
              logging_config: {
                text_data_delivery_enabled: '${var.text}',
                image_data_delivery_enabled: false,
                embedding_data_delivery_enabled: false,
                video_data_delivery_enabled: false,
              },
            },
          },
        },
      },
      addresses: ['aws_bedrock_model_invocation_logging_configuration.all'],
    },
  ],
};
