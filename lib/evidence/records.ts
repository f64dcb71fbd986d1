import { ReportKind } from '../toms/claims/claim';

/** What people keep to show a claim that no rule decides. */
export interface ClaimRecord {
  /** The ids of the claims that it shows. */
  readonly claims: readonly string[];
  /** One sentence: it goes into the papers. */
  readonly says: string;
  readonly document: {
    readonly title: string;
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
  /** The period that it speaks of, as ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly regions: readonly string[];
  readonly services: readonly string[];
  /** Who read the exceptions, and what it asks of customers, and when. */
  readonly exceptionsRead: string;
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

/** What the configuration cannot know, and somebody wrote down. */
export interface Records {
  readonly organization?: Organization;
  readonly records: readonly ClaimRecord[];
  readonly reports: readonly ProviderReport[];
}
