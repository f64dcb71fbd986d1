import { RecordClaimId } from './claims/catalogue';
import { ReportKind } from './claims/claim';

/** What people keep to show a claim that no rule decides. */
export interface ClaimRecord {
  /** The claims that it shows. The compiler refuses those that rules or reports show. */
  readonly claims: readonly RecordClaimId[];
  /** One sentence: it goes into the papers. */
  readonly says: string;
  readonly document: {
    readonly title: string;
    /** Where it lies. Only `https:` becomes a link. */
    readonly link: string;
    /** The day of the document, as an ISO date. */
    readonly date: string;
    readonly sha256?: string;
  };
  /** A name and a role. */
  readonly owner: string;
  /** The last day on which it counts, as an ISO date. */
  readonly reviewBy: string;
  /** Of how many of those that the claim speaks of it holds: 118 of 118 laptops. */
  readonly count?: { readonly met: number; readonly of: number };
}

/** An audit report of the provider. It is cited, and never copied: it is confidential. */
export interface ProviderReport {
  readonly kind: ReportKind;
  readonly title: string;
  /** The period that it speaks of, as ISO dates. Of a certificate: the days on which it is valid. */
  readonly from: string;
  readonly to: string;
  readonly regions: readonly string[];
  /** The services that it names, such as `s3`. */
  readonly services: readonly string[];
  /** Who read the exceptions, and what it asks of customers. */
  readonly exceptionsRead: {
    readonly by: string;
    /** As an ISO date. */
    readonly date: string;
  };
  /** The day that a bridge letter reaches, as an ISO date. */
  readonly bridgedTo?: string;
  readonly sha256?: string;
}

/** Who answers for what the stacks process. */
export interface Organization {
  readonly name: string;
  readonly role: 'controller' | 'processor';
  readonly representative?: string;
  readonly dataProtectionOfficer?: string;
}

/** What ended, and shows nothing any more. */
export interface LapsedRecord {
  /** The claims of a record, or the kind of a report. */
  readonly claims: readonly RecordClaimId[];
  readonly kind?: ReportKind;
  readonly title: string;
  /** The last day on which it counted. */
  readonly ended: string;
}

/** A record or a report in force, and the names of the stacks that it is for. */
export interface Kept<T> {
  readonly is: T;
  readonly stacks: readonly string[];
}

/** What the configuration cannot know, and somebody wrote down: as far as it is in force. */
export interface Records {
  readonly organization?: Organization;
  readonly records: readonly Kept<ClaimRecord>[];
  readonly reports: readonly Kept<ProviderReport>[];
  readonly lapsed: readonly LapsedRecord[];
}
