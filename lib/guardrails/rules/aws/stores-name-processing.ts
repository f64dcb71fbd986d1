import { holdsPersonalData, scheduledCategoryOf } from '../../../aws/declared';
import { describe } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { RULE as CATEGORY } from './stores-name-category';

/** Stores that belong to a processing of the record. */
export const RULE: ResourceRule = {
  id: 'AWS-034',
  name: 'stores-name-processing',
  title:
    'The category of a store of personal data names its processing, where the retention schedule names processings',
  severity: 'low',
  claims: ['11.1.b'],
  rationale:
    'The record of processing activities (Art. 30 GDPR) lists processings: purposes, persons, time limits. A store that belongs to none of them is processing that no record knows. `RetentionSchedule` says of a category to which processing its data belongs, and the record that `toms evidence` writes prints it beside the stores. Judged are stores of a category whose schedule names a processing for at least one category, since it then leaves some out. Evidence counts the others as not shown. Whether the record has a processing of this name, people check.',
  fix: "Write `processing` beside `retentionDays` and `legalBasis` of the category: `processing: 'Billing of customers'`.",
  sources: ['https://eur-lex.europa.eu/eli/reg/2016/679/oj (Art. 5(2), 30)'],
  types: CATEGORY.types,
  check: (store) => {
    const found = holdsPersonalData(store) ? scheduledCategoryOf(store) : undefined;
    if (found === undefined) return undefined;
    if (names(found.category.processing)) return MET;
    const others = Object.entries(found.schedule.categories).filter(([, { processing }]) => names(processing));
    if (others.length === 0) return undefined;
    return violated(
      `its category names no processing of the record, as ${describe(others[0][0])} does in the same retention schedule`
    );
  },
};

function names(processing: string | undefined): boolean {
  return processing !== undefined && processing.trim() !== '';
}
