import { Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  CloudfrontDistribution,
  CloudfrontDistributionOrderedCacheBehavior,
  CloudfrontDistributionOrigin,
} from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontFunction } from '@cdktf/provider-aws/lib/cloudfront-function';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { Certificate } from '../encryption/certificate';
import { IWebFirewall, WebAclScope } from '../network/web-acl';
import { WebFirewall } from '../network/web-firewall';
import { sharedAccessLogs } from '../stores/buckets/access-log-bucket';
import { IWebDistribution, WebDistributionBase, distributionArn } from './distribution';
import { logRequests } from './distribution-log';
import { requireDomainName } from './domain-name';
import { WEB_DISTRIBUTION } from './refused';
import { STRICT_CONTENT, responseHeaders } from './response-headers';
import { SECURITY_TXT_PATH, securityTxt, securityTxtFunction } from './security-txt';
import { PriceClass, ViewerTls, WebDistributionProps } from './web-distribution-props';
import { OriginContext, WebOrigin } from './web-origin';

const MEASURE = '1.1.1';

/** What CloudFront asks the standby for: where the first does not answer, or fails. A file that is not there is no failure. */
const FAILURES = [500, 502, 503, 504];

const DEFAULT = 'default';
const STANDBY = 'standby';
const GROUP = 'files';

/**
 * A distribution of CloudFront (TOM 1.1.1, 3.3.3, 3.3.4): HTTPS with TLS 1.2 or newer to viewers and to origins, headers that hold browsers to it, a firewall, logs
 * without addresses, and origins that nobody reaches past it.
 *
 * ```ts
 * const site = new WebDistribution(this, 'Site', {
 *   domainNames: ['www.example.com'],
 *   certificate,
 *   defaultOrigin: WebOrigin.bucket(bucket),
 *   securityTxt: { contacts: ['mailto:security@example.com'], expires: '2027-06-30' },
 * });
 * zone.addAlias('Www', {
 *   recordName: 'www.example.com',
 *   targetDnsName: site.distributionDnsName,
 *   targetZoneId: site.distributionZoneId,
 *   ipv6: true,
 * });
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/data-protection-summary.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/SecurityAndPrivateContent.html
 */
export class WebDistribution extends WebDistributionBase {
  /**
   * A distribution of this account that is already there, by its id and the name under which DNS knows it. Nothing about it is checked.
   *
   * @throws ValidationError where it is no id of one.
   */
  public static fromDistributionId(
    scope: Construct,
    id: string,
    distributionId: string,
    distributionDnsName: string
  ): IWebDistribution {
    class ImportedDistribution extends WebDistributionBase {
      public readonly distributionId = distributionId;
      public readonly distributionArn = distributionArn(this, distributionId);
      public readonly distributionDnsName = distributionDnsName;
    }
    const distribution = new ImportedDistribution(scope, id);
    if (!Token.isUnresolved(distributionId) && !/^E[A-Z0-9]{5,31}$/.test(distributionId)) {
      refuse(distribution, {
        prop: 'distributionId',
        must: 'must be the id of a distribution',
        value: distributionId,
        fix: "write 'E1A2B3C4D5E6F7'",
      });
    }
    return distribution;
  }

  /** The distribution itself. */
  public readonly resource: CloudfrontDistribution;
  /**
   * The id of the distribution.
   *
   * @attribute
   */
  public readonly distributionId: string;
  /**
   * The ARN of the distribution.
   *
   * @attribute
   */
  public readonly distributionArn: string;
  public readonly distributionDnsName: string;
  /** What browsers are told. */
  public readonly responseHeadersPolicy: CloudfrontResponseHeadersPolicy;
  /** The firewall that requests pass. */
  public readonly webFirewall: IWebFirewall;

  private accessControl?: CloudfrontOriginAccessControl;
  private readonly origins: CloudfrontDistributionOrigin[] = [];
  private readonly behaviors: CloudfrontDistributionOrderedCacheBehavior[] = [];
  private readonly context: OriginContext = {
    accessControlId: () => this.originAccessControl.id,
    distributionArn: () => this.distributionArn,
  };

