import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import {
  CertificateAuthorityMode,
  CertificateAuthorityType,
  CertificateKeyAlgorithm,
  CertificateTemplate,
  Environment,
  PrivateCertificateAuthority,
  PrivateCertificateAuthorityProps,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ARN = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/1234abcd-12ab-44cd-a6ef-1234567890ab';
const TOM = '(TOM 1.3.2 Internal certificate authority)';
const SUBORDINATE = { commonName: 'Acme Workloads' };
const ROOT = { commonName: 'Acme Root', authorityType: CertificateAuthorityType.ROOT };

const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });

test('is subordinate, strong, revocable and renewed, and waits for its certificate, by its name alone', () => {
  const stack = newStack();
  new PrivateCertificateAuthority(stack, 'Workloads', SUBORDINATE);
  const written = Written.of(stack);
  expect(written.resource('aws_acmpca_certificate_authority')).toMatchObject({
    type: 'SUBORDINATE',
    usage_mode: 'GENERAL_PURPOSE',
    certificate_authority_configuration: {
      key_algorithm: 'EC_secp384r1',
      signing_algorithm: 'SHA384WITHECDSA',
      subject: { common_name: 'Acme Workloads' },
    },
    revocation_configuration: { ocsp_configuration: { enabled: true } },
    key_storage_security_standard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
    permanent_deletion_time_in_days: 30,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:owner': 'tests' },
  });
  expect(written.resource('aws_acmpca_permission')).toMatchObject({
    principal: 'acm.amazonaws.com',
    actions: ['IssueCertificate', 'GetCertificate', 'ListPermissions'],
  });
  expect(written.resources('aws_acmpca_certificate')).toEqual({});
});

test('a root signs itself, and ACM issues nothing from it', () => {
  const stack = newStack();
  new PrivateCertificateAuthority(stack, 'Root', ROOT);
  const written = Written.of(stack);
  expect(written.resource('aws_acmpca_certificate_authority').type).toBe('ROOT');
  expect(written.resource('aws_acmpca_certificate')).toMatchObject({
    signing_algorithm: 'SHA384WITHECDSA',
    template_arn: expect.stringMatching(/:acm-pca:::template\/RootCACertificate\/V1$/) as string,
    validity: { type: 'YEARS', value: '10' },
    lifecycle: { prevent_destroy: true },
  });
  expect(written.resource('aws_acmpca_certificate_authority_certificate')).not.toHaveProperty('certificate_chain');
  expect(written.resources('aws_acmpca_permission')).toEqual({});
});

test('a root signs an authority below it once it can, with its own algorithm', () => {
  const stack = newStack();
  const parent = new PrivateCertificateAuthority(stack, 'Root', {
    ...ROOT,
    keyAlgorithm: CertificateKeyAlgorithm.RSA_4096,
  });
  new PrivateCertificateAuthority(stack, 'Workloads', { ...SUBORDINATE, parent });
  const written = Written.of(stack);
  expect(written.resource('aws_acmpca_certificate', 'Workloads')).toMatchObject({
    certificate_authority_arn: expect.stringContaining('aws_acmpca_certificate_authority.Root_') as string,
    certificate_signing_request: expect.stringMatching(/Workloads_\w+\.certificate_signing_request/) as string,
    signing_algorithm: 'SHA512WITHRSA',
    template_arn: expect.stringMatching(/:acm-pca:::template\/SubordinateCACertificate_PathLen0\/V1$/) as string,
    validity: { type: 'YEARS', value: '5' },
    depends_on: [expect.stringMatching(/^aws_acmpca_certificate_authority_certificate\.Root_/)],
  });
  expect(written.resource('aws_acmpca_certificate_authority_certificate', 'Workloads')).toMatchObject({
    certificate: expect.stringMatching(/aws_acmpca_certificate\.Workloads_\w+\.certificate\}/) as string,
    certificate_chain: expect.stringMatching(/aws_acmpca_certificate\.Workloads_\w+\.certificate_chain\}/) as string,
  });
});

test('a root that is already there signs in its own region', () => {
  const stack = newStack();
  const parent = PrivateCertificateAuthority.fromCertificateAuthorityAttributes(stack, 'Root', {
    certificateAuthorityArn: ARN,
    authorityType: CertificateAuthorityType.ROOT,
    keyAlgorithm: CertificateKeyAlgorithm.P256,
  });
  new PrivateCertificateAuthority(stack, 'Workloads', { ...SUBORDINATE, parent });
  const certificate = Written.of(stack).resource('aws_acmpca_certificate');
  expect(certificate).toMatchObject({
    certificate_authority_arn: ARN,
    signing_algorithm: 'SHA256WITHECDSA',
    region: 'eu-west-1',
  });
  expect(certificate).not.toHaveProperty('depends_on');
});

