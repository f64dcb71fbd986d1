import { TerraformVariable } from 'cdktf';
import { DeployStatement, WorkforceAccess, WorkforceAccessProps } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const INSTANCE = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const PROPS: WorkforceAccessProps = { instanceArn: INSTANCE, boundaryPolicyName: 'people' };
const GROUP = 'b4f8c4a2-1111-2222-3333-444455556666';
const ACCOUNT = '111122223333';
const QUERY: DeployStatement = {
  actions: ['logs:StartQuery'],
  resources: ['arn:aws:logs:eu-central-1:111122223333:*'],
};

test('makes a bounded permission set whose sessions last an hour, and gives it to groups', () => {
  const stack = newStack();
  const access = new WorkforceAccess(stack, 'Support', PROPS);
  access.assignTo('Production', GROUP, ACCOUNT);
  const written = Written.of(stack);
  expect(written.resource('aws_ssoadmin_permission_set')).toMatchObject({
    name: 'test-support',
    description: 'Support',
    instance_arn: INSTANCE,
    session_duration: 'PT1H',
    tags: { 'tom:owner': 'tests' },
  });
  const [name] = Object.keys((written.json.resource as { [type: string]: object }).aws_ssoadmin_permission_set);
  const own = { instance_arn: INSTANCE, permission_set_arn: `\${aws_ssoadmin_permission_set.${name}.arn}` };
  expect(written.resource('aws_ssoadmin_permissions_boundary_attachment')).toMatchObject({
    ...own,
    permissions_boundary: { customer_managed_policy_reference: { name: 'people', path: '/' } },
  });
  expect(written.resource('aws_ssoadmin_account_assignment')).toMatchObject({
    ...own,
    principal_id: GROUP,
    principal_type: 'GROUP',
    target_id: ACCOUNT,
    target_type: 'AWS_ACCOUNT',
  });
  expect(Object.keys(written.resources('aws_ssoadmin_permission_set_inline_policy'))).toEqual([]);
});

test('takes what is set, statements into one policy, and policies that nobody refuses', () => {
  const stack = newStack();
  const access = new WorkforceAccess(stack, 'Support', {
    ...PROPS,
    permissionSetName: 'Support',
    description: 'Looks into orders',
    maxSessionHours: 8,
    boundaryPolicyPath: '/boundaries/',
  });
  access.addToPolicy(QUERY);
  access.addToPolicy({ ...QUERY, actions: ['logs:GetQueryResults'] });
  access.addManagedPolicy('View', 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess');
  access.addOwnPolicy('Own', 'support');
  const group = new TerraformVariable(stack, 'group', {}).stringValue;
  access.assignTo('Production', group, ACCOUNT);
  const written = Written.of(stack);
  expect(written.resource('aws_ssoadmin_permission_set')).toMatchObject({
    name: 'Support',
    description: 'Looks into orders',
    session_duration: 'PT8H',
  });
  const { inline_policy } = written.resource('aws_ssoadmin_permission_set_inline_policy');
  expect(JSON.parse(inline_policy as string)).toEqual({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ['logs:StartQuery', 'logs:GetQueryResults'], Resource: QUERY.resources }],
  });
  expect(written.resource('aws_ssoadmin_managed_policy_attachment').managed_policy_arn).toContain('ViewOnlyAccess');
  expect(written.resource('aws_ssoadmin_customer_managed_policy_attachment')).toMatchObject({
    customer_managed_policy_reference: { name: 'support', path: '/' },
  });
  expect(written.resource('aws_ssoadmin_account_assignment').principal_id).toBe('${var.group}');
});

const TOM = '(TOM 3.1.1 Least privilege through roles)';

test.each<[string, object, string]>([
  [
    'an instance that is none',
    { instanceArn: 'ssoins-1234567890abcdef' },
    `'instanceArn' must be the ARN of an instance of IAM Identity Center (TOM 6.1 Central identities), got "ssoins-1234567890abcdef"; write 'arn:aws:sso:::instance/ssoins-1234567890abcdef'`,
  ],
  [
    'no boundary',
    { boundaryPolicyName: undefined },
    `'boundaryPolicyName' must be the name of a customer managed policy, not its ARN: each account has its own ${TOM}, got undefined; write 'people'`,
  ],
  [
    'a boundary by its ARN',
    { boundaryPolicyName: 'arn:aws:iam::111122223333:policy/people' },
    `'boundaryPolicyName' must be the name of a customer managed policy, not its ARN: each account has its own ${TOM}, got "arn:aws:iam::111122223333:policy/people"; write 'people'`,
  ],
  [
    'a long name',
    { permissionSetName: 'a'.repeat(33) },
    `'permissionSetName' must be 1 to 32 letters, digits and '_+=,.@-' (TOM 6.2 Role-based access), got "${'a'.repeat(33)}"; write 'Support'`,
  ],
  [
    'sessions of half a day',
    { maxSessionHours: 12 },
    `'maxSessionHours' must be a whole number from 1 to 8 (TOM 6.5.3 Immediate revocation of access), got 12; write maxSessionHours: 1`,
  ],
  [
    'users',
    { users: ['ada'] },
    `'users' must not be set: access belongs to groups, so that it follows from what a person does (TOM 6.2 Role-based access), got ["ada"]; call assignTo('Production', groupId, accountId)`,
  ],
])('refuses %s', (_title, props, message) => {
  const whole = { ...PROPS, ...props };
  expect(messageOf(() => new WorkforceAccess(newStack(), 'Support', whole))).toBe(`[test/Support] ${message}`);
});

test.each<[string, (access: WorkforceAccess) => void, string]>([
  [
    'a person as a group',
    (access) => access.assignTo('Production', 'ada@example.com', ACCOUNT),
    `'groupId' must be the id of a group of the identity store (TOM 6.2 Role-based access), got "ada@example.com"; write '${GROUP}'`,
  ],
  [
    'an account that is none',
    (access) => access.assignTo('Production', GROUP, 'production'),
    `'accountId' must be the twelve digits of an account (TOM 6.2 Role-based access), got "production"; write '${ACCOUNT}'`,
  ],
  [
    'administrators',
    (access) => access.addManagedPolicy('All', 'arn:aws:iam::aws:policy/AdministratorAccess'),
    `'policyArn' must not be a policy of AWS that IAM-001 refuses ${TOM}, got "arn:aws:iam::aws:policy/AdministratorAccess"; call addToPolicy, or attach it by an SsoadminManagedPolicyAttachment with a waiver, which has a reason, an approver and an end`,
  ],
  [
    'a policy of an account',
    (access) => access.addManagedPolicy('Own', 'arn:aws:iam::111122223333:policy/support'),
    `'policyArn' must be the ARN of a policy of AWS; call addOwnPolicy for one of your own ${TOM}, got "arn:aws:iam::111122223333:policy/support"; write 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'`,
  ],
  [
    'an own policy by its ARN',
    (access) => access.addOwnPolicy('Own', 'arn:aws:iam::111122223333:policy/support'),
    `'policyName' must be the name of a customer managed policy, not its ARN: each account has its own ${TOM}, got "arn:aws:iam::111122223333:policy/support"; write 'support'`,
  ],
  [
    'a whole service',
    (access) => access.addToPolicy({ actions: ['s3:*'], resources: ['*'] }),
    `'actions' must not allow a whole service on every resource, as s3:* does ${TOM}, got ["s3:*"]; name the actions and the resources that people use`,
  ],
])('refuses %s', (_title, act, message) => {
  const access = new WorkforceAccess(newStack(), 'Support', PROPS);
  expect(messageOf(() => act(access))).toBe(`[test/Support] ${message}`);
});
