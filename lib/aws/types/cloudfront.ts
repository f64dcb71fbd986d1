import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'CloudFront',
  types: {
    aws_cloudfront_distribution: {
      noun: 'distribution',
      minTls: {
        demand: 'takes nothing older than TLS 1.2, under a certificate of its own',
        settings: [
          {
            attribute: 'viewer_certificate.cloudfront_default_certificate',
            is: [false],
            default: false,
            otherwise: 'viewers may use TLS 1.0, whatever minimum_protocol_version is',
            noProposal: true,
          },
          {
            attribute: 'viewer_certificate.minimum_protocol_version',
            is: ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'],
            default: 'TLSv1',
            otherwise: 'viewers may use old TLS or weak ciphers',
          },
          {
            attribute: 'viewer_certificate.ssl_support_method',
            is: ['sni-only', 'static-ip'],
            default: 'sni-only',
            otherwise: 'the distribution serves clients that are too old for SNI',
          },
        ],
        facts:
          'The security policy of a distribution sets the versions of TLS and the ciphers that viewers may use. It is TLSv1 under the default certificate of cloudfront.net, whatever the configuration says, and where it is not set. TLSv1.2_2018 and TLSv1.2_2019 admit CBC ciphers, the older one also ciphers without forward secrecy. The method vip serves clients too old to name the host that they want, costs extra, and AWS advises against it.',
        note: 'Set `viewer_certificate.acm_certificate_arn` to a certificate in us-east-1 for a name of your own.',
        sources: [
          'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
          'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
          'AWS Security Hub CloudFront.7, CloudFront.8, CloudFront.15',
        ],
      },
    },
  },
};
