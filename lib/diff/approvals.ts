import { daysAfter, lastMoment } from '../guardrails/days';
import { RecordFile } from '../guardrails/records/record-file';
import { readJson } from '../terraform/read-json';
import { shownPath } from '../terraform/shown-path';
import { Stack } from '../terraform/stack';
import { UnreadableInput } from '../terraform/unreadable-input';
import { JsonObject, isJsonObject } from '../terraform/value';
import { ClaimId, claim } from '../toms/claims/catalogue';
import { DEMANDS } from '../toms/demands';
import { Approval, Change, Diff } from './change';

const VERSION = 1;
const FIELDS = ['change', 'approver', 'reason', 'date', 'expires', 'ticket'] as const;
const NEEDED = ['change', 'approver', 'reason', 'expires'] as const;

/** The widenings that a file approves. `schema/toms-approvals.schema.json` describes it. */
export interface Approvals {
  readonly file: string;
  readonly approvals: readonly Approval[];
}

/** Reads a file of approvals that must hold today. An entry that is not as it must be approves nothing, so the file is refused. */
export function readApprovals(path: string, today: Date): Approvals {
  const read = approvalsIn(path);
  read.approvals.forEach(({ approver, expires }, index) => {
    if (lastMoment(expires)! >= today.getTime()) return;
    const problem = `has an approval ${index + 1} that ended on ${expires}: ask ${approver} again, or take it out`;
    throw new UnreadableInput(read.file, problem);
  });
  return read;
}

/** What approvals are records of: a change was reviewed with its security diff. */
const REVIEWED: ClaimId = '3.2.1.c';

/** Approvals as what people keep to show that changes are reviewed, for stacks. One that has ended is refused as any other record is. */
export function approvalRecords(path: string, stacks: readonly Stack[]): RecordFile {
  const { file, approvals } = approvalsIn(path);
  return { file, stacks, records: approvals.map((approval) => recordOf(file, approval)), reports: [] };
}

function recordOf(file: string, { change, approver, reason, date, expires, ticket }: Approval): JsonObject {
  if (date === undefined) {
    const problem = `approves ${change} without a date, which evidence needs: write "date", the day on which ${approver} approved it`;
    throw new UnreadableInput(file, problem);
  }
  const reviewed = claim(REVIEWED);
  const latest = daysAfter(date, reviewed?.kind === 'declared' ? reviewed.goodFor : DEMANDS.recordDays);
  return {
    claims: [REVIEWED],
    says: `The widening ${change} was reviewed and approved until ${expires}: ${reason}`,
    document: { title: ticket ?? `approval of ${change}`, link: ticket?.startsWith('https:') ? ticket : file, date },
    owner: approver,
    // What was reviewed long ago says little of the changes of today, however long its approval holds.
    reviewBy: expires < latest ? expires : latest,
  };
}

function approvalsIn(path: string): Approvals {
  const file = shownPath(path);
  const json = readJson(path);
  if (!isJsonObject(json) || !Array.isArray(json.approvals)) {
    throw new UnreadableInput(file, 'is no file of approvals: it has version and approvals, a list');
  }
  if (json.version !== VERSION) {
    const problem = `has approvals of version ${JSON.stringify(json.version)}, and this version of toms reads version ${VERSION}`;
    throw new UnreadableInput(file, problem);
  }
  return { file, approvals: json.approvals.map((entry, index) => approvalIn(file, entry, index)) };
}

function approvalIn(file: string, entry: unknown, index: number): Approval {
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
  if (lastMoment(approval.expires) === undefined)
    return refuse(`that expires on ${JSON.stringify(approval.expires)}: write a date as 2027-03-31`);
  const { date, ticket }: { readonly date?: unknown; readonly ticket?: unknown } = approval;
  if (date !== undefined && (typeof date !== 'string' || lastMoment(date) === undefined))
    return refuse(`whose date is ${JSON.stringify(date)}: write the day of the approval as 2026-12-01`);
  if (ticket !== undefined && (typeof ticket !== 'string' || ticket.trim() === ''))
    return refuse(`whose ticket is ${JSON.stringify(ticket)}: write its name or link, or leave it out`);
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
