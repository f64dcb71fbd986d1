import { nearest } from '../../terraform/nearest';
import { JsonObject } from '../../terraform/value';
import { CLAIMS, RecordClaimId, claim as claimOf, isForRecords } from '../../toms/claims/catalogue';
import { Claim } from '../../toms/claims/claim';
import { ClaimRecord } from '../../toms/claim-records';
import { DEMANDS } from '../../toms/demands';
import { dateIn, daysAfter } from '../days';
import { Problem } from '../problem';
import { FieldReader, Wanted } from './field-reader';

/** What is in force, or all that keeps it from being, and since when it is not where only that does. */
export type Checked<T> = { readonly kept: T } | { readonly problems: readonly Problem[]; readonly lapsed?: T };

const FIELDS = ['claims', 'says', 'document', 'owner', 'reviewBy', 'count'];
const DOCUMENT_FIELDS = ['title', 'link', 'date', 'sha256'];

/** Checks what somebody wrote as a record. */
export function checkRecord(json: JsonObject, today: Date): Checked<ClaimRecord> {
  const reader = new FieldReader(json, FIELDS);
  const claims = readClaims(reader);
  const says = reader.text('says', {
    must: 'must say in one sentence what the document shows',
    fix: "write says: 'Twelve policies, approved by the board on 2 March 2026.'",
  });
  const document = readDocument(reader, today);
  const owner = reader.text('owner', {
    must: 'must name who answers for it',
    fix: "write owner: 'Jo Example, CISO'",
  });
  const count = reader.has('count') ? readCount(reader) : undefined;
  const isSound = reader.problems.length === 0;
  const { reviewBy, hasLapsed } = readReviewBy(reader, claims, document?.date, owner, today);
  if (!document || reviewBy === undefined) return { problems: reader.problems };
  const record: ClaimRecord = { claims, says, document, owner, reviewBy, count };
  if (reader.problems.length === 0) return { kept: record };
  return { problems: reader.problems, lapsed: isSound && hasLapsed ? record : undefined };
}

function readClaims(reader: FieldReader): readonly RecordClaimId[] {
  const ids = reader.texts('claims', {
    must: 'must be the ids of claims, each once',
    fix: "write claims: ['10.1.a']",
  });
  for (const id of ids) {
    const found = claimOf(id);
    if (found === undefined) reader.note('claims', id, unknown(id));
    else if (!isForRecords(id)) reader.note('claims', id, misuse(found));
  }
  return ids.filter(isForRecords);
}

const IDS: readonly string[] = Object.values<readonly Claim[]>(CLAIMS).flatMap((claims) => claims.map(({ id }) => id));

function unknown(id: string): Wanted {
  const meant = nearest(id, IDS);
  const hint = meant === undefined ? '' : `${meant}, or `;
  return { must: 'must hold ids of claims', fix: `write ${hint}another id of docs/measures.md` };
}

/** Why a record cannot show a claim that there is. */
function misuse(claim: Claim): Wanted {
  if (claim.kind === 'inherited') {
    return {
      must: 'must not hold a claim that audit reports of AWS show',
      fix: `remove it, and cite a report of kind ${claim.reports.join(' or ')}`,
    };
  }
  return {
    must: 'must not hold a claim that rules decide',
    fix: 'remove it: configure what the rules ask for, or accept the risk with a waiver',
  };
}

function readDocument(reader: FieldReader, today: Date): ClaimRecord['document'] | undefined {
  const inner = reader.inner('document', DOCUMENT_FIELDS, {
    must: 'must be the document that shows it',
    fix: "write document: { title: 'ISMS manual', link: 'https://…', date: '2026-03-02' }",
  });
  if (!inner) return undefined;
  const title = inner.text('title', { must: 'must name the document', fix: "write title: 'ISMS manual, version 7'" });
  const link = inner.text('link', { must: 'must say where the document lies', fix: "write link: 'https://…'" });
  const date = readPastDate(inner, 'date', today, 'the day of the document');
  const sha256 = inner.sha256();
  return date === undefined ? undefined : { title, link, date, sha256 };
}

/** A date that is not in the future. One that is counts as read: it must not hide what is wrong beside it. */
export function readPastDate(reader: FieldReader, field: string, today: Date, what: string): string | undefined {
  const day = dateIn(0, today);
  const date = reader.date(field, { must: '', fix: `write ${what}, such as '${day}'` });
  if (date !== undefined && date > day) {
    reader.note(field, date, { must: 'must not be in the future', fix: `write ${what}, ${day} at the latest` });
  }
  return date;
}

function readCount(reader: FieldReader): ClaimRecord['count'] {
  const wanted = { must: 'must be a whole number, 0 or more', fix: 'write count: { met: 118, of: 118 }' };
  const inner = reader.inner('count', ['met', 'of'], {
    must: 'must say of how many of how many it holds',
    fix: wanted.fix,
  });
  const [met, of] = ['met', 'of'].map((field) => inner?.number(field, wanted));
  if (met === undefined || of === undefined) return undefined;
  if (of === 0) inner?.note('of', of, { must: 'must be 1 or more', fix: 'leave count out where nothing is counted' });
  else if (met > of) inner?.note('met', met, { must: `must be at most 'of', which is ${of}`, fix: wanted.fix });
  return { met, of };
}

function readReviewBy(
  reader: FieldReader,
  claims: readonly RecordClaimId[],
  written: string | undefined,
  owner: string,
  today: Date
): { readonly reviewBy?: string; readonly hasLapsed?: boolean } {
  const day = dateIn(0, today);
  const [strictest] = claims.map((id) => ({ id, days: goodFor(id) })).sort((a, b) => a.days - b.days);
  const days = strictest?.days ?? DEMANDS.recordDays;
  const reviewBy = reader.date('reviewBy', {
    must: '',
    fix: `write the last day on which it counts, such as '${dateIn(days, today)}'`,
  });
  if (reviewBy === undefined) return {};
  const latest = written === undefined ? undefined : daysAfter(written, days);
  if (latest !== undefined && reviewBy > latest) {
    reader.note('reviewBy', reviewBy, {
      must: `must be at most ${days} days after 'document.date'${strictest ? `, which is what ${strictest.id} allows` : ''}`,
      fix: `write reviewBy: '${latest}'`,
    });
    return { reviewBy };
  }
  if (reviewBy >= day) return { reviewBy };
  const who = owner === '' ? 'its owner' : owner;
  reader.note('reviewBy', reviewBy, {
    must: 'must not be past',
    fix: `have ${who} review it, and cite the new document with its date and a reviewBy of at most ${days} days later; or remove the record`,
  });
  return { reviewBy, hasLapsed: true };
}

/** For how many days after its document a record shows a claim. */
function goodFor(id: RecordClaimId): number {
  const found = claimOf(id);
  return found?.kind === 'declared' ? found.goodFor : DEMANDS.recordDays;
}
