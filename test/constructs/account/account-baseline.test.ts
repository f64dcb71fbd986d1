import { AccountBaseline, AccountBaselineProps, Environment, OrganizationService, Posture } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const CONTACT = {
  name: 'Security',
  title: 'On-call',
  emailAddress: 'security@example.com',
  phoneNumber: '+49 30 901820',
};

function made(props: Partial<AccountBaselineProps> = {}): Written {
  const stack = newStack();
  new AccountBaseline(stack, 'Baseline', { securityContact: CONTACT, ...props });
  return Written.of(stack);
}

test('closes what an account leaves open, and keeps it closed', () => {
  const written = made();
  const lifecycle = { prevent_destroy: true };
  expect(written.resource('aws_s3_account_public_access_block')).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
    lifecycle,
  });
  expect(written.resource('aws_ec2_instance_metadata_defaults')).toMatchObject({
    http_tokens: 'required',
    http_put_response_hop_limit: 2,
    lifecycle,
  });
  expect(written.resource('aws_ebs_snapshot_block_public_access')).toMatchObject({
    state: 'block-all-sharing',
    lifecycle,
  });
  expect(written.resource('aws_ec2_image_block_public_access')).toMatchObject({
    state: 'block-new-sharing',
    lifecycle,
  });
  expect(written.resource('aws_ec2_serial_console_access')).toMatchObject({ enabled: false, lifecycle });
  expect(written.resource('aws_ebs_encryption_by_default')).toMatchObject({ enabled: true, lifecycle });
  expect(written.resource('aws_iam_account_password_policy')).toMatchObject({
    minimum_password_length: 14,
    max_password_age: 90,
    password_reuse_prevention: 24,
    lifecycle,
  });
});

test('names whom AWS reaches', () => {
  expect(made().resource('aws_account_alternate_contact')).toMatchObject({
    alternate_contact_type: 'SECURITY',
    name: 'Security',
    title: 'On-call',
    email_address: 'security@example.com',
    phone_number: '+49 30 901820',
  });
});

test('looks for attacks, deviations, and access from outside or unused', () => {
  const written = made({ unusedAccessDays: 45 });
  expect(written.resource('aws_guardduty_detector')).toMatchObject({
    enable: true,
    finding_publishing_frequency: 'FIFTEEN_MINUTES',
  });
  expect(written.resource('aws_securityhub_account')).toMatchObject({
    auto_enable_controls: true,
    enable_default_standards: false,
  });
  expect(written.resource('aws_securityhub_standards_subscription')).toMatchObject({
    standards_arn: expect.stringContaining('::standards/aws-foundational-security-best-practices/v/1.0.0') as string,
    depends_on: [expect.stringMatching(/^aws_securityhub_account\./)],
  });
  expect(Object.values(written.resources('aws_accessanalyzer_analyzer'))).toMatchObject([
    { type: 'ACCOUNT' },
    { type: 'ACCOUNT_UNUSED_ACCESS', configuration: { unused_access: { unused_access_age: 45 } } },
  ]);
});

test('leaves to the organization what that turns on', () => {
  const written = made({
    organizationServices: [
      OrganizationService.ACCESS_ANALYZER,
      OrganizationService.GUARDDUTY,
      OrganizationService.SECURITY_HUB,
    ],
  });
  for (const type of [
    'aws_accessanalyzer_analyzer',
    'aws_guardduty_detector',
    'aws_securityhub_account',
    'aws_securityhub_standards_subscription',
  ])
    expect(Object.keys(written.resources(type))).toEqual([]);
});

test('covers further regions, each with a key of its own, and what knows no region once', () => {
  const written = made({ otherRegions: ['eu-west-1'] });
  for (const type of [
    'aws_ebs_encryption_by_default',
    'aws_ebs_snapshot_block_public_access',
    'aws_ec2_image_block_public_access',
    'aws_ec2_instance_metadata_defaults',
    'aws_ec2_serial_console_access',
    'aws_guardduty_detector',
    'aws_kms_key',
    'aws_securityhub_account',
    'aws_securityhub_standards_subscription',
  ]) {
    const regions = Object.values(written.resources(type)).map(({ region }) => region as string | undefined);
    expect([type, regions.sort()]).toEqual([type, ['eu-west-1', undefined]]);
  }
  expect(Object.keys(written.resources('aws_iam_account_password_policy'))).toHaveLength(1);
  expect(Object.keys(written.resources('aws_accessanalyzer_analyzer'))).toHaveLength(3);
});

test('can be destroyed where its account is ephemeral', () => {
  const stack = newStack();
  Posture.set(stack, { environment: Environment.EPHEMERAL });
  new AccountBaseline(stack, 'Baseline', { securityContact: CONTACT });
  const written = Written.of(stack);
  for (const type of ['aws_s3_account_public_access_block', 'aws_guardduty_detector', 'aws_securityhub_account'])
    expect(written.resource(type).lifecycle).toBeUndefined();
});

const CONTACTS = '(TOM 10.2 Named responsibilities)';
const BASELINE = '(TOM 9.1 Secure baselines)';

test.each<[string, object, string]>([
  [
    'no contact',
    { securityContact: undefined },
    `'securityContact' must be set: without it AWS writes to the mailbox of the root user ${CONTACTS}; write securityContact: { name: 'Security', title: 'On-call', emailAddress: 'security@example.com', phoneNumber: '+49 30 901820' }`,
  ],
  [
    'a mailbox that is none',
    { securityContact: { ...CONTACT, emailAddress: 'security' } },
    `'securityContact.emailAddress' must be an address ${CONTACTS}, got "security"; write emailAddress: 'security@example.com'`,
  ],
  [
    'a number that is none',
    { securityContact: { ...CONTACT, phoneNumber: 'reception' } },
    `'securityContact.phoneNumber' must be a number ${CONTACTS}, got "reception"; write phoneNumber: '+49 30 901820'`,
  ],
  [
    'the region of the provider once more',
    { otherRegions: ['eu-central-1'] },
    `'otherRegions' must name each region once, and not that of the stack's provider ${BASELINE}, got "eu-central-1"; take it out`,
  ],
  [
    'a region twice',
    { otherRegions: ['eu-west-1', 'eu-west-1'] },
    `'otherRegions' must name each region once, and not that of the stack's provider ${BASELINE}, got "eu-west-1"; take it out`,
  ],
  [
    'access that nobody used for a year',
    { unusedAccessDays: 365 },
    `'unusedAccessDays' must be a whole number from 1 to 90 (TOM 6.5.2 Quarterly review of access rights), got 365; write unusedAccessDays: 90`,
  ],
  [
    'public buckets',
    { blockPublicPolicy: false },
    `'blockPublicPolicy' must not be set: no bucket of the account may be public ${BASELINE}, got false; leave it out, and show public files by a WebDistribution`,
  ],
])('refuses %s', (_title, props, message) => {
  const stack = newStack();
  const whole = { securityContact: CONTACT, ...props } as AccountBaselineProps;
  expect(messageOf(() => new AccountBaseline(stack, 'Baseline', whole))).toBe(`[test/Baseline] ${message}`);
});

test('refuses a second one in a stack', () => {
  const stack = newStack();
  new AccountBaseline(stack, 'One', { securityContact: CONTACT });
  expect(messageOf(() => new AccountBaseline(stack, 'Two', { securityContact: CONTACT }))).toBe(
    `[test/Two] 'id' must be that of the only one: test/One holds for the account ${BASELINE}, got "Two"; remove one of them`
  );
});
