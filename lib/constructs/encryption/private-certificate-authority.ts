import { Construct, IConstruct } from 'constructs';
import { TerraformResourceLifecycle, TerraformStack, Token } from 'cdktf';
import { AcmpcaCertificate } from '@cdktf/provider-aws/lib/acmpca-certificate';
import { AcmpcaCertificateAuthority } from '@cdktf/provider-aws/lib/acmpca-certificate-authority';
import { AcmpcaCertificateAuthorityCertificate } from '@cdktf/provider-aws/lib/acmpca-certificate-authority-certificate';
import { AcmpcaPermission } from '@cdktf/provider-aws/lib/acmpca-permission';
import { refuse } from '../core/errors';
import { openConstruct } from '../core/open';
import { RegionalProps } from '../core/props';
import { requireDays, requireWholeNumber } from '../core/require';
import {
  CertificateAuthorityBase,
  CertificateAuthorityMode,
  CertificateAuthorityType,
  CertificateKeyAlgorithm,
  IPrivateCertificateAuthority,
  MEASURE,
  SIGNING_ALGORITHMS,
  requireAuthorityArn,
  requireParent,
  requireRoot,
  templateArn,
} from './certificate-authority';
import { CERTIFICATE_AUTHORITY } from './refused';

/** Who an authority is, and who signs it. */
export interface PrivateCertificateAuthorityProps extends RegionalProps {
  /** The name of the authority, as it stands in every certificate that it issues. */
  readonly commonName: string;

  /**
   * The organization that it belongs to.
   *
   * @default - none
   */
  readonly organization?: string;

  /**
   * The country of that organization, by two letters: `DE`.
   *
   * @default - none
   */
  readonly country?: string;

  /**
   * What it signs.
   *
   * @default CertificateAuthorityType.SUBORDINATE
   */
  readonly authorityType?: CertificateAuthorityType;

  /**
   * The root that signs it.
   *
   * @default - none: a root signs itself; a subordinate authority waits until its signing request was signed elsewhere, and `installCertificate` was called
   */
  readonly parent?: IPrivateCertificateAuthority;

  /**
   * How long the certificates live that it issues. It cannot be changed later.
   *
   * @default CertificateAuthorityMode.GENERAL_PURPOSE
   */
  readonly mode?: CertificateAuthorityMode;

  /**
   * Its key. It cannot be changed later.
   *
   * @default CertificateKeyAlgorithm.P384
   */
  readonly keyAlgorithm?: CertificateKeyAlgorithm;

  /**
   * How many years its own certificate is valid: 1 to 20 for a root, 1 to 10 and fewer than its parent's for a subordinate authority.
   *
   * @default - 10 for a root, 5 for a subordinate authority
   */
  readonly validityYears?: number;

  /**
   * How many days a deleted authority can be restored: 7 to 30.
   *
   * @default 30
   */
  readonly permanentDeletionDays?: number;
}

/** What is known of an authority that is already there. */
export interface CertificateAuthorityAttributes {
  /** The ARN of the authority. */
  readonly certificateAuthorityArn: string;

  /**
   * What it signs.
   *
   * @default CertificateAuthorityType.SUBORDINATE
   */
  readonly authorityType?: CertificateAuthorityType;

  /**
   * Its key, by which it signs.
   *
   * @default CertificateKeyAlgorithm.P384
   */
  readonly keyAlgorithm?: CertificateKeyAlgorithm;
}

/**
 * A certificate authority of your own, whose key nobody can read and whose certificates can be revoked (TOM 1.3.2). It costs a monthly fee.
 *
 * ```ts
 * const root = new PrivateCertificateAuthority(this, 'Root', {
 *   commonName: 'Acme Root',
 *   authorityType: CertificateAuthorityType.ROOT,
 * });
 * new PrivateCertificateAuthority(this, 'Workloads', { commonName: 'Acme Workloads', parent: root });
 * ```
 *
 * @see https://docs.aws.amazon.com/privateca/latest/userguide/ca-best-practices.html
 */
export class PrivateCertificateAuthority extends CertificateAuthorityBase {
  /**
   * An authority that is already there, and issues to workloads, by its ARN. What it is, is not checked.
   *
   * @throws ValidationError where that is no authority's ARN.
   */
  public static fromCertificateAuthorityArn(
    scope: Construct,
    id: string,
    certificateAuthorityArn: string
  ): IPrivateCertificateAuthority {
    return PrivateCertificateAuthority.fromCertificateAuthorityAttributes(scope, id, { certificateAuthorityArn });
  }

