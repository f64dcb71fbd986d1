import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse, refuseProps } from '../core/errors';
import {
  CertificateAuthorityMode,
  CertificateAuthorityType,
  CertificateKeyAlgorithm,
  IPrivateCertificateAuthority,
  MEASURE,
} from './certificate-authority';

/** Refuses weak keys and algorithms, and an authority whose certificates cannot be taken back. */
export function refuseWeakness(scope: IConstruct, props: object, keyAlgorithm: string): void {
  refuseProps(scope, props, REFUSED);
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

/** Refuses a part of the subject that AWS does not take. */
export function requireSubject(
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

const ALWAYS_REVOKED = {
  must: 'must not be set: an authority answers by OCSP who was revoked, or issues for seven days at most',
  measure: MEASURE,
  fix: 'leave it out, or write mode: CertificateAuthorityMode.SHORT_LIVED',
};

const REFUSED = {
  signingAlgorithm: {
    must: 'must not be set: it follows from the key, and is never SHA-1',
    measure: MEASURE,
    fix: 'leave it out, and choose a keyAlgorithm',
  },
  keyStorageSecurityStandard: {
    must: 'must not be set: the key lies in a module of FIPS 140 level 3',
    measure: MEASURE,
    fix: 'leave it out',
  },
  ocsp: ALWAYS_REVOKED,
  revocation: ALWAYS_REVOKED,
  revocationConfiguration: ALWAYS_REVOKED,
};
