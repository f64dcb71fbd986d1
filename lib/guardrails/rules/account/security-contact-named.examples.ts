import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const contacts = (...kinds: string[]): JsonObject => ({
  resource: {
    aws_account_alternate_contact: Object.fromEntries(kinds.map((kind) => [kind.toLowerCase(), contact(kind)])),
  },
});

function contact(alternate_contact_type: string): JsonObject {
  return {
    alternate_contact_type,
    name: 'On-call',
    title: 'Security',
    email_address: 'security@example.com',
    phone_number: '+49 30 901820',
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a contact for security', terraform: contacts('SECURITY') },
    { title: 'one for operations, too', terraform: contacts('SECURITY', 'OPERATIONS') },
  ],
  fail: [
    {
      title: 'a contact for billing only',
      terraform: contacts('BILLING'),
      addresses: ['aws_account_alternate_contact.billing'],
    },
    {
      title: 'contacts for all but security',
      terraform: contacts('BILLING', 'OPERATIONS'),
      addresses: ['aws_account_alternate_contact.billing', 'aws_account_alternate_contact.operations'],
    },
  ],
};
