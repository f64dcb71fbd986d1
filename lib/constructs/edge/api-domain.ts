import { Construct } from 'constructs';
import { Apigatewayv2ApiMapping } from '@cdktf/provider-aws/lib/apigatewayv2-api-mapping';
import { Apigatewayv2DomainName } from '@cdktf/provider-aws/lib/apigatewayv2-domain-name';
import { refuse } from '../core/errors';
import { providerRegion } from '../core/provider-region';
import { Certificate } from '../encryption/certificate';
import { IBucket } from '../stores/buckets/bucket';
import { requireDomainName } from './domain-name';

const MEASURE = '1.1.1';

/** Where the certificates of the authorities lie that vouch for clients. */
export interface ApiTrustStoreOptions {
  /** The bucket that holds them, with versions, in the region of the API. Anyone who applies must be able to read it. */
  readonly bucket: IBucket;

  /** The name of the object: certificates in PEM, one after the other. */
  readonly objectKey: string;

  /**
   * The version of the object. With one, a new bundle is a change that a plan shows.
   *
   * @default - the newest when it is applied
   */
  readonly objectVersion?: string;
}

/** Under which name an API is reached. */
export interface ApiDomainProps {
  readonly domainName?: string;
  readonly certificate?: Certificate;
  readonly trustStore?: ApiTrustStoreOptions;
}

/** The domain of an API, and what leads from it to the API. */
export interface ApiDomain {
  readonly domainName: string;
  readonly resource: Apigatewayv2DomainName;
}

/** Refuses a domain that says less than it needs. */
export function requireDomain(scope: Construct, props: ApiDomainProps, region: string | undefined): void {
  const { domainName, certificate, trustStore } = props;
  if (domainName === undefined) {
    const [prop] = (['certificate', 'trustStore'] as const).filter((name) => props[name] !== undefined);
    if (prop === undefined) return;
    refuse(scope, {
      prop: 'domainName',
      must: `is required with ${prop}: under the name that AWS gives it, an API takes neither a certificate of yours nor asks for those of clients`,
      measure: MEASURE,
      fix: "write domainName: 'api.example.com'",
    });
  }
  requireDomainName(scope, 'domainName', domainName, 'api.example.com');
  if (!certificate) {
    refuse(scope, {
      prop: 'certificate',
      must: 'is required with domainName',
      measure: MEASURE,
      fix: "write certificate: new ManagedCertificate(this, 'Certificate', { domainName, zone }).certificate",
    });
  }
  const here = region ?? providerRegion(scope);
  if (certificate.region !== undefined && here !== undefined && certificate.region !== here) {
    refuse(scope, {
      prop: 'certificate',
      must: `must lie in the region of the API, ${here}`,
      value: certificate.certificateArn,
      measure: MEASURE,
      fix: 'request the certificate there: certificates of AWS Certificate Manager stay in their region',
    });
  }
  if (trustStore && (trustStore.objectKey === '' || trustStore.objectKey.startsWith('/'))) {
    refuse(scope, {
      prop: 'trustStore.objectKey',
      must: 'must be the name of an object, without a slash before it',
      value: trustStore.objectKey,
      measure: '1.1.2',
      fix: "write objectKey: 'partners.pem'",
    });
  }
}

/**
 * Makes the domain of an API, for TLS 1.2 and newer.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html
 */
export function apiDomain(
  scope: Construct,
  props: ApiDomainProps,
  region: string | undefined,
  tags: { [key: string]: string }
): ApiDomain | undefined {
  const { domainName, certificate, trustStore } = props;
  if (domainName === undefined || !certificate) return undefined;
  const name = requireDomainName(scope, 'domainName', domainName, 'api.example.com');
  const resource = new Apigatewayv2DomainName(scope, 'Domain', {
    domainName: name,
    domainNameConfiguration: {
      certificateArn: certificate.certificateArn,
      endpointType: 'REGIONAL',
      securityPolicy: 'TLS_1_2',
    },
    mutualTlsAuthentication: trustStore && {
      truststoreUri: `s3://${trustStore.bucket.bucketName}/${trustStore.objectKey}`,
      truststoreVersion: trustStore.objectVersion,
    },
    region,
    tags,
  });
  return { domainName: name, resource };
}

/** Leads what the domain takes to a stage of the API. */
export function mapDomain(
  scope: Construct,
  domain: ApiDomain,
  apiId: string,
  stage: string,
  region: string | undefined
): void {
  new Apigatewayv2ApiMapping(scope, 'DomainMapping', { apiId, domainName: domain.resource.id, stage, region });
}
