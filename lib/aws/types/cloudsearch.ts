import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudSearch',
  types: {
    aws_cloudsearch_domain: {
      noun: 'CloudSearch domain',
      inTransit: {
        demand: 'takes only HTTPS, of TLS 1.2 or newer',
        settings: [
          {
            attribute: 'endpoint_options.enforce_https',
            is: [true],
            default: false,
            otherwise: 'the domain answers plain HTTP',
          },
          {
            attribute: 'endpoint_options.tls_security_policy',
            is: ['Policy-Min-TLS-1-2-2019-07'],
            otherwise: 'clients may use TLS 1.0',
          },
        ],
        facts: 'A domain answers HTTP and HTTPS, from TLS 1.0 on, unless its options say otherwise.',
        sources: [
          'https://docs.aws.amazon.com/cloudsearch/latest/developerguide/configuring-domain-endpoint-options.html',
        ],
      },
    },
  },
};
