import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack } from 'cdktf';
import { DataIdentifier, MaskedLogs, MaskedLogsProps, RetainedLogGroup } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const TOM = '(TOM 1.4.1 Pseudonymized data for secondary uses)';

interface Policy {
  readonly Name: string;
  readonly Version: string;
  readonly Statement: { readonly Sid: string; readonly DataIdentifier: string[]; readonly Operation: object }[];
}

function policyOf(stack: TerraformStack, type: string): Policy {
  return JSON.parse(Written.of(stack).resource(type).policy_document as string) as Policy;
}

/** The names of the data identifiers of a policy, which both of its statements must name. */
function namesOf({ Statement }: Policy): string[] {
  const [audit, mask] = Statement.map(({ DataIdentifier: arns }) =>
    arns.map((arn) => /^arn:.+:dataprotection::aws:data-identifier\/([\w-]+)$/.exec(arn)?.[1] ?? arn)
  );
  expect(mask).toEqual(audit);
  return audit;
}

test('masks every log group of the account without any props', () => {
  const stack = newStack();
  new MaskedLogs(stack, 'Masked');
  expect(Written.of(stack).resource('aws_cloudwatch_log_account_policy')).toMatchObject({
    policy_name: 'test-masked',
    policy_type: 'DATA_PROTECTION_POLICY',
    scope: 'ALL',
  });
  const policy = policyOf(stack, 'aws_cloudwatch_log_account_policy');
  expect(policy).toMatchObject({ Name: 'test-masked', Version: '2021-06-01' });
  expect(policy.Statement.map(({ Sid, Operation }) => ({ Sid, Operation }))).toEqual([
    { Sid: 'Audit', Operation: { Audit: { FindingsDestination: {} } } },
    { Sid: 'Mask', Operation: { Deidentify: { MaskConfig: {} } } },
  ]);
  const names = namesOf(policy);
  expect(names).toEqual(
    expect.arrayContaining([
      'EmailAddress',
      'Name',
      'Address',
      'AwsSecretKey',
      'PhoneNumber-DE',
      'BankAccountNumber-FR',
    ])
  );
  expect(names).not.toContain('IpAddress');
  expect(new Set(names).size).toBe(names.length);
});

test('masks one log group, in its region', () => {
  const stack = newStack();
  new MaskedLogs(stack, 'Masked', { logGroup: new RetainedLogGroup(stack, 'Logins', { region: 'eu-west-1' }) });
  const written = Written.of(stack);
  expect(written.resource('aws_cloudwatch_log_data_protection_policy')).toMatchObject({
    log_group_name: expect.stringMatching(/^\$\{aws_cloudwatch_log_group\.Logins_\w+\.name\}$/) as string,
    region: 'eu-west-1',
  });
  expect(written.resources('aws_cloudwatch_log_account_policy')).toEqual({});
});

test('masks what it is told, once', () => {
  const stack = newStack();
  new MaskedLogs(stack, 'Masked', {
    region: 'eu-west-1',
    dataIdentifiers: [DataIdentifier.IP_ADDRESS, DataIdentifier.of('PassportNumber-GB'), DataIdentifier.IP_ADDRESS],
  });
  expect(namesOf(policyOf(stack, 'aws_cloudwatch_log_account_policy'))).toEqual(['IpAddress', 'PassportNumber-GB']);
  expect(Written.of(stack).resource('aws_cloudwatch_log_account_policy').region).toBe('eu-west-1');
});

describe('denyUnmask', () => {
  function denied(props: (stack: TerraformStack) => MaskedLogsProps): object {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const masked = new MaskedLogs(stack, 'Masked', props(stack));
    masked.denyUnmask(role);
    masked.denyUnmask(role);
    const { Statement } = JSON.parse(Written.of(stack).resource('aws_iam_role_policy').policy as string) as {
      Statement: object[];
    };
    expect(Statement).toHaveLength(1);
    return Statement[0];
  }

  test('denies it everywhere', () => {
    expect(denied(() => ({}))).toEqual({
      Effect: 'Deny',
      Action: ['logs:Unmask', 'logs:DeleteAccountPolicy', 'logs:PutAccountPolicy'],
      Resource: ['*'],
    });
  });

  test('denies it for one log group', () => {
    const props = (stack: TerraformStack): MaskedLogsProps => ({
      logGroup: RetainedLogGroup.fromLogGroupName(stack, 'Logins', '/acme/logins'),
    });
    expect(denied(props)).toEqual({
      Effect: 'Deny',
      Action: ['logs:Unmask', 'logs:DeleteDataProtectionPolicy', 'logs:PutDataProtectionPolicy'],
      Resource: [
        expect.stringMatching(/:log-group:\/acme\/logins$/) as string,
        expect.stringMatching(/:log-group:\/acme\/logins:\*$/) as string,
      ],
    });
  });
});

test.each<[string, MaskedLogsProps | object, string]>([
  [
    'to mask nothing',
    { dataIdentifiers: [] },
    `'dataIdentifiers' must name something to mask ${TOM}, got []; write dataIdentifiers: DataIdentifier.defaults(), or leave it out`,
  ],
  [
    'a policy of its own',
    { policyDocument: '{}' },
    `'policyDocument' must not be set ${TOM}, got "{}"; name what is masked by dataIdentifiers: it is counted and masked`,
  ],
  [
    'to count alone',
    { deidentify: false },
    `'deidentify' must not be set ${TOM}, got false; name what is masked by dataIdentifiers: it is counted and masked`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => new MaskedLogs(newStack(), 'Masked', props))).toBe(`[test/Masked] ${message}`);
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => new MaskedLogs(newStack(), 'Masked', { region: 'us-east-1' }))).toContain(
    "[test/Masked] 'region' must be within the residency of personal data (TOM 7.1 "
  );
});

test('refuses to mask the same twice', () => {
  const stack = newStack();
  const logGroup = new RetainedLogGroup(stack, 'Logins');
  new MaskedLogs(stack, 'One');
  new MaskedLogs(stack, 'OneOfAnotherRegion', { region: 'eu-west-1' });
  new MaskedLogs(stack, 'Two', { logGroup });
  const message = (path: string, owner: string, value: string): string =>
    `[test/${path}] 'logGroup' must be masked once: test/${owner} does it, and AWS would keep one of the two ${TOM}, got "${value}"; name all dataIdentifiers there`;
  expect(messageOf(() => new MaskedLogs(stack, 'Three'))).toBe(message('Three', 'One', 'test'));
  expect(messageOf(() => new MaskedLogs(stack, 'Four', { logGroup }))).toBe(message('Four', 'Two', 'test/Logins'));
});

test('DataIdentifier.of refuses what is no name of one', () => {
  expect(messageOf(() => DataIdentifier.of('arn:aws:x'))).toBe(
    `'name' must be the name of a managed data identifier ${TOM}, got "arn:aws:x"; write DataIdentifier.of('PassportNumber-FR')`
  );
});
