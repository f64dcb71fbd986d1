import { holdsPersonalData } from '../../../aws/declared';
import { describe, Value, isFalse, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const BLOCK = 'logging_config';
const KINDS = ['text', 'image', 'embedding', 'video'] as const;

/** Records of model invocations without what was said. */
export const RULE: ResourceRule = {
  id: 'BEDROCK-001',
  name: 'prompts-not-logged',
  title: 'Invocation logs of models leave out prompts and answers where the data is personal',
  severity: 'medium',
  claims: ['2.1.b'],
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
    if (!holdsPersonalData(logging) || !block) return undefined;
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
};
