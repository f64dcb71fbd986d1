import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const CERTIFICATE = 'viewer_certificate';
const MINIMUM = `${CERTIFICATE}.minimum_protocol_version`;

/** TLS 1.2 or newer, and every suite has forward secrecy and authenticated encryption. */
const STRONG: readonly unknown[] = ['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'];

/** Distributions that speak no old TLS to viewers. */
export const RULE: ResourceRule = {
  id: 'CLOUDFRONT-001',
  name: 'distribution-tls-1-2',
  title: 'A distribution admits nothing older than TLS 1.2, under a certificate of its own',
  severity: 'high',
  measures: ['1.1.1', '1.1.2'],
  rationale:
    'The security policy of a distribution decides which versions of TLS and which suites viewers may use. Under the default certificate of cloudfront.net it is TLSv1, whatever the configuration says, and so it is where nobody sets it. TLSv1.2_2018 and TLSv1.2_2019 admit CBC suites, the older one suites without forward secrecy too. vip is for clients too old to name the host that they want, costs extra, and AWS advises against it.',
  fix: 'Set `viewer_certificate` to `acm_certificate_arn` with a certificate of us-east-1 for a name of your own, `ssl_support_method` = "sni-only" and `minimum_protocol_version` = "TLSv1.2_2021" or newer.',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html',
    'AWS Security Hub CloudFront.7, CloudFront.8, CloudFront.15',
  ],
  types: ['aws_cloudfront_distribution'],
  check: (distribution) => {
    const block = distribution.get(CERTIFICATE);
    if (isUnknown(block)) return unknownAttribute(CERTIFICATE, block);
    return worst([defaultVerdict(distribution), minimumVerdict(distribution), methodVerdict(distribution)]);
  },
};

function defaultVerdict(distribution: Resource): Verdict {
  const name = `${CERTIFICATE}.cloudfront_default_certificate`;
  const value = configured(distribution, name);
  if (isUnknown(value)) return unknownAttribute(name, value);
  if (!isTrue(value)) return MET;
  return violated(`${name} is ${describe(value)}, so viewers may use TLS 1.0, whatever minimum_protocol_version says`);
}

function minimumVerdict(distribution: Resource): Verdict {
  const value = configured(distribution, MINIMUM);
  if (isUnknown(value)) return unknownAttribute(MINIMUM, value);
  if (STRONG.includes(value)) return MET;
  const is = value === undefined ? 'not set, which means TLSv1' : describe(value);
  return violated(`${MINIMUM} is ${is}: viewers may use old TLS or weak suites`, { [MINIMUM]: 'TLSv1.2_2021' });
}

function methodVerdict(distribution: Resource): Verdict {
  const name = `${CERTIFICATE}.ssl_support_method`;
  const value = configured(distribution, name);
  if (isUnknown(value)) return unknownAttribute(name, value);
  return value === 'vip'
    ? violated(`${name} is "vip", which serves clients that are too old for SNI`, { [name]: 'sni-only' })
    : MET;
}
