import { lastMoment } from '../guardrails/days';
import { readJson } from '../terraform/read-json';
import { shownPath } from '../terraform/shown-path';
import { UnreadableInput } from '../terraform/unreadable-input';
import { isJsonObject } from '../terraform/value';
import { Approval, Change, Diff } from './change';

const VERSION = 1;
const FIELDS = ['change', 'approver', 'reason', 'expires', 'ticket'] as const;
const NEEDED = ['change', 'approver', 'reason', 'expires'] as const;

/** The widenings that a file approves. `schema/toms-approvals.schema.json` describes it. */
export interface Approvals {
  readonly file: string;
  readonly approvals: readonly Approval[];
}

/** Reads a file of approvals. An entry that is not as it must be approves nothing, so the file is refused. */
export function readApprovals(path: string, today: Date): Approvals {
  const file = shownPath(path);
  const json = readJson(path);
  if (!isJsonObject(json) || !Array.isArray(json.approvals)) {
    throw new UnreadableInput(file, 'is no file of approvals: it has version and approvals, a list');
  }
  if (json.version !== VERSION) {
    const problem = `has approvals of version ${JSON.stringify(json.version)}, and this version of toms reads version ${VERSION}`;
    throw new UnreadableInput(file, problem);
  }
  return { file, approvals: json.approvals.map((entry, index) => approvalIn(file, entry, index, today)) };
}

function approvalIn(file: string, entry: unknown, index: number, today: Date): Approval {
  const refuse = (problem: string): never => {
    throw new UnreadableInput(file, `has an approval ${index + 1} ${problem}`);
  };
  if (!isJsonObject(entry)) return refuse('that is no object');
  const names: readonly string[] = FIELDS;
  const unknown = Object.keys(entry).find((key) => !names.includes(key));
  if (unknown !== undefined)
    return refuse(`with ${JSON.stringify(unknown)}, which none has: it has ${FIELDS.join(', ')}`);
  const empty = NEEDED.find((field) => typeof entry[field] !== 'string' || entry[field].trim() === '');
  if (empty !== undefined) return refuse(`without ${empty}: write who approves what, why, and until when`);
  const approval = entry as unknown as Approval;
  if (!/^[0-9a-f]{16}$/.test(approval.change)) {
    return refuse(`whose change is ${JSON.stringify(approval.change)}: copy the 16 digits that toms diff shows`);
  }
  const end = lastMoment(approval.expires);
  if (end === undefined)
    return refuse(`that expires on ${JSON.stringify(approval.expires)}: write a date as 2027-03-31`);
  if (end < today.getTime()) {
    return refuse(`that ended on ${approval.expires}: ask ${approval.approver} again, or take it out`);
  }
  return approval;
}

/** A diff with its approved widenings marked. */
export function approved(diff: Diff, { file, approvals }: Approvals): Diff {
  const byChange = new Map(approvals.map((approval) => [approval.change, approval]));
  const widening = new Set(diff.changes.filter(({ direction }) => direction === 'widens').map(({ id }) => id));
  const idle = approvals.filter(({ change }) => !widening.has(change));
  if (idle.length > 0) {
    const named = idle.map(({ change, approver, reason }) => `${change} (${approver}: ${reason})`).join(', ');
    const problem = `approves what is no widening of this diff: ${named}; what was approved has changed or is gone, so review it again and take the entry out`;
    throw new UnreadableInput(file, problem);
  }
  const changes = diff.changes.map((change): Change => {
    const approval = byChange.get(change.id);
    return approval ? { ...change, approval } : change;
  });
  return { ...diff, changes };
}
