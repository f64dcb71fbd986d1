import { Construct } from 'constructs';
import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Certificate } from '../encryption/certificate';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { requireKnownRegion } from '../core/posture';
import { RegionalProps } from '../core/props';
import { requireDomainName } from './domain-name';
import { MANAGED_CERTIFICATE } from './refused';
import { IDnsZone, requireWithin } from './zone';

const MEASURE = '1.1.1';

/** The algorithm of the key of a certificate, of those that load balancers, distributions and APIs all take. */
export enum TlsKeyAlgorithm {
  /** An elliptic curve, P-256: as strong as RSA with 3072 bits, and faster. */
  EC_PRIME256V1 = 'EC_prime256v1',
  /** RSA with 2048 bits, for clients that know no elliptic curves. */
  RSA_2048 = 'RSA_2048',
}

/** Which names a certificate is for, and who proves that they are yours. */
export interface ManagedCertificateProps extends RegionalProps {
  /** The name: `shop.example.com`, or `*.example.com`. */
  readonly domainName: string;

  /**
   * Further names, up to nine.
   *
   * @default - none
   */
  readonly alternativeNames?: string[];

  /** The public zone of all names, whose records prove that they are yours. */
  readonly zone: IDnsZone;

  /**
   * The algorithm of its key.
   *
   * @default TlsKeyAlgorithm.EC_PRIME256V1
   */
  readonly keyAlgorithm?: TlsKeyAlgorithm;
}

/**
 * A public certificate of ACM for names of a zone (TOM 1.1.1, 1.3.2): validated by DNS, in the public transparency logs, and renewed by ACM for as long as the
 * records that this makes are there and it is in use. Its private key never leaves AWS.
 *
 * ```ts
 * const certificate = new ManagedCertificate(this, 'ShopCertificate', {
 *   domainName: 'shop.example.com',
 *   zone: DnsZone.fromZoneId(this, 'Zone', 'Z0123456789ABCDEFGHIJ', 'example.com'),
 * });
 * new HttpsLoadBalancer(this, 'Front', { vpc, certificates: [certificate.certificate] });
 * ```
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-renewal-validation.html
 */
export class ManagedCertificate extends Construct {
  /** The certificate itself, as it was asked for. */
  public readonly resource: AcmCertificate;
  /** What waits until it is valid. */
  public readonly validation: AcmCertificateValidation;
  /** The certificate once it is valid: what load balancers, distributions and APIs take. */
  public readonly certificate: Certificate;
  /**
   * The ARN of the certificate, known once it is valid.
   *
   * @attribute
   */
  public readonly certificateArn: string;

  /**
   * @throws ValidationError where a name is none or outside of the zone, there are more than ten, the zone is private or the region unknown; and on validation by mail,
   * an algorithm that is weak, a private key, or absence from the public logs.
   */
  constructor(scope: Construct, id: string, props: ManagedCertificateProps) {
    super(scope, id);
    // A certificate is public: where it lies is no matter of the residency.
    const { region, ...others } = props;
    const { posture, tags } = openConstruct(this, others, { refused: MANAGED_CERTIFICATE });
    if (region !== undefined) requireKnownRegion(this, 'region', region);
    const { zone, keyAlgorithm = TlsKeyAlgorithm.EC_PRIME256V1 } = props;
    this.requireAlgorithm(keyAlgorithm);
    if (zone.isPrivate) this.refusePrivate(zone);
    const names = this.requireNames(props);

    const [domainName, ...alternativeNames] = names;
    this.resource = new AcmCertificate(this, 'Resource', {
      domainName,
      subjectAlternativeNames: alternativeNames.length > 0 ? alternativeNames : undefined,
      validationMethod: 'DNS',
      keyAlgorithm,
      options: { certificateTransparencyLoggingPreference: 'ENABLED' },
      region,
      tags,
      // Those who use it change to the next one before this one goes.
      lifecycle: { createBeforeDestroy: true },
    });
    this.node.defaultChild = this.resource;
    const records = [...provenNames(names)].map(([proven, name]) => {
      const value = (attribute: string): string =>
        `\${one([for option in ${this.resource.fqn}.domain_validation_options : option.${attribute} if option.domain_name == "${name}"])}`;
      return new Route53Record(this, `Validation-${proven}`, {
        zoneId: zone.zoneId,
        name: value('resource_record_name'),
        type: value('resource_record_type'),
        records: [value('resource_record_value')],
        ttl: 300,
        // The same name in the same account has the same record, for whatever certificate.
        allowOverwrite: true,
        // Without it ACM renews nothing.
        lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
      });
    });
    this.validation = new AcmCertificateValidation(this, 'Validation', {
      certificateArn: this.resource.arn,
      validationRecordFqdns: records.map(({ fqdn }) => fqdn),
      region,
    });
    this.certificate = Certificate.fromAcmCertificateValidation(this.validation);
    this.certificateArn = this.certificate.certificateArn;
  }

  private requireNames({ domainName, alternativeNames = [], zone }: ManagedCertificateProps): string[] {
    const names = new Set([
      requireDomainName(this, 'domainName', domainName, 'shop.example.com'),
      ...alternativeNames.map((name) => requireDomainName(this, 'alternativeNames', name, 'www.example.com')),
    ]);
    if (names.size > 10) {
      refuse(this, {
        prop: 'alternativeNames',
        must: 'must be at most nine: ACM takes ten names a certificate by default',
        value: alternativeNames.length,
        fix: 'write a name for all below a domain, such as *.example.com, or make several certificates',
      });
    }
    for (const name of names)
      requireWithin(this, name === [...names][0] ? 'domainName' : 'alternativeNames', name, zone);
    return [...names];
  }

  private requireAlgorithm(keyAlgorithm: string): void {
    const known: string[] = Object.values(TlsKeyAlgorithm);
    if (known.includes(keyAlgorithm)) return;
    refuse(this, {
      prop: 'keyAlgorithm',
      must: `must be one of ${known.join(', ')}, which load balancers, distributions and APIs all take`,
      value: keyAlgorithm,
      measure: '1.3.2',
      fix: 'leave it out',
    });
  }

  private refusePrivate(zone: IDnsZone): never {
    refuse(this, {
      prop: 'zone',
      must: 'must be public: ACM asks for the records from the internet',
      value: zone.node.path,
      measure: MEASURE,
      fix: 'write the public zone of the domain, or ask a PrivateCertificateAuthority',
    });
  }
}

/** The names that records prove, with the first name of the certificate that each is proven for: a domain and all below it have one record. */
function provenNames(names: readonly string[]): ReadonlyMap<string, string> {
  const proven = new Map<string, string>();
  for (const name of names) {
    const domain = name.replace(/^\*\./, '');
    if (!proven.has(domain)) proven.set(domain, name);
  }
  return proven;
}
