import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'only the calls are delivered',
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
      title: 'the stack handles public data',
      terraform: {
        '//': { toms: { posture: { path: 'app', environment: 'production', dataClass: 'public' } } },
        resource: {
          aws_bedrock_model_invocation_logging_configuration: {
            all: { count: 1, logging_config: { text_data_delivery_enabled: true } },
          },
        },
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
      title: 'text',
      terraform: {
        resource: {
          aws_bedrock_model_invocation_logging_configuration: {
            all: {
              logging_config: {
                text_data_delivery_enabled: true,
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