  /**
   * @throws ValidationError where there is no name or one that is none, the certificate is of another region, the firewall is a regional one, an origin is asked by HTTP
   * or faces the internet, the standby is no bucket, a security.txt is malformed, lapsed or true for over a year; and on older TLS, plain HTTP, logs of the older kind,
   * or a web ACL of its own.
   */
  constructor(scope: Construct, id: string, props: WebDistributionProps) {
    super(scope, id);
    const { tags } = openConstruct(this, props, { refused: WEB_DISTRIBUTION });
    const aliases = this.requireNames(props.domainNames);
    this.requireCertificate(props.certificate);
    const { viewerTls = ViewerTls.TLS_1_2, defaultOrigin, standbyOrigin } = props;
    this.requireTls(viewerTls);
    if (standbyOrigin) this.requireBuckets(defaultOrigin, standbyOrigin);
    if (props.webFirewall) this.requireGlobalFirewall(props.webFirewall);
    const security = props.securityTxt && securityTxt(this, aliases, props.securityTxt);

    this.webFirewall =
      props.webFirewall ??
      new WebFirewall(this, 'WebFirewall', { webAclScope: WebAclScope.CLOUDFRONT, tags: props.tags });
    this.responseHeadersPolicy = responseHeaders(this, props.contentSecurityPolicy ?? STRICT_CONTENT);
    const letIn = [this.addOrigin(DEFAULT, defaultOrigin)];
    if (standbyOrigin) letIn.push(this.addOrigin(STANDBY, standbyOrigin));
    const target = standbyOrigin ? GROUP : DEFAULT;
    if (security !== undefined) this.behaviors.push(this.securityBehavior(target, security));

    this.resource = new CloudfrontDistribution(this, 'Resource', {
      enabled: true,
      isIpv6Enabled: true,
      httpVersion: 'http2and3',
      comment: this.node.path,
      aliases,
      defaultRootObject: props.defaultRootObject ?? (defaultOrigin._isBucket ? 'index.html' : undefined),
      priceClass: props.priceClass ?? PriceClass.ALL,
      origin: this.origins,
      originGroup: standbyOrigin && [
        {
          originId: GROUP,
          failoverCriteria: { statusCodes: FAILURES },
          member: [{ originId: DEFAULT }, { originId: STANDBY }],
        },
      ],
      defaultCacheBehavior: this.behaviorOf(target, defaultOrigin),
      orderedCacheBehavior: this.behaviors,
      customErrorResponse:
        props.notFoundPage === undefined
          ? undefined
          : [{ errorCode: 403, responseCode: 404, responsePagePath: props.notFoundPage }],
      viewerCertificate: {
        acmCertificateArn: props.certificate.certificateArn,
        minimumProtocolVersion: viewerTls,
        sslSupportMethod: 'sni-only',
      },
      restrictions: {
        geoRestriction: props.countries
          ? { restrictionType: 'whitelist', locations: props.countries }
          : { restrictionType: 'none' },
      },
      webAclId: this.webFirewall.webAclArn,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.distributionId = this.resource.id;
    this.distributionArn = this.resource.arn;
    this.distributionDnsName = this.resource.domainName;
    for (const allow of letIn) allow?.();
    logRequests(this, this.distributionArn, props.accessLogBucket ?? sharedAccessLogs(this, undefined), tags);
  }

  /** The control with which the distribution signs what it asks buckets for. */
  public get originAccessControl(): CloudfrontOriginAccessControl {
    this.accessControl ??= new CloudfrontOriginAccessControl(this, 'AccessControl', {
      name: shortName(this, Posture.of(this), 64),
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
    });
    return this.accessControl;
  }

  /**
   * Asks another origin for some paths. The first behavior that matches a path counts.
   *
   * @param id the id of the origin within the distribution
   * @param pathPattern which paths: `/api/*`
   * @param origin what is asked for them
   * @throws ValidationError where the path does not begin with a slash, the id is taken, or the origin is asked by HTTP or faces the internet.
   */
  public addBehavior(id: string, pathPattern: string, origin: WebOrigin): void {
    if (!/^\/[\w\-.*$/~"'@:+?&]{1,254}$/.test(pathPattern)) {
      refuse(this, {
        prop: 'pathPattern',
        must: 'must be a path that begins with a slash',
        value: pathPattern,
        fix: "write '/api/*'",
      });
    }
    const taken = [GROUP, ...this.origins.map(({ originId }) => originId)];
    if (taken.some((other) => other.toLowerCase() === id.toLowerCase())) {
      refuse(this, {
        prop: 'id',
        must: `must be none that an origin of the distribution has already: ${taken.join(', ')}`,
        value: id,
        fix: 'write another id for each behavior',
      });
    }
    const letIn = this.addOrigin(id, origin);
    this.behaviors.push({ pathPattern, ...this.behaviorOf(id, origin) });
    this.resource.putOrigin(this.origins);
    this.resource.putOrderedCacheBehavior(this.behaviors);
    letIn?.();
  }

  private addOrigin(originId: string, origin: WebOrigin): (() => void) | undefined {
    const bound = origin._bind(this, originId.charAt(0).toUpperCase() + originId.slice(1), this.context);
    this.origins.push({ originId, ...bound.origin });
    return bound.letIn;
  }

  private behaviorOf(
    targetOriginId: string,
    origin: WebOrigin
  ): Omit<CloudfrontDistributionOrderedCacheBehavior, 'pathPattern'> {
    return {
      targetOriginId,
      ...origin._policies,
      cachedMethods: ['GET', 'HEAD'],
      viewerProtocolPolicy: 'redirect-to-https',
      compress: true,
      responseHeadersPolicyId: this.responseHeadersPolicy.id,
    };
  }

  private securityBehavior(target: string, text: string): CloudfrontDistributionOrderedCacheBehavior {
    const answer = new CloudfrontFunction(this, 'SecurityTxt', {
      name: `${shortName(this, Posture.of(this), 51)}-security-txt`,
      comment: `Answers ${SECURITY_TXT_PATH}`,
      runtime: 'cloudfront-js-2.0',
      publish: true,
      code: securityTxtFunction(text),
    });
    return {
      pathPattern: SECURITY_TXT_PATH,
      targetOriginId: target,
      cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      allowedMethods: ['GET', 'HEAD'],
      cachedMethods: ['GET', 'HEAD'],
      viewerProtocolPolicy: 'redirect-to-https',
      compress: true,
      responseHeadersPolicyId: this.responseHeadersPolicy.id,
      functionAssociation: [{ eventType: 'viewer-request', functionArn: answer.arn }],
    };
  }

  private requireNames(names: readonly string[]): string[] {
    if (names.length === 0) {
      refuse(this, {
        prop: 'domainNames',
        must: 'must hold at least one name of yours: under the name of cloudfront.net viewers may use TLS 1.0',
        value: names,
        measure: MEASURE,
        fix: "write domainNames: ['www.example.com']",
      });
    }
    return names.map((name) => requireDomainName(this, 'domainNames', name, 'www.example.com'));
  }

  private requireCertificate({ region, certificateArn }: Certificate): void {
    const found = region ?? (Token.isUnresolved(certificateArn) ? providerRegion(this) : undefined);
    if (found === undefined || found === GLOBAL_SERVICE_REGION) return;
    refuse(this, {
      prop: 'certificate',
      must: `must be one of ${GLOBAL_SERVICE_REGION}, from where CloudFront takes certificates`,
      value: found,
      measure: MEASURE,
      fix: `write new ManagedCertificate(this, 'Certificate', { …, region: '${GLOBAL_SERVICE_REGION}' })`,
    });
  }

  private requireTls(viewerTls: string): void {
    const known: string[] = Object.values(ViewerTls);
    if (known.includes(viewerTls)) return;
    refuse(this, {
      prop: 'viewerTls',
      must: `must be one of ${known.join(', ')}: older policies admit TLS below 1.2, or weak suites`,
      value: viewerTls,
      measure: MEASURE,
      fix: 'leave it out',
    });
  }

  private requireBuckets(...origins: readonly WebOrigin[]): void {
    if (origins.every(({ _isBucket }) => _isBucket)) return;
    refuse(this, {
      prop: 'standbyOrigin',
      must: 'must be a bucket, and stand by for one: CloudFront asks a second origin only for what is read',
      measure: '3.3.1',
      fix: 'write WebOrigin.bucket(bucket) for both, or leave it out',
    });
  }

  private requireGlobalFirewall(firewall: IWebFirewall): void {
    if (firewall.webAclScope === WebAclScope.CLOUDFRONT) return;
    refuse(this, {
      prop: 'webFirewall',
      must: 'must be a firewall for distributions',
      value: firewall.webAclScope,
      measure: '3.3.3',
      fix: 'write new WebFirewall(this, …, { webAclScope: WebAclScope.CLOUDFRONT }), or leave it out',
    });
  }
}
