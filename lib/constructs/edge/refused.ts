import { refusedProps } from '../core/errors';

/** What L1 zones and other libraries call the ways to weaken a zone. */
export const DNS_ZONE = refusedProps([
  {
    props: ['forceDestroy', 'removalPolicy'],
    must: 'must not be set: a zone is deleted only when it is empty',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['dnssec', 'enableDnssec', 'signing', 'signingStatus'],
    must: 'must not be set: every public zone is signed',
    measure: '3.2.4',
    fix: 'leave it out',
  },
  {
    props: ['queryLogsLogGroupArn', 'queryLogging', 'queryLogGroup'],
    must: 'must not be set: a public zone logs its queries to a log group of its own',
    measure: '8.1',
    fix: 'write queryLogRetentionDays, or leave it out',
  },
  {
    props: ['vpcs'],
    must: 'is not a prop of this construct',
    fix: 'write vpc',
  },
]);

/** The same of certificates. */
export const MANAGED_CERTIFICATE = refusedProps([
  {
    props: ['validation', 'validationMethod', 'validationOption'],
    must: 'must not be set: names are validated by DNS, so that ACM renews the certificate without anyone',
    measure: '1.3.2',
    fix: 'leave it out',
  },
  {
    props: ['certificateTransparencyLoggingPreference', 'transparencyLoggingEnabled', 'options'],
    must: 'must not be set: every certificate is in the public logs, where a forged one is noticed',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['privateKey', 'certificateBody', 'certificateChain'],
    isSecret: true,
    must: 'must not be set: the private key never leaves ACM',
    measure: '1.3.1',
    fix: 'leave it out, or write Certificate.fromArn for one that is imported',
  },
  {
    props: ['hostedZone'],
    must: 'is not a prop of this construct',
    fix: 'write zone',
  },
]);

/** The same of distributions. */
export const WEB_DISTRIBUTION = refusedProps([
  {
    props: ['minimumProtocolVersion', 'sslSupportMethod', 'viewerCertificate'],
    must: 'must not be set: viewers use TLS 1.2 or newer, under a certificate of yours',
    measure: '1.1.1',
    fix: 'write certificate, and viewerTls for TLS 1.3 only',
  },
  {
    props: ['viewerProtocolPolicy', 'originProtocolPolicy', 'originSslProtocols'],
    must: 'must not be set: viewers are redirected to HTTPS, and origins asked by nothing else',
    measure: '1.1.1',
    fix: 'leave it out',
  },
  {
    props: ['enableLogging', 'logBucket', 'logFilePrefix', 'loggingConfig'],
    must: 'must not be set: requests are always logged, without addresses, which the firewall logs',
    measure: '8.1',
    fix: 'write accessLogBucket, or leave it out',
  },
  {
    props: ['webAclId'],
    must: 'is not a prop of this construct',
    measure: '3.3.3',
    fix: 'write webFirewall',
  },
  {
    props: ['responseHeadersPolicy', 'responseHeadersPolicyId'],
    must: 'must not be set: browsers are told to stay on HTTPS with every answer',
    measure: '1.1.1',
    fix: 'write contentSecurityPolicy, or leave it out',
  },
  {
    props: ['origins', 'origin', 'defaultBehavior', 'additionalBehaviors'],
    must: 'is not a prop of this construct',
    fix: 'write defaultOrigin: WebOrigin.bucket(bucket), and call addBehavior for other paths',
  },
]);