test('a short-lived authority needs no revocation, and ACM issues nothing from it', () => {
  const stack = newStack();
  new PrivateCertificateAuthority(stack, 'Workloads', { ...SUBORDINATE, mode: CertificateAuthorityMode.SHORT_LIVED });
  const written = Written.of(stack);
  const authority = written.resource('aws_acmpca_certificate_authority');
  expect(authority.usage_mode).toBe('SHORT_LIVED_CERTIFICATE');
  expect(authority).not.toHaveProperty('revocation_configuration');
  expect(written.resources('aws_acmpca_permission')).toEqual({});
});

test('takes a subject, a key, years, days and a region, and may be destroyed in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests' });
  const authority = new PrivateCertificateAuthority(stack, 'Root', {
    ...ROOT,
    organization: 'Acme GmbH',
    country: 'DE',
    keyAlgorithm: CertificateKeyAlgorithm.P256,
    validityYears: 20,
    permanentDeletionDays: 7,
    region: 'eu-west-1',
    tags: { team: 'pki' },
  });
  expect(authority.region).toBe('eu-west-1');
  const written = Written.of(stack);
  const resource = written.resource('aws_acmpca_certificate_authority');
  expect(resource).toMatchObject({
    certificate_authority_configuration: {
      key_algorithm: 'EC_prime256v1',
      signing_algorithm: 'SHA256WITHECDSA',
      subject: { common_name: 'Acme Root', organization: 'Acme GmbH', country: 'DE' },
    },
    permanent_deletion_time_in_days: 7,
    region: 'eu-west-1',
    tags: { team: 'pki' },
  });
  expect(resource.lifecycle).toBeUndefined();
  expect(written.resource('aws_acmpca_certificate')).toMatchObject({ region: 'eu-west-1', validity: { value: '20' } });
});

test('installs a certificate that was signed elsewhere, once', () => {
  const stack = newStack();
  const authority = new PrivateCertificateAuthority(stack, 'Workloads', SUBORDINATE);
  authority.installCertificate('-----BEGIN CERTIFICATE-----', '-----BEGIN CERTIFICATE-----chain');
  expect(Written.of(stack).resource('aws_acmpca_certificate_authority_certificate')).toMatchObject({
    certificate: '-----BEGIN CERTIFICATE-----',
    certificate_chain: '-----BEGIN CERTIFICATE-----chain',
  });
  expect(messageOf(() => authority.installCertificate('again'))).toBe(
    `[test/Workloads] 'installCertificate' must not be called for an authority that has its certificate ${TOM}; leave the call out, or leave parent out`
  );
});

describe('grantIssue', () => {
  test.each([
    [undefined, 'EndEntityClientAuthCertificate'],
    [CertificateTemplate.SERVER, 'EndEntityServerAuthCertificate'],
    [CertificateTemplate.END_ENTITY, 'EndEntityCertificate'],
  ])('lets a role issue by a template', (template, name) => {
    const stack = newStack();
    new PrivateCertificateAuthority(stack, 'Workloads', SUBORDINATE).grantIssue(role(stack), template);
    const { policy } = Written.of(stack).resource('aws_iam_role_policy', 'Role/Grants');
    const { Statement } = JSON.parse(policy as string) as { Statement: object[] };
    expect(Statement[0]).toMatchObject({
      Effect: 'Allow',
      Action: ['acm-pca:IssueCertificate'],
      Condition: {
        ArnLike: { 'acm-pca:TemplateArn': expect.stringMatching(`:acm-pca:::template/${name}/V1$`) as string },
      },
    });
    expect(Statement[1]).not.toHaveProperty('Condition');
  });

  test('works for an authority that is already there', () => {
    const stack = newStack();
    const authority = PrivateCertificateAuthority.fromCertificateAuthorityArn(stack, 'Workloads', ARN);
    authority.grantIssue(role(stack));
    expect(Written.of(stack).resource('aws_iam_role_policy').policy).toContain(ARN);
  });

  test('refuses a root', () => {
    const stack = newStack();
    const root = new PrivateCertificateAuthority(stack, 'Root', ROOT);
    expect(messageOf(() => root.grantIssue(role(stack)))).toBe(
      `[test/Root] 'grantIssue' must not take a root: it signs only authorities, so that it can be kept out of daily use ${TOM}, got "test/Root"; make a subordinate authority with the root as its parent, and take that`
    );
  });
});

const REVOKED = `must not be set: an authority answers by OCSP who was revoked, or issues for seven days at most ${TOM}`;
const SHORT = 'leave it out, or write mode: CertificateAuthorityMode.SHORT_LIVED';

