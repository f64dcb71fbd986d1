import { dataCategoryOf, holdsPersonalData, recordOf, scheduledCategoryOf } from '../../../aws/declared';
import { ERASURE_TYPES } from '../../../erasure/horizon';
import { describe, isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

/** Stores whose category is one of the schedule. */
export const RULE: ResourceRule = {
  id: 'AWS-035',
  name: 'stores-name-category',
  title: 'The category that a store of personal data names is one of the retention schedule',
  severity: 'medium',
  claims: ['2.2.b'],
  rationale:
    'A retention schedule says how long each category of data is kept, and why. It decides nothing for a store whose category it does not have: a word that was misspelled, or a category that somebody removed. Judged are stores that name a category, by the tag tom:data-category or their posture, in a stack that `RetentionSchedule` wrote its schedule into. Evidence counts those that name none as not shown. Without a schedule there is nothing to compare with.',
  fix: 'Write a category of the schedule, or add this one to `RetentionSchedule.set` with its days and legal basis.',
  sources: ['https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(1)(e), 30(1)(f))'],
  types: [...ERASURE_TYPES, 'aws_cognito_user_pool'],
  check: (store) => {
    if (!holdsPersonalData(store) || recordOf(store.stack).schedules.length === 0) return undefined;
    const tag = store.tag(TAG.dataCategory);
    if (isUnknown(tag)) return undetermined(`the tag ${TAG.dataCategory} is ${tag.text}, which only a plan can tell`);
    const name = dataCategoryOf(store);
    if (name === undefined) return undefined;
    if (scheduledCategoryOf(store)) return MET;
    return violated(`its category is ${describe(name)}, and no retention schedule of its stack has it`);
  },
};