  /**
   * An authority that is already there, and what it is, which is not checked.
   *
   * @throws ValidationError where the ARN is no authority's.
   */
  public static fromCertificateAuthorityAttributes(
    scope: Construct,
    id: string,
    attributes: CertificateAuthorityAttributes
  ): IPrivateCertificateAuthority {
    const arn = attributes.certificateAuthorityArn;
    class ImportedAuthority extends CertificateAuthorityBase {
      public readonly certificateAuthorityArn = arn;
      public readonly authorityType = attributes.authorityType ?? CertificateAuthorityType.SUBORDINATE;
      public readonly signingAlgorithm = SIGNING_ALGORITHMS[attributes.keyAlgorithm ?? CertificateKeyAlgorithm.P384];
      public readonly region = Token.isUnresolved(arn) ? undefined : arn.split(':')[3];
    }
    const authority = new ImportedAuthority(scope, id);
    requireAuthorityArn(authority, arn);
    return authority;
  }

  /** The authority itself. */
  public readonly resource: AcmpcaCertificateAuthority;
  /**
   * The ARN of the authority.
   *
   * @attribute
   */
  public readonly certificateAuthorityArn: string;
  /**
   * What somebody else signs, where no parent does: a request in PEM.
   *
   * @attribute
   */
  public readonly certificateSigningRequest: string;
  /** What it signs. */
  public readonly authorityType: CertificateAuthorityType;
  /** What it signs with. */
  public readonly signingAlgorithm: string;
  /** The region that it lies in, where that was said. */
  public readonly region?: string;
  /** How many years its own certificate is valid. */
  public readonly validityYears: number;

  /**
   * What makes it able to sign: its certificate, once that is installed.
   * @internal
   */
  public _installed?: AcmpcaCertificateAuthorityCertificate;

  private readonly lifecycle?: TerraformResourceLifecycle;

  /**
   * @throws ValidationError on a key or algorithm that is weak, revocation turned off, a root that has a parent or is short-lived, a parent that is no root or ends
   * sooner, a subject that is malformed, and a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: PrivateCertificateAuthorityProps) {
    super(scope, id);
    const { posture, region, tags } = openConstruct(this, props, {
      refused: CERTIFICATE_AUTHORITY,
    });
    const { parent } = props;
    const mode = props.mode ?? CertificateAuthorityMode.GENERAL_PURPOSE;
    const keyAlgorithm = props.keyAlgorithm ?? CertificateKeyAlgorithm.P384;
    const deletionDays = props.permanentDeletionDays ?? 30;
    this.authorityType = props.authorityType ?? CertificateAuthorityType.SUBORDINATE;
    const isRoot = this.authorityType === CertificateAuthorityType.ROOT;
    this.validityYears = props.validityYears ?? (isRoot ? 10 : 5);
    requireKeyAlgorithm(this, keyAlgorithm);
    requireSubject(this, props);
    const years = { min: 1, max: isRoot ? 20 : 10, measure: MEASURE, example: isRoot ? 10 : 5 };
    requireWholeNumber(this, 'validityYears', this.validityYears, years);
    requireDays(this, 'permanentDeletionDays', deletionDays, { min: 7, max: 30, measure: MEASURE, example: 30 });
    if (isRoot) requireRoot(this, parent, mode);
    if (parent !== undefined) {
      const parentYears = parent instanceof PrivateCertificateAuthority ? parent.validityYears : undefined;
      requireParent(this, parent, this.validityYears, parentYears);
    }

    this.signingAlgorithm = SIGNING_ALGORITHMS[keyAlgorithm];
    this.region = region;
    this.lifecycle = posture.isEphemeral ? undefined : { preventDestroy: true };
    const { commonName, organization, country } = props;
    this.resource = new AcmpcaCertificateAuthority(this, 'Resource', {
      type: this.authorityType,
      usageMode: mode,
      certificateAuthorityConfiguration: {
        keyAlgorithm,
        signingAlgorithm: this.signingAlgorithm,
        subject: { commonName, organization, country },
      },
      revocationConfiguration:
        mode === CertificateAuthorityMode.SHORT_LIVED ? undefined : { ocspConfiguration: { enabled: true } },
      keyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
      permanentDeletionTimeInDays: deletionDays,
      region,
      tags,
      lifecycle: this.lifecycle,
    });
    this.node.defaultChild = this.resource;
    this.certificateAuthorityArn = this.resource.arn;
    this.certificateSigningRequest = this.resource.certificateSigningRequest;

    if (isRoot) this.signedBy(this, 'RootCACertificate/V1');
    else if (parent !== undefined) this.signedBy(parent, 'SubordinateCACertificate_PathLen0/V1');
    // ACM issues nothing from a short-lived authority, and nothing from a root.
    if (!isRoot && mode === CertificateAuthorityMode.GENERAL_PURPOSE) {
      new AcmpcaPermission(this, 'Renewal', {
        certificateAuthorityArn: this.certificateAuthorityArn,
        principal: 'acm.amazonaws.com',
        actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'],
        region,
      });
    }
  }

  /**
   * Installs a certificate that an authority elsewhere signed, such as a root that is kept offline.
   *
   * @param certificate the certificate in PEM
   * @param certificateChain the certificates of the authorities above it, in PEM
   * @throws ValidationError where it has a certificate: a root signs itself, and a parent signs the authorities below it.
   */
  public installCertificate(certificate: string, certificateChain?: string): void {
    if (this._installed) {
      refuse(this, {
        prop: 'installCertificate',
        must: 'must not be called for an authority that has its certificate',
        measure: MEASURE,
        fix: 'leave the call out, or leave parent out',
      });
    }
    this._installed = new AcmpcaCertificateAuthorityCertificate(this, 'Installed', {
      certificateAuthorityArn: this.certificateAuthorityArn,
      certificate,
      certificateChain,
      region: this.region,
    });
  }

