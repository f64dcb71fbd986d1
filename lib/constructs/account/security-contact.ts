import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';

/** Whom AWS reaches about the security of an account (TOM 10.2): abuse, exposed keys, vulnerabilities. */
export interface SecurityContact {
  /** The name of the team, or of who leads it: 1 to 64 characters. */
  readonly name: string;
  /** Their title, such as `Security`: 1 to 50 characters. */
  readonly title: string;
  /** A mailbox that several people read. */
  readonly emailAddress: string;
  /** A number that answers at night too: digits, spaces, `+`, `-` and brackets, 1 to 25 characters. */
  readonly phoneNumber: string;
}

/** How AWS takes each part. https://docs.aws.amazon.com/accounts/latest/APIReference/API_PutAlternateContact.html */
const FORMS: {
  readonly [part in keyof SecurityContact]: { readonly form: RegExp; readonly must: string; readonly such: string };
} = {
  name: { form: /^\S.{0,63}$/, must: 'must be 1 to 64 characters', such: 'Security' },
  title: { form: /^\S.{0,49}$/, must: 'must be 1 to 50 characters', such: 'On-call' },
  emailAddress: {
    form: /^(?=.{1,254}$)[^\s@]+@[^\s@]+\.[^\s@]+$/,
    must: 'must be an address',
    such: 'security@example.com',
  },
  phoneNumber: { form: /^[\s0-9()+-]{1,25}$/, must: 'must be a number', such: '+49 30 901820' },
};

/** Refuses a contact that AWS would not take. */
export function requireContact(scope: Construct, contact: SecurityContact | undefined): SecurityContact {
  if (contact === undefined) {
    refuse(scope, {
      prop: 'securityContact',
      must: 'must be set: without it AWS writes to the mailbox of the root user',
      measure: '10.2',
      fix: "write securityContact: { name: 'Security', title: 'On-call', emailAddress: 'security@example.com', phoneNumber: '+49 30 901820' }",
    });
  }
  for (const part of Object.keys(FORMS) as (keyof SecurityContact)[]) {
    const { form, must, such } = FORMS[part];
    const value = contact[part] as string | undefined;
    if (value !== undefined && (Token.isUnresolved(value) || form.test(value))) continue;
    refuse(scope, { prop: `securityContact.${part}`, must, value, measure: '10.2', fix: `write ${part}: '${such}'` });
  }
  return contact;
}
