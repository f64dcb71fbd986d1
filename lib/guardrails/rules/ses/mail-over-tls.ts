import { Value } from '../../../terraform/value';
import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'delivery_options.tls_policy';

/** Each version of the API writes the value in its own way. */
const REQUIRED: { readonly [type: string]: string } = {
  aws_ses_configuration_set: 'Require',
  aws_sesv2_configuration_set: 'REQUIRE',
};

/** Mail that is only handed over on an encrypted connection. */
export const RULE: ResourceRule = {
  id: 'SES-001',
  name: 'mail-over-tls',
  title: 'Mail is only delivered over TLS',
  severity: 'medium',
  measures: ['1.1.1'],
  rationale:
    'SES encrypts the way to the server of the recipient where that server offers TLS, and else delivers in the clear across the internet: who can strip the offer can read the mail. Under the policy Require such mail is not delivered.',
  fix: 'Set `delivery_options.tls_policy` to Require, for aws_sesv2_configuration_set to REQUIRE. Where recipients must be reached at any price, keep a configuration set of its own for them, and waive the rule there.',
  sources: ['https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html'],
  types: Object.keys(REQUIRED),
  check: (set) => {
    const required = REQUIRED[set.type];
    return requireAttribute(
      set,
      ATTRIBUTE,
      (value: Value) => value === required,
      { [ATTRIBUTE]: required },
      'mail may be delivered in the clear'
    );
  },
};