  private signedBy(signer: IPrivateCertificateAuthority, template: string): void {
    const signed = new AcmpcaCertificate(this, 'Certificate', {
      certificateAuthorityArn: signer.certificateAuthorityArn,
      certificateSigningRequest: this.certificateSigningRequest,
      signingAlgorithm: signer.signingAlgorithm,
      templateArn: templateArn(this, template),
      validity: { type: 'YEARS', value: String(this.validityYears) },
      region: signer.region,
      dependsOn: installedIn(this, signer),
      // To destroy it is to revoke it.
      lifecycle: this.lifecycle,
    });
    this.installCertificate(signed.certificate, signer === this ? undefined : signed.certificateChain);
  }
}

/** What must be there before an authority of the same stack can sign, or be trusted. */
export function installedIn(
  scope: Construct,
  authority: IPrivateCertificateAuthority
): AcmpcaCertificateAuthorityCertificate[] | undefined {
  const isNear = TerraformStack.of(authority) === TerraformStack.of(scope);
  const installed = authority instanceof PrivateCertificateAuthority && isNear ? authority._installed : undefined;
  return installed && [installed];
}

/** Refuses weak keys, and algorithms that are none. */
function requireKeyAlgorithm(scope: IConstruct, keyAlgorithm: string): void {
  const known: string[] = Object.values(CertificateKeyAlgorithm);
  if (known.includes(keyAlgorithm)) return;
  refuse(scope, {
    prop: 'keyAlgorithm',
    must: `must be one of ${known.join(', ')}`,
    value: keyAlgorithm,
    measure: MEASURE,
    fix: 'write keyAlgorithm: CertificateKeyAlgorithm.P384, or leave it out',
  });
}

/** Refuses a part of the subject that AWS does not take. */
function requireSubject(
  scope: IConstruct,
  { commonName, organization, country }: { commonName: string; organization?: string; country?: string }
): void {
  for (const [prop, value] of Object.entries({ commonName, organization })) {
    if (value === undefined || Token.isUnresolved(value) || (value.trim() !== '' && value.length <= 64)) continue;
    const fix = `write ${prop}: 'Acme Workloads'`;
    refuse(scope, { prop, must: 'must be 1 to 64 characters', value, measure: MEASURE, fix });
  }
  if (country !== undefined && !Token.isUnresolved(country) && !/^[A-Z]{2}$/.test(country)) {
    const must = 'must be two capital letters';
    refuse(scope, { prop: 'country', must, value: country, measure: MEASURE, fix: "write country: 'DE'" });
  }
}
