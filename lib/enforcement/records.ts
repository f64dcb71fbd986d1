import { App, TerraformStack } from 'cdktf';
import { AppRecords, appRecords } from '../constructs/core/app-records';
import { refuse } from '../constructs/core/errors';
import { refuseOtherEngine } from '../constructs/core/other-engine';
import { stackRecord } from '../constructs/core/stack-record';
import { Problem } from '../guardrails/problem';
import { JsonObject } from '../terraform/value';
import { checkOrganization, checkRecord, checkReport } from './engine';

/** The document that shows what a record says. */
export interface RecordDocument {
  /** What it is called. */
  readonly title: string;
  /** Where it lies. Only `https:` becomes a link in the evidence. */
  readonly link: string;
  /** Its day, as YYYY-MM-DD. */
  readonly date: string;
  /**
   * Its SHA-256.
   *
   * @default - none
   */
  readonly sha256?: string;
}

/** Of how many of those that a claim speaks of a record holds: 118 of 120 laptops. */
export interface RecordCount {
  /** Those that it holds for. */
  readonly met: number;
  /** All of them. */
  readonly of: number;
}

/** What people do, and no configuration shows. */
export interface RecordProps {
  /** The ids of the claims that it shows, `10.1.a`: declared ones, and those that may hold outside of the configuration. */
  readonly claims: string[];
  /** One sentence that goes into the evidence. */
  readonly says: string;
  /** What shows it. */
  readonly document: RecordDocument;
  /** Who answers for it: a name and a role. */
  readonly owner: string;
  /** The last day on which it counts, as YYYY-MM-DD: at most as many days after the document as the claims allow. */
  readonly reviewBy: string;
  /**
   * How many it holds for, where not for all.
   *
   * @default - all
   */
  readonly count?: RecordCount;
}

/** The kinds of audit reports of AWS that claims rest on. */
export enum AuditReportKind {
  /** An attestation by the criteria C5 of the BSI, over a period. */
  C5_TYPE2 = 'c5-type2',
  /** A SOC 2 report over a period. */
  SOC2_TYPE2 = 'soc2-type2',
  /** A certificate by ISO/IEC 27001. */
  ISO_27001 = 'iso27001',
}

/** Who read the exceptions of a report, and the controls that it asks of customers. */
export interface ExceptionsRead {
  /** A name and a role. */
  readonly by: string;
  /** The day, as YYYY-MM-DD. */
  readonly date: string;
}

/** An audit report of AWS. It is confidential: it is cited, and never copied. */
export interface AuditReportProps {
  /** Its kind. */
  readonly kind: AuditReportKind;
  /** What it is called. */
  readonly title: string;
  /** The first day of its period, or of the validity of a certificate, as YYYY-MM-DD. */
  readonly from: string;
  /** The last day of its period, or of the validity of a certificate, as YYYY-MM-DD. */
  readonly to: string;
  /** The Regions that it covers. */
  readonly regions: string[];
  /** The services that it covers, in lower case: `s3`, `kms`, `rds`. */
  readonly services: string[];
  /** Who read its exceptions, and when. */
  readonly exceptionsRead: ExceptionsRead;
  /**
   * The day that a bridge letter reaches, as YYYY-MM-DD.
   *
   * @default - no bridge letter
   */
  readonly bridgedTo?: string;
  /**
   * Its SHA-256.
   *
   * @default - none
   */
  readonly sha256?: string;
}

/** What an organization is to the data that the stacks process (GDPR Art. 4). */
export enum OrganizationRole {
  /** It decides on purposes and means. */
  CONTROLLER = 'controller',
  /** It processes on behalf of a controller. */
  PROCESSOR = 'processor',
}

/** Who answers for what the stacks process. */
export interface OrganizationProps {
  /** Its name. */
  readonly name: string;
  /** Its role. */
  readonly role: OrganizationRole;
  /**
   * Its representative in the European Union.
   *
   * @default - none
   */
  readonly representative?: string;
  /**
   * The data protection officer: a name and how to reach it.
   *
   * @default - none
   */
  readonly dataProtectionOfficer?: string;
}

/**
 * What people keep to show what no configuration can, and the audit reports of AWS. They are in the synthesized stacks and in the evidence, and count until
 * they end: then they are a finding that nobody can waive. They never overrule a rule.
 *
 * ```ts
 * Records.of(app).add({
 *   claims: ['10.1.a'],
 *   says: 'Twelve policies, approved by the board on 2 November 2026.',
 *   document: { title: 'ISMS manual, version 7', link: 'https://dms.acme.example/isms/7', date: '2026-11-02' },
 *   owner: 'Jo Example, CISO',
 *   reviewBy: '2027-11-01',
 * });
 * ```
 */
export class Records {
  /** The records of an app. */
  public static of(app: App): Records {
    refuseOtherEngine(app);
    if (!App.isApp(app)) {
      refuse(app, {
        prop: 'Records.of',
        must: 'must be called on the app: a record is about the organization, not about a stack',
        fix: 'write Records.of(app)',
      });
    }
    return new Records(app);
  }

  private constructor(private readonly app: App) {}

  /**
   * Adds a record.
   *
   * @throws ValidationError on a claim that there is not, that rules decide or that only reports show; without owner, document or date; on a date in the future, and on
   * a `reviewBy` that is past or too far away.
   */
  public add(record: RecordProps): void {
    const checked = checkRecord(plain(record), new Date());
    if ('problems' in checked) this.refuse('record', checked.problems, record.claims);
    this.write().records.push(checked.kept);
  }

  /**
   * Adds an audit report of AWS.
   *
   * @throws ValidationError on a period that is backwards, not over or too long ago, on an unknown Region, and where nobody read the exceptions.
   */
  public addReport(report: AuditReportProps): void {
    const checked = checkReport(plain(report), new Date());
    if ('problems' in checked) this.refuse('report', checked.problems);
    this.write().reports.push(checked.kept);
  }

  /**
   * Sets the organization that answers for what the stacks process.
   *
   * @throws ValidationError without a name or a role, and where it is set already.
   */
  public organization(organization: OrganizationProps): void {
    const checked = checkOrganization(plain(organization));
    if ('problems' in checked) this.refuse('organization', checked.problems);
    const records = this.write();
    if (records.organization !== undefined) {
      const fix = 'merge the two calls';
      refuse(this.app, { prop: 'organization', must: 'must be set once', value: organization.name, fix });
    }
    records.organization = checked.kept;
  }

  /** The records, of which every stack holds a copy: it may be checked by itself. */
  private write(): AppRecords {
    for (const node of this.app.node.findAll()) if (TerraformStack.isStack(node)) stackRecord(node);
    return appRecords(this.app);
  }

  private refuse(noun: string, [problem]: readonly Problem[], claims?: readonly string[]): never {
    const of = Array.isArray(claims) && problem.prop !== 'claims' ? `of ${claims.join(', ')} ` : '';
    refuse(this.app, { ...problem, prop: `${noun}.${problem.prop}`, must: `${of}${problem.must}` });
  }
}

/** What a program in any language writes, as a file would hold it. */
function plain(props: object): JsonObject {
  return JSON.parse(JSON.stringify(props ?? {})) as JsonObject;
}
