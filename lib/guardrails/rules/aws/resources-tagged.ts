import { takesTags } from '../../../aws/data-places';
import { describe, isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const KEYS = [TAG.environment, TAG.owner, TAG.dataClass];
const DATA_CLASSES = ['public', 'internal', 'confidential', 'personal', 'special-category'];

/** Resources that say what they are for, who answers for them, and which data they hold. */
export const RULE: ResourceRule = {
  id: 'AWS-002',
  name: 'resources-tagged',
  title: 'A resource says by its tags its environment, its owner and the class of its data',
  severity: 'medium',
  claims: ['3.1.2.b', '9.4.d'],
  rationale:
    'Rules, access decisions and the record of processing depend on what data lies where, and in an incident on whom to call. Data without a class counts as personal. Tags of the resource count, and so do the `default_tags` of its provider.',
  fix: "Name the owner once: `Posture.set(app, { owner: 'team-name' })`; our constructs write all three tags. For other resources write tom:environment, tom:owner and tom:data-class into `tags`, or into the provider's `default_tags`.",
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/resource-tagging',
  ],
  types: ['*'],
  check: (resource) => {
    if (!takesTags(resource)) return undefined;
    const values = KEYS.map((key) => resource.get(`tags.${key}`) ?? resource.tag(key));
    const dataClass = values[2];
    if (typeof dataClass === 'string' && !DATA_CLASSES.includes(dataClass)) {
      return violated(`the tag tom:data-class is ${describe(dataClass)}, none of ${DATA_CLASSES.join(', ')}`);
    }
    const missing = KEYS.filter((_key, at) => values[at] === undefined || values[at] === '');
    if (missing.length > 0) return violated(`it has no tag ${missing.join(', ')}`);
    const open = values.findIndex(isUnknown);
    if (open < 0) return MET;
    return undetermined(`the tag ${KEYS[open]} is ${describe(values[open])}, which only a plan can tell`);
  },
};
