import { TerraformStack } from 'cdktf';
import {
  CertificateAuthorityType,
  EncryptedBucket,
  IPrivateCertificateAuthority,
  PrivateCertificateAuthority,
  WorkloadIdentity,
  WorkloadIdentityProps,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const TOM = '(TOM 1.3.2 Internal certificate authority)';
const NAME = 'press-7.plant.example.com';

function authority(stack: TerraformStack): IPrivateCertificateAuthority {
  const parent = new PrivateCertificateAuthority(stack, 'Root', {
    commonName: 'Acme Root',
    authorityType: CertificateAuthorityType.ROOT,
  });
  return new PrivateCertificateAuthority(stack, 'Workloads', { commonName: 'Acme', parent });
}

/** The one statement of the trust policy of a role. */
function trust(written: Written): object {
  const { Statement } = JSON.parse(written.resource('aws_iam_role').assume_role_policy as string) as {
    Statement: object[];
  };
  expect(Statement).toHaveLength(1);
  return Statement[0];
}

test('lets certificates of one authority and one name in, for an hour', () => {
  const stack = newStack();
  new WorkloadIdentity(stack, 'Press', { certificateAuthority: authority(stack), commonNames: [NAME] });
  const written = Written.of(stack);
  const anchor = written.resource('aws_rolesanywhere_trust_anchor');
  expect(anchor).toMatchObject({
    name: 'test-workloads',
    enabled: true,
    source: {
      source_type: 'AWS_ACM_PCA',
      source_data: {
        acm_pca_arn: expect.stringMatching(/aws_acmpca_certificate_authority\.Workloads_\w+\.arn/) as string,
      },
    },
    depends_on: [expect.stringMatching(/^aws_acmpca_certificate_authority_certificate\.Workloads_/)],
  });
  expect(written.resource('aws_rolesanywhere_profile')).toMatchObject({
    name: 'test-press',
    enabled: true,
    duration_seconds: 3600,
    role_arns: [expect.stringMatching(/^\$\{aws_iam_role\.Press_Role_\w+\.arn\}$/)],
    tags: { 'tom:owner': 'tests' },
  });
  expect(written.resource('aws_iam_role').max_session_duration).toBe(3600);
  expect(trust(written)).toEqual({
    Effect: 'Allow',
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    Condition: {
      ArnEquals: {
        'aws:SourceArn': expect.stringMatching(
          /^\$\{aws_rolesanywhere_trust_anchor\.Workloads_TrustAnchor_\w+\.arn\}$/
        ) as string,
      },
      StringEquals: { 'aws:PrincipalTag/x509Subject/CN': [NAME] },
    },
  });
});

test('demands every kind of name that is said', () => {
  const stack = newStack();
  new WorkloadIdentity(stack, 'Press', {
    certificateAuthority: authority(stack),
    commonNames: ['press-7', 'press-8'],
    dnsNames: [NAME],
    uris: ['spiffe://acme/press'],
    sessionSeconds: 900,
    tags: { team: 'plant' },
  });
  const written = Written.of(stack);
  expect(trust(written)).toMatchObject({
    Condition: {
      StringEquals: {
        'aws:PrincipalTag/x509Subject/CN': ['press-7', 'press-8'],
        'aws:PrincipalTag/x509SAN/DNS': [NAME],
        'aws:PrincipalTag/x509SAN/URI': ['spiffe://acme/press'],
      },
    },
  });
  expect(written.resource('aws_rolesanywhere_profile')).toMatchObject({
    duration_seconds: 900,
    tags: { team: 'plant' },
  });
});

test('shares the trust in an authority, and its role takes grants', () => {
  const stack = newStack();
  const certificateAuthority = authority(stack);
  const bucket = new EncryptedBucket(stack, 'Readings');
  for (const id of ['One', 'Two']) {
    const identity = new WorkloadIdentity(stack, id, { certificateAuthority, commonNames: [id] });
    bucket.grantWrite(identity.role);
  }
  const written = Written.of(stack);
  expect(Object.keys(written.resources('aws_rolesanywhere_trust_anchor'))).toEqual(['Workloads/TrustAnchor']);
  for (const id of ['One', 'Two']) expect(written.granted(`${id}/Role`)['<Readings>/*']).toContain('s3:PutObject');
});

test('trusts an authority that is already there', () => {
  const stack = newStack();
  const arn = 'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234abcd-12ab-44cd-a6ef-1234567890ab';
  const certificateAuthority = PrivateCertificateAuthority.fromCertificateAuthorityArn(stack, 'Workloads', arn);
  new WorkloadIdentity(stack, 'Press', { certificateAuthority, commonNames: [NAME] });
  const anchor = Written.of(stack).resource('aws_rolesanywhere_trust_anchor');
  expect(anchor.source).toMatchObject({ source_data: { acm_pca_arn: arn } });
  expect(anchor).not.toHaveProperty('depends_on');
});

const WILD = 'must name at least one, whole and without wildcards';

test.each<[string, Partial<WorkloadIdentityProps> | object, string]>([
  [
    'no name',
    {},
    `'commonNames' is required, or dnsNames or uris: otherwise every certificate of the authority takes the role ${TOM}; write commonNames: ['${NAME}']`,
  ],
  [
    'an empty list',
    { dnsNames: [] },
    `'dnsNames' ${WILD} ${TOM}, got []; write dnsNames: ['${NAME}'], or leave it out`,
  ],
  [
    'a wildcard',
    { commonNames: [NAME, '*.example.com'] },
    `'commonNames' ${WILD} ${TOM}, got "*.example.com"; write commonNames: ['${NAME}'], or leave it out`,
  ],
  [
    'an empty name',
    { uris: [' '] },
    `'uris' ${WILD} ${TOM}, got " "; write uris: ['spiffe://acme/orders'], or leave it out`,
  ],
  [
    'a session of more than an hour',
    { commonNames: [NAME], sessionSeconds: 3601 },
    `'sessionSeconds' must be a whole number from 900 to 3600 ${TOM}, got 3601; write sessionSeconds: 3600`,
  ],
  [
    'the name of the provider for it',
    { commonNames: [NAME], durationSeconds: 43200 },
    `'durationSeconds' is not a prop of this construct ${TOM}, got 43200; write sessionSeconds`,
  ],
  [
    'a trust policy',
    { commonNames: [NAME], assumeRolePolicy: '{}' },
    `'assumeRolePolicy' must not be set ${TOM}, got "{}"; name the certificates by commonNames, dnsNames or uris`,
  ],
])('refuses %s', (_title, props, message) => {
  const stack = newStack();
  const certificateAuthority = authority(stack);
  expect(messageOf(() => new WorkloadIdentity(stack, 'Press', { certificateAuthority, ...props }))).toBe(
    `[test/Press] ${message}`
  );
});

test('refuses a root, which issues to no workload', () => {
  const stack = newStack();
  authority(stack);
  const certificateAuthority = stack.node.findChild('Root') as PrivateCertificateAuthority;
  expect(messageOf(() => new WorkloadIdentity(stack, 'Press', { certificateAuthority, commonNames: [NAME] }))).toBe(
    `[test/Press] 'certificateAuthority' must not take a root: it signs only authorities, so that it can be kept out of daily use ${TOM}, got "test/Root"; make a subordinate authority with the root as its parent, and take that`
  );
});

test('refuses an authority of another region', () => {
  const stack = newStack();
  const certificateAuthority = new PrivateCertificateAuthority(stack, 'Workloads', {
    commonName: 'Acme',
    region: 'eu-west-1',
  });
  expect(messageOf(() => new WorkloadIdentity(stack, 'Press', { certificateAuthority, commonNames: [NAME] }))).toBe(
    `[test/Press] 'certificateAuthority' must lie in eu-central-1, the region of the stack's provider, as Roles Anywhere asks ${TOM}, got "eu-west-1"; make the identity in a stack of that region`
  );
});
