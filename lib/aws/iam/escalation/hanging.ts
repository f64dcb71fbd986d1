import { Choice, Choices } from '../../../terraform/worlds';

/** Attributes that are policies: what is not known within them the evaluator leaves open by itself. */
const POLICY = /(?<!assume_role)(?:^|[._])policy(?:_document|_json)?(?:\[\])?$/;

/**
 * What the reading of a whole model hangs on, where that may change whose rights are whose, or what is made: of one principal it may be nothing, and nobody
 * tells of which.
 */
export function hangingOn(choices: Choices | undefined): Choice | undefined {
  return [...(choices?.values() ?? [])].find(({ kind, place }) => {
    if (kind === 'each' || kind === 'part') return false;
    return kind !== 'value' || !POLICY.test(place);
  });
}