test.each<[string, Partial<PrivateCertificateAuthorityProps> | object, string]>([
  [
    'RSA under 2048 bits',
    { keyAlgorithm: 'RSA_1024' },
    `'keyAlgorithm' must be one of EC_prime256v1, EC_secp384r1, RSA_4096 ${TOM}, got "RSA_1024"; write keyAlgorithm: CertificateKeyAlgorithm.P384, or leave it out`,
  ],
  [
    'SHA-1',
    { signingAlgorithm: 'SHA1WITHRSA' },
    `'signingAlgorithm' must not be set: it follows from the key, and is never SHA-1 ${TOM}, got "SHA1WITHRSA"; leave it out, and choose a keyAlgorithm`,
  ],
  [
    'a weaker module',
    { keyStorageSecurityStandard: 'FIPS_140_2_LEVEL_2_OR_HIGHER' },
    `'keyStorageSecurityStandard' must not be set: the key lies in a module of FIPS 140 level 3 ${TOM}, got "FIPS_140_2_LEVEL_2_OR_HIGHER"; leave it out`,
  ],
  ['no OCSP', { ocsp: false }, `'ocsp' ${REVOKED}, got false; ${SHORT}`],
  ['no revocation', { revocation: false }, `'revocation' ${REVOKED}, got false; ${SHORT}`],
  [
    'a revocation of its own',
    { revocationConfiguration: {} },
    `'revocationConfiguration' ${REVOKED}, got an object; ${SHORT}`,
  ],
  [
    'a root that is short-lived',
    { ...ROOT, mode: CertificateAuthorityMode.SHORT_LIVED },
    `'mode' must not be short-lived for a root: what it signs would end within seven days ${TOM}, got "SHORT_LIVED_CERTIFICATE"; leave it out, and make the subordinate authority short-lived`,
  ],
  [
    'more years than a subordinate authority may have',
    { validityYears: 11 },
    `'validityYears' must be a whole number from 1 to 10 ${TOM}, got 11; write validityYears: 5`,
  ],
  [
    'more years than a root may have',
    { ...ROOT, validityYears: 21 },
    `'validityYears' must be a whole number from 1 to 20 ${TOM}, got 21; write validityYears: 10`,
  ],
  [
    'fewer days than AWS takes',
    { permanentDeletionDays: 6 },
    `'permanentDeletionDays' must be a whole number from 7 to 30 ${TOM}, got 6; write permanentDeletionDays: 30`,
  ],
  [
    'an empty name',
    { commonName: ' ' },
    `'commonName' must be 1 to 64 characters ${TOM}, got " "; write commonName: 'Acme Workloads'`,
  ],
  [
    'a long organization',
    { organization: 'a'.repeat(65) },
    `'organization' must be 1 to 64 characters ${TOM}, got "${'a'.repeat(65)}"; write organization: 'Acme Workloads'`,
  ],
  [
    'a country in words',
    { country: 'Germany' },
    `'country' must be two capital letters ${TOM}, got "Germany"; write country: 'DE'`,
  ],
])('refuses %s', (_title, props, message) => {
  const all = { ...SUBORDINATE, ...props };
  expect(messageOf(() => new PrivateCertificateAuthority(newStack(), 'It', all))).toBe(`[test/It] ${message}`);
});

describe('refuses a parent', () => {
  const refused = (parentProps: object, props: object): string => {
    const stack = newStack();
    const parent = new PrivateCertificateAuthority(stack, 'Parent', { ...SUBORDINATE, ...parentProps });
    return messageOf(() => new PrivateCertificateAuthority(stack, 'It', { ...SUBORDINATE, ...props, parent }));
  };

  test('of a root', () => {
    expect(refused(ROOT, ROOT)).toBe(
      `[test/It] 'parent' must not be set for a root, which signs itself ${TOM}, got "test/Parent"; leave it out, or leave authorityType out`
    );
  });

  test('that is no root', () => {
    expect(refused({}, {})).toBe(
      `[test/It] 'parent' must be a root: the certificate of a subordinate authority says that no authority may follow (path length 0) ${TOM}, got "test/Parent"; name the root`
    );
  });

  test('that ends sooner', () => {
    expect(refused({ ...ROOT, validityYears: 5 }, {})).toBe(
      `[test/It] 'validityYears' must be less than the 5 of its parent ${TOM}, got 5; write validityYears: 4, or give the parent more`
    );
  });
});

test('refuses a region outside the residency', () => {
  const props = { ...SUBORDINATE, region: 'us-east-1' };
  expect(messageOf(() => new PrivateCertificateAuthority(newStack(), 'It', props))).toContain(
    "[test/It] 'region' must be within the residency of personal data (TOM 7.1 "
  );
});

test('refuses what is no ARN of an authority', () => {
  expect(messageOf(() => PrivateCertificateAuthority.fromCertificateAuthorityArn(newStack(), 'It', 'root'))).toBe(
    `[test/It] 'certificateAuthorityArn' must be the ARN of a certificate authority ${TOM}, got "root"; write 'arn:aws:acm-pca:<region>:<account>:certificate-authority/<id>'`
  );
});
