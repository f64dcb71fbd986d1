import { Construct, IConstruct } from 'constructs';
import { Token } from 'cdktf';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

export const MEASURE = '1.3.2';

/** What an authority signs. */
export enum CertificateAuthorityType {
  /** Certificates of workloads, under a root. */
  SUBORDINATE = 'SUBORDINATE',
  /** Itself and other authorities, and nothing else. */
  ROOT = 'ROOT',
}

/** How long the certificates of an authority live. */
export enum CertificateAuthorityMode {
  /** As long as the issuer sets. OCSP tells who was revoked. */
  GENERAL_PURPOSE = 'GENERAL_PURPOSE',
  /** Seven days at most, so that nothing needs to be revoked. */
  SHORT_LIVED = 'SHORT_LIVED_CERTIFICATE',
}

/** The key of an authority. The algorithm that it signs with follows from it. */
export enum CertificateKeyAlgorithm {
  /** ECDSA on P-256, with SHA-256. */
  P256 = 'EC_prime256v1',
  /** ECDSA on P-384, with SHA-384. */
  P384 = 'EC_secp384r1',
  /** RSA with 4096 bits and SHA-512, for clients that know no elliptic curves. */
  RSA_4096 = 'RSA_4096',
}

/** What an authority signs with, by its key. */
export const SIGNING_ALGORITHMS: { readonly [K in CertificateKeyAlgorithm]: string } = {
  [CertificateKeyAlgorithm.P256]: 'SHA256WITHECDSA',
  [CertificateKeyAlgorithm.P384]: 'SHA384WITHECDSA',
  [CertificateKeyAlgorithm.RSA_4096]: 'SHA512WITHRSA',
};

/** What a certificate is good for. */
export class CertificateTemplate {
  /** For clients that show who they are. */
  public static readonly CLIENT = new CertificateTemplate('EndEntityClientAuthCertificate/V1');
  /** For servers. */
  public static readonly SERVER = new CertificateTemplate('EndEntityServerAuthCertificate/V1');
  /** For either. */
  public static readonly END_ENTITY = new CertificateTemplate('EndEntityCertificate/V1');

  private constructor(
    /** The name of the template of AWS Private CA. */
    public readonly templateName: string
  ) {}
}

/** An authority: one of this library's, or one that is already there. */
export interface IPrivateCertificateAuthority extends IConstruct {
  /**
   * The ARN of the authority.
   *
   * @attribute
   */
  readonly certificateAuthorityArn: string;

  /** What it signs. */
  readonly authorityType: CertificateAuthorityType;

  /** What it signs with. */
  readonly signingAlgorithm: string;

  /** The region that it lies in, where that is not the region of the stack's provider. */
  readonly region?: string;

  /**
   * Lets a role issue certificates of a template, by default those of clients.
   *
   * @throws ValidationError where the authority is a root.
   */
  grantIssue(grantee: IGrantee, template?: CertificateTemplate): void;
}

/**
 * What every authority can do: grants.
 * @internal
 */
export abstract class CertificateAuthorityBase extends Construct implements IPrivateCertificateAuthority {
  public abstract readonly certificateAuthorityArn: string;
  public abstract readonly authorityType: CertificateAuthorityType;
  public abstract readonly signingAlgorithm: string;
  public abstract readonly region?: string;

  public grantIssue(grantee: IGrantee, template: CertificateTemplate = CertificateTemplate.CLIENT): void {
    refuseRoot(this, 'grantIssue', this);
    const name = template.templateName.replace(/Certificate\/V\d+$/, '');
    const resources = [this.certificateAuthorityArn];
    grant(this, grantee, `Issue${name}`, [
      {
        actions: ['acm-pca:IssueCertificate'],
        resources,
        conditions: { ArnLike: { 'acm-pca:TemplateArn': [templateArn(this, template.templateName)] } },
      },
      {
        actions: [
          'acm-pca:DescribeCertificateAuthority',
          'acm-pca:GetCertificate',
          'acm-pca:GetCertificateAuthorityCertificate',
        ],
        resources,
      },
    ]);
  }
}

/** The ARN of a template of AWS Private CA. */
export function templateArn(scope: IConstruct, name: string): string {
  return `arn:${accountOf(scope).partition}:acm-pca:::template/${name}`;
}

/** Refuses a root where an authority is asked for that issues to workloads. */
export function refuseRoot(scope: IConstruct, prop: string, authority: IPrivateCertificateAuthority): void {
  if (authority.authorityType !== CertificateAuthorityType.ROOT) return;
  refuse(scope, {
    prop,
    must: 'must not take a root: it signs only authorities, so that it can be kept out of daily use',
    value: authority.node.path,
    measure: MEASURE,
    fix: 'make a subordinate authority with the root as its parent, and take that',
  });
}

/** Refuses a root that somebody signs, or whose certificates would end within a week. */
export function requireRoot(
  scope: IConstruct,
  parent: IPrivateCertificateAuthority | undefined,
  mode: CertificateAuthorityMode
): void {
  if (parent !== undefined) {
    refuse(scope, {
      prop: 'parent',
      must: 'must not be set for a root, which signs itself',
      value: parent.node.path,
      measure: MEASURE,
      fix: 'leave it out, or leave authorityType out',
    });
  }
  if (mode === CertificateAuthorityMode.SHORT_LIVED) {
    refuse(scope, {
      prop: 'mode',
      must: 'must not be short-lived for a root: what it signs would end within seven days',
      value: mode,
      measure: MEASURE,
      fix: 'leave it out, and make the subordinate authority short-lived',
    });
  }
}

/** Refuses a parent whose signature nobody would take: only a root signs authorities here, and none that outlives it. */
export function requireParent(
  scope: IConstruct,
  parent: IPrivateCertificateAuthority,
  validityYears: number,
  parentYears: number | undefined
): void {
  if (parent.authorityType !== CertificateAuthorityType.ROOT) {
    refuse(scope, {
      prop: 'parent',
      must: 'must be a root: the certificate of a subordinate authority says that no authority may follow (path length 0)',
      value: parent.node.path,
      measure: MEASURE,
      fix: 'name the root',
    });
  }
  if (parentYears !== undefined && validityYears >= parentYears) {
    refuse(scope, {
      prop: 'validityYears',
      must: `must be less than the ${parentYears} of its parent`,
      value: validityYears,
      measure: MEASURE,
      fix: `write validityYears: ${Math.max(parentYears - 1, 1)}, or give the parent more`,
    });
  }
}

/** Refuses what is no authority's ARN. */
export function requireAuthorityArn(scope: IConstruct, arn: string): void {
  if (Token.isUnresolved(arn)) return;
  if (/^arn:aws[a-z-]*:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[\w-]+$/.test(arn)) return;
  refuse(scope, {
    prop: 'certificateAuthorityArn',
    must: 'must be the ARN of a certificate authority',
    value: arn,
    measure: MEASURE,
    fix: "write 'arn:aws:acm-pca:<region>:<account>:certificate-authority/<id>'",
  });
}
