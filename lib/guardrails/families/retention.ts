import { declaredRetention, holdsPersonalData } from '../../aws/declared';
import { IN_A_DAY, heldDays } from '../../aws/held-days';
import { Retention } from '../../aws/types/resource-type';
import { inDays } from '../../erasure/days';
import { configured } from '../../terraform/configured';
import { describe, isUnknown } from '../../terraform/value';
import { MET, undetermined, violated } from '../rule';
import { unknownAttribute } from '../verdicts/checks';
import { Family, unique } from './family';
import { article, instruction } from './text';

/** Data that is kept no longer than its declared retention (TOM 2.2), where one attribute sets how long. */
export const RETENTION: Family<Retention> = {
  name: 'retention',
  claims: ['2.2.c'],
  facetOf: ({ retention }) => retention,
  title: (_facet, noun) => `${article(noun)} keeps personal data no longer than the declared retention`,
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      'What is there beyond the declared retention can still be read. Data of an undeclared class counts as personal. Where neither the posture nor the tag tom:retention-days declares a retention, the rule does not apply.',
    ].join(' '),
  fix: (facets) =>
    `${instruction(
      facets.map(([type, { attribute, unit }]) => {
        const days = unit === 'days' ? '' : `, in ${unit}: a day has ${IN_A_DAY[unit]}`;
        return [type, [`set \`${attribute}\` to no more than the declared retention${days}`]];
      })
    )} Where the data is not personal, declare its class by the tag tom:data-class.`,
  check: (retention, resource) => {
    const declared = holdsPersonalData(resource) ? declaredRetention(resource) : undefined;
    if (declared === undefined) return undefined;
    const { attribute, unit } = retention;
    const held = heldDays(resource, retention);
    if (isUnknown(held)) return unknownAttribute(attribute, held);
    const { days, text } = declared;
    if (isUnknown(days)) return undetermined(`the declared retention is ${days.text}, which only a plan can tell`);
    const value = configured(resource, attribute);
    if (held === undefined) return undetermined(`${attribute} is ${describe(value)}, which is no number of ${unit}`);
    if (held <= days) return MET;
    if (held === Infinity) {
      return violated(`${attribute} is ${describe(value)}, which means without end, more than ${text}`, {
        [attribute]: days * IN_A_DAY[unit],
      });
    }
    const set = value === undefined ? `not set, which means ${inDays(held)}` : `${held * IN_A_DAY[unit]} ${unit}`;
    return violated(`${attribute} is ${set}, more than ${text}`, { [attribute]: days * IN_A_DAY[unit] });
  },
};
