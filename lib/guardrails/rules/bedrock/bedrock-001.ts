import { describe } from '../../model';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { Value, isFalse, isUnknown } from '../../value';

const BLOCK = 'logging_config';
const KINDS = ['text', 'image', 'embedding', 'video'] as const;

/** Records of model invocations without what was said. */
export const BEDROCK_001: ResourceRule = {
  id: 'BEDROCK-001',
  title: 'Invocation logs of models leave out prompts and answers where the data is personal',
  severity: 'medium',
  measures: ['2.1'],
  rationale:
    'Invocation logging of Bedrock copies every prompt and answer of the whole account and region into a log: whatever people typed about themselves and others. The provider delivers text, images, embeddings and video unless each is switched off. Without them the log still says who called which model, and when.',
  fix: 'Set `text_data_delivery_enabled`, `image_data_delivery_enabled`, `embedding_data_delivery_enabled` and `video_data_delivery_enabled` of `logging_config` to false.',
  sources: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/bedrock_model_invocation_logging_configuration',
  ],
  types: ['aws_bedrock_model_invocation_logging_configuration'],
  check: (logging) => {
    const [block] = logging.blocks(BLOCK);
    if (!logging.isPersonal || !block) return undefined;
    const flags = KINDS.map((kind): readonly [string, Value] => {
      const name = `${kind}_data_delivery_enabled`;
      return [`${BLOCK}.${name}`, block.get(name)];
    });
    const on = flags.filter(([, value]) => !isUnknown(value) && !isFalse(value));
    if (on.length > 0) {
      return violated(
        `${on.map(([name, value]) => `${name} is ${describe(value)}`).join(', ')}: what people say to models is logged`,
        Object.fromEntries(on.map(([name]) => [name, false]))
      );
    }
    const open = flags.find(([, value]) => isUnknown(value));
    return open ? undetermined(`${open[0]} is ${describe(open[1])}, which only a plan can tell`) : MET;
  },
  examples: {
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
  },
};
