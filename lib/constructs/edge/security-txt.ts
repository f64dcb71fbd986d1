import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';

const MEASURE = '5.3';

/** Where browsers and researchers look for it (RFC 9116, section 3). */
export const SECURITY_TXT_PATH = '/.well-known/security.txt';

const DAY = 24 * 60 * 60 * 1000;

/** The longest that RFC 9116, section 2.5.5, recommends: a year. */
const MAX_DAYS = 365;

/** Whom to tell of a weakness, and until when that is true (RFC 9116). */
export interface SecurityTxtOptions {
  /** Who takes reports, first those that you prefer: `mailto:security@example.com`, `https://example.com/report`, `tel:+49-30-123456`. */
  readonly contacts: string[];

  /** The last day on which it is true, as YYYY-MM-DD: within a year from today. Renew it before. */
  readonly expires: string;

  /**
   * What you ask of those who look for weaknesses, and what you pay them: an address by HTTPS.
   *
   * @default - none
   */
  readonly policyUrl?: string;

  /**
   * The key that reports are encrypted with: an address by HTTPS.
   *
   * @default - none
   */
  readonly encryptionUrl?: string;

  /**
   * The languages that you read, by their tags: `['en', 'de']`.
   *
   * @default - any
   */
  readonly preferredLanguages?: string[];
}

/** The text of a security.txt. Refuses one that is malformed, lapsed, or true for longer than anybody can know. */
export function securityTxt(scope: IConstruct, domainNames: readonly string[], options: SecurityTxtOptions): string {
  const { contacts, expires, policyUrl, encryptionUrl, preferredLanguages } = options;
  requireContacts(scope, contacts);
  requireExpiry(scope, expires);
  requireUrl(scope, 'policyUrl', policyUrl);
  requireUrl(scope, 'encryptionUrl', encryptionUrl);
  requireLanguages(scope, preferredLanguages);
  const fields: readonly (readonly [string, string | undefined])[] = [
    ...contacts.map((contact) => ['Contact', contact] as const),
    ['Expires', `${expires}T23:59:59Z`],
    ['Policy', policyUrl],
    ['Encryption', encryptionUrl],
    ['Preferred-Languages', preferredLanguages?.join(', ')],
    ...domainNames.map((name) => ['Canonical', `https://${name}${SECURITY_TXT_PATH}`] as const),
  ];
  return fields.flatMap(([field, value]) => (value === undefined ? [] : `${field}: ${value}\n`)).join('');
}

/** A function of CloudFront that answers with it, and never asks an origin. */
export function securityTxtFunction(text: string): string {
  return `function handler() {
  return {
    statusCode: 200,
    statusDescription: 'OK',
    headers: {
      'content-type': { value: 'text/plain; charset=utf-8' },
      'cache-control': { value: 'max-age=86400' },
    },
    body: ${JSON.stringify(text)},
  };
}
`;
}

function requireContacts(scope: IConstruct, contacts: readonly string[]): void {
  const wrong = contacts.find(
    (contact) => !/^(?:mailto:[^\s@$%]+@[\w.-]+|https:\/\/[^\s$"]+|tel:\+[\d-]+)$/.test(contact)
  );
  if (contacts.length > 0 && wrong === undefined) return;
  refuse(scope, {
    prop: 'securityTxt.contacts',
    must: "must hold at least one address that begins with 'mailto:', 'https://' or 'tel:+'",
    value: wrong ?? contacts,
    measure: MEASURE,
    fix: "write contacts: ['mailto:security@example.com']",
  });
}

function requireExpiry(scope: IConstruct, expires: string): void {
  const end = /^\d{4}-\d{2}-\d{2}$/.test(expires) ? Date.parse(`${expires}T23:59:59Z`) : NaN;
  const days = Math.ceil((end - Date.now()) / DAY);
  if (days > 0 && days <= MAX_DAYS + 1) return;
  const must = Number.isNaN(end)
    ? 'must be a date as YYYY-MM-DD'
    : days <= 0
      ? 'must not be over: nobody reports to those whose security.txt has lapsed'
      : 'must be within a year from today, as RFC 9116 recommends: contacts change';
  const example = new Date(Date.now() + MAX_DAYS * DAY).toISOString().slice(0, 10);
  refuse(scope, {
    prop: 'securityTxt.expires',
    must,
    value: expires,
    measure: MEASURE,
    fix: `write expires: '${example}' at the latest`,
  });
}

function requireUrl(scope: IConstruct, prop: string, url: string | undefined): void {
  if (url === undefined || /^https:\/\/[^\s$"]+$/.test(url)) return;
  refuse(scope, {
    prop: `securityTxt.${prop}`,
    must: 'must be an address by HTTPS',
    value: url,
    measure: MEASURE,
    fix: `write ${prop}: 'https://example.com/security'`,
  });
}

function requireLanguages(scope: IConstruct, languages: readonly string[] | undefined): void {
  const wrong = languages?.find((language) => !/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/.test(language));
  if (wrong === undefined) return;
  refuse(scope, {
    prop: 'securityTxt.preferredLanguages',
    must: 'must hold tags of languages',
    value: wrong,
    measure: MEASURE,
    fix: "write preferredLanguages: ['en', 'de']",
  });
}
