import { Change, Diff, summaryOf } from '../diff/change';
import { shownPath } from '../terraform/shown-path';
import { jsonText } from './escape';

/** A diff for programs, as `schema/toms-diff.schema.json` describes it. */
export function diffJson(diff: Diff): string {
  const { before, after, changes, tagsOnly, moved, flows, reach, measures, claims } = diff;
  return jsonText({
    version: 1,
    before: before.map(shownPath),
    after: after.map(shownPath),
    summary: { ...summaryOf(diff), tagsOnly, moved },
    changes: changes.map(changeJson),
    flows,
    reach,
    measures,
    claims,
  });
}

function changeJson(change: Change): object {
  const {
    id,
    direction,
    severity,
    subject,
    address,
    stack,
    constructPath,
    measures,
    claims,
    before,
    after,
    message,
    approval,
  } = change;
  return {
    id,
    direction,
    severity,
    subject,
    address,
    stack,
    constructPath: constructPath ?? null,
    measures,
    claims,
    before: before ?? null,
    after: after ?? null,
    message,
    approval,
  };
}
