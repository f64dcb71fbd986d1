import { Service } from './resource-type';

/** Each version of the API writes the value in its own way. */
const POLICY = {
  attribute: 'delivery_options.tls_policy',
  otherwise: 'mail may be delivered unencrypted',
};

const MAIL = {
  demand: 'delivers mail only over TLS',
  facts:
    'SES uses TLS on the way to the server of the recipient where that server offers it, and otherwise delivers unencrypted across the internet: anyone who can strip the offer can read the mail. Under the policy Require such mail is not delivered.',
  note: 'Where recipients must be reached at any price, keep a separate configuration set for them, and waive the rule there.',
  sources: ['https://docs.aws.amazon.com/ses/latest/dg/security-protocols.html'],
};

export const SERVICE: Service = {
  name: 'Simple Email Service',
  types: {
    aws_ses_configuration_set: {
      noun: 'configuration set of SES',
      inTransit: { ...MAIL, settings: [{ ...POLICY, is: ['Require'] }] },
    },
    aws_sesv2_configuration_set: {
      noun: 'configuration set of SES',
      inTransit: { ...MAIL, settings: [{ ...POLICY, is: ['REQUIRE'] }] },
    },
    aws_ses_receipt_rule: {
      noun: 'receipt rule',
      inTransit: {
        demand: 'takes mail only over TLS',
        settings: [
          { attribute: 'tls_policy', is: ['Require'], default: 'Optional', otherwise: 'mail may arrive unencrypted' },
        ],
        facts: 'Under the policy Optional SES also takes mail from servers that offer no TLS.',
        note: 'Servers without TLS can then no longer send to this address.',
        sources: ['https://docs.aws.amazon.com/ses/latest/APIReference/API_ReceiptRule.html'],
      },
    },
  },
};
