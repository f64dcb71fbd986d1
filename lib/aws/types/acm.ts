import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Certificate Manager',
  types: {
    aws_acm_certificate: {
      noun: 'public certificate',
      logs: {
        what: 'itself in the public transparency logs',
        ways: [
          [{ attribute: 'options.certificate_transparency_logging_preference', is: ['ENABLED'], default: 'ENABLED' }],
        ],
        only: [
          { attribute: 'certificate_authority_arn', unset: true, such: '${aws_acmpca_certificate_authority.main.arn}' },
          { attribute: 'certificate_body', unset: true, such: '-----BEGIN CERTIFICATE-----' },
        ],
        otherwise: 'nobody notices a forged twin, and browsers distrust it',
        facts:
          'Certificate transparency logs let the owner of a domain find certificates that somebody else obtained for it, and browsers ask for an entry. ACM makes one by default. Certificates of a private authority have none.',
        sources: [
          'https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html',
          'https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html',
        ],
      },
    },
  },
};
