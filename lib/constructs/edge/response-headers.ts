import { Construct } from 'constructs';
import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';

/** Two years, as browsers ask of domains that they list. https://hstspreload.org */
const HSTS_SECONDS = 2 * 365 * 24 * 60 * 60;

/** Nothing but what the site itself has, no frame around it, and forms that send nowhere else. */
export const STRICT_CONTENT = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * What browsers are told with every answer.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function responseHeaders(scope: Construct, contentSecurityPolicy: string): CloudfrontResponseHeadersPolicy {
  return new CloudfrontResponseHeadersPolicy(scope, 'Headers', {
    name: shortName(scope, Posture.of(scope), 128),
    securityHeadersConfig: {
      strictTransportSecurity: {
        accessControlMaxAgeSec: HSTS_SECONDS,
        includeSubdomains: true,
        preload: true,
        override: true,
      },
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: 'DENY', override: true },
      referrerPolicy: { referrerPolicy: 'strict-origin-when-cross-origin', override: true },
    },
  });
}
