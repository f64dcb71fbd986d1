import { Model } from '../../terraform/model';
import { Stack } from '../../terraform/stack';
import { JsonObject } from '../../terraform/value';
import { ClaimId, isForRecords, measuresOf } from '../../toms/claims/catalogue';
import { ClaimRecord, LapsedRecord, Organization, ProviderReport, Records } from '../../toms/claim-records';
import { SOON_DAYS, daysLeft } from '../days';
import { Finding } from '../finding';
import { Problem, said } from '../problem';
import { checkOrganization } from './check-organization';
import { Checked, checkRecord } from './check-record';
import { checkReport, reportEnd } from './check-report';
import { RecordFile, recordsInStack } from './record-file';

/** The id under which unusable records are reported. */
export const RECORD_RULE = 'RECORD-001';

/** What was written once, and the stacks that it is for: the program writes it into each of its stacks. */
interface Written {
  readonly json: JsonObject;
  readonly file: string;
  readonly stacks: Set<Stack>;
}

interface Unusable {
  readonly written: Written;
  /** What it is called: `record of 10.1.a`. */
  readonly address: string;
  readonly claims: readonly ClaimId[];
  readonly problem: Problem;
  readonly noun: string;
}

/** The records and reports of a run: which are in force, and what is wrong with the others. */
export class RecordBook {
  public readonly warnings: string[] = [];
  private readonly lapsed: LapsedRecord[] = [];
  private readonly problems: Unusable[] = [];
  private readonly kept: Records;

  constructor(
    private readonly model: Model,
    private readonly today: Date,
    files: readonly RecordFile[]
  ) {
    const inStacks = model.stacks.flatMap((stack) => recordsInStack(stack) ?? []);
    const all = [...inStacks, ...files];
    const records = this.each(all, 'records', (written) => this.record(written));
    const reports = this.each(all, 'reports', (written) => this.report(written));
    this.kept = { organization: this.organization(all), records, reports, lapsed: this.lapsed };
  }

  /** What is in force, and what ended. */
  public get records(): Records {
    return this.kept;
  }

  /** What is wrong. Nobody may waive it. */
  public get findings(): Finding[] {
    return this.problems.map(({ written, address, claims, problem, noun }) => ({
      rule: RECORD_RULE,
      outcome: 'violated',
      severity: 'high',
      measures: measuresOf(claims),
      stack: ([...written.stacks][0] ?? this.model.stacks[0]).name,
      file: written.file,
      address,
      message: said(noun, problem),
      fix: problem.fix,
    }));
  }

  private each<T>(
    files: readonly RecordFile[],
    list: 'records' | 'reports',
    read: (written: Written) => T | undefined
  ): { readonly is: T; readonly stacks: readonly string[] }[] {
    return distinct(files.flatMap((file) => file[list].map((json) => ({ json, file })))).flatMap((written) => {
      const is = read(written);
      return is === undefined ? [] : [{ is, stacks: [...written.stacks].map(({ name }) => name) }];
    });
  }

  private record(written: Written): ClaimRecord | undefined {
    const { claims } = written.json;
    const ids = Array.isArray(claims) ? claims.filter((id) => typeof id === 'string') : [];
    const address = ids.length > 0 ? `record of ${ids.join(', ')}` : 'record of no claim';
    const { kept, lapsed } = this.sound(
      checkRecord(written.json, this.today),
      written,
      'record',
      address,
      ids.filter(isForRecords)
    );
    if (lapsed) this.lapsed.push({ claims: lapsed.claims, title: lapsed.document.title, ended: lapsed.reviewBy });
    if (kept) this.warn(`the ${address}`, kept.reviewBy, `have ${kept.owner} review "${kept.document.title}"`);
    return kept;
  }

  private report(written: Written): ProviderReport | undefined {
    const { kind } = written.json;
    const address = `report ${typeof kind === 'string' ? kind : 'of no kind'}`;
    const { kept, lapsed } = this.sound(checkReport(written.json, this.today), written, 'report', address, []);
    if (lapsed) {
      this.lapsed.push({ claims: [], kind: lapsed.kind, title: lapsed.title, ended: reportEnd(lapsed) });
    }
    if (kept) this.warn(`the report "${kept.title}"`, reportEnd(kept), 'cite the newest one from AWS Artifact');
    return kept;
  }

  /** There is one organization: what is said of it twice must be the same. */
  private organization(files: readonly RecordFile[]): Organization | undefined {
    const [first, ...others] = distinct(
      files.flatMap((file) => (file.organization ? [{ json: file.organization, file }] : []))
    );
    if (first === undefined) return undefined;
    const address = 'organization of the records';
    const { kept } = this.sound(checkOrganization(first.json), first, 'organization', address, []);
    for (const written of others) {
      const must = `must be the same as in ${first.file}`;
      const problem = { prop: 'organization', must, fix: 'write it in one place, or the same in both' };
      this.problems.push({ written, address, claims: [], problem, noun: 'record' });
    }
    return others.length > 0 ? undefined : kept;
  }

  private sound<T>(
    checked: Checked<T>,
    written: Written,
    noun: string,
    address: string,
    claims: readonly ClaimId[]
  ): { readonly kept?: T; readonly lapsed?: T } {
    if ('kept' in checked) return checked;
    for (const problem of checked.problems) this.problems.push({ written, address, claims, problem, noun });
    return { lapsed: checked.lapsed };
  }

  private warn(what: string, end: string, fix: string): void {
    if (daysLeft(end, this.today)! < SOON_DAYS) this.warnings.push(`${what} ends on ${end}: ${fix}`);
  }
}

/** What is written alike in several places is one. */
function distinct(entries: readonly { readonly json: JsonObject; readonly file: RecordFile }[]): readonly Written[] {
  const found = new Map<string, Written>();
  for (const { json, file } of entries) {
    const key = JSON.stringify(json);
    const known = found.get(key);
    if (known) for (const stack of file.stacks) known.stacks.add(stack);
    else found.set(key, { json, file: file.file, stacks: new Set(file.stacks) });
  }
  return [...found.values()];
}
