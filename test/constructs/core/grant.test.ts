import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { EncryptedBucket, Grantee, IGrantee, RotatedKey } from '../../../lib';
import { grant } from '../../../lib/constructs/core/grant';
import { GRANTING, NAMING } from '../../support/granting';
import { reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const roleIn = (stack: TerraformStack, id = 'Role'): IamRole => new IamRole(stack, id, { assumeRolePolicy: '{}' });
const thing = (stack: TerraformStack, id: string): Construct => new Construct(stack, id);
const read = (name: string): { actions: string[]; resources: string[] } => ({
  actions: ['s3:GetObject'],
  resources: [`arn:aws:s3:::${name}/*`],
});

/** The text of the one policy of the stack’s role. */
const policyIn = (stack: TerraformStack): string => Written.of(stack).resource('aws_iam_role_policy').policy as string;

describe('one policy', () => {
  test('has all that a role is granted in its stack', () => {
    const stack = newStack();
    const role = roleIn(stack);
    for (const id of ['Invoices', 'Orders']) new EncryptedBucket(stack, id).grantRead(role);
    const granted = Written.of(stack).granted('Role/Grants');
    expect(Object.keys(granted)).toEqual(['<Invoices>', '<Orders>', '<Invoices>/*', '<Orders>/*', '<PersonalDataKey>']);
  });

  test('is the same, whatever the order of the grants in the program', () => {
    const [one, other] = [newStack(), newStack()];
    const [role, otherRole] = [roleIn(one), roleIn(other)];
    const write = { actions: ['s3:PutObject'], resources: ['arn:aws:s3:::c'] };
    for (const id of ['B', 'A']) grant(thing(one, id), role, 'Read', [read(id.toLowerCase())]);
    grant(thing(one, 'C'), role, 'Write', [write]);
    grant(thing(other, 'C'), otherRole, 'Write', [write]);
    for (const id of ['A', 'B']) grant(thing(other, id), otherRole, 'Read', [read(id.toLowerCase())]);
    expect(policyIn(one)).toBe(policyIn(other));
    expect(policyIn(one)).toBe(
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"]},{"Effect":"Allow","Action":["s3:PutObject"],"Resource":["arn:aws:s3:::c"]}]}'
    );
  });

  test('has each right once', () => {
    const stack = newStack();
    const role = roleIn(stack);
    const a = thing(stack, 'A');
    grant(a, role, 'Read', [read('a')]);
    const once = policyIn(stack);
    grant(a, role, 'Read', [read('a')]);
    grant(thing(stack, 'B'), role, 'Read', [read('a')]);
    expect(policyIn(stack)).toBe(once);
  });
});

describe('the quota of inline policies', () => {
  const fill = (stack: TerraformStack, role: IGrantee, count: number): void => {
    for (let n = 1; n <= count; n++) {
      grant(thing(stack, `Bucket${n}`), role, 'Read', [read(`bucket-${String(n).padStart(56, '0')}`)]);
    }
  };

  test('holds more than a hundred buckets with names of the longest', () => {
    const stack = newStack();
    fill(stack, roleIn(stack), 125);
    expect(policyIn(stack).length).toBeLessThanOrEqual(10_240);
  });

  test('is counted when something is granted, and refused before AWS would', () => {
    const stack = newStack();
    const role = roleIn(stack);
    fill(stack, role, 125);
    const before = policyIn(stack).length;
    expect(before).toBeLessThanOrEqual(10_240);
    expect(before).toBeGreaterThan(10_150);
    expect(messageOf(() => grant(thing(stack, 'Last'), role, 'Read', [read('x'.repeat(63))]))).toBe(
      '[test/Last] \'grantee\' must have room for another grant: IAM takes 10240 characters in the inline policies of a role, and these are about 10302 (TOM 3.1.1 Least privilege through roles), got "test/Role"; give each workload a role of its own, or write a managed policy for a part of the rights'
    );
  });

  test('counts fifteen buckets that have keys of their own, and half of it is left', () => {
    const stack = newStack();
    const role = roleIn(stack);
    for (let n = 1; n <= 15; n++) {
      new EncryptedBucket(stack, `Bucket${n}`, { encryptionKey: new RotatedKey(stack, `Key${n}`) }).grantReadWrite(
        role
      );
    }
    expect(policyIn(stack).replace(/\$\{[^}]*\}/g, 'x'.repeat(76)).length).toBeLessThan(5_120);
  });
});

describe('grantees', () => {
  const FORMS: readonly (readonly [string, (stack: TerraformStack) => IGrantee, string])[] = [
    ['an IamRole', (stack) => roleIn(stack), 'Role/Grants'],
    ['a DataAwsIamRole', (stack) => new DataAwsIamRole(stack, 'Role', { name: 'orders' }), 'Role/Grants'],
    ['a name', (stack) => Grantee.fromRoleName(stack, 'orders'), 'Grants-orders'],
    ['an ARN', (stack) => Grantee.fromRoleArn(stack, 'arn:aws:iam::111122223333:role/shop/orders'), 'Grants-orders'],
  ];

  describe.each(FORMS)('%s', (_title, make, path) => {
    test.each(Object.entries(GRANTING).filter(([name]) => !NAMING.includes(name)))(
      'is granted what a %s grants',
      (_name, grantAll) => {
        const stack = newStack();
        const grantee = make(stack);
        grantAll(stack, 'It', grantee, () => reachableNetwork(stack));
        const policies = Written.of(stack).resources('aws_iam_role_policy');
        expect(Object.keys(policies).filter((one) => !one.startsWith('It/'))).toEqual([path]);
        expect(policies[path].role).toMatch(/^(?:orders|\$\{(?:data\.)?aws_iam_role\.Role\.name\})$/);
      }
    );

    test('is named by the policy of a key', () => {
      const stack = newStack();
      GRANTING.PseudonymizationKey(stack, 'It', make(stack), () => reachableNetwork(stack));
      const policies = Object.values(Written.of(stack).resources('aws_kms_key')).map(({ policy }) => policy as string);
      for (const policy of policies) expect(policy).toMatch(/iam_role\.Role\.arn\}|:role\/(?:shop\/)?orders"/);
    });
  });

  test('a role by its name in two calls is one role', () => {
    const stack = newStack();
    for (const id of ['Invoices', 'Orders']) {
      new EncryptedBucket(stack, id).grantRead(Grantee.fromRoleName(stack, 'orders'));
    }
    expect(Object.keys(Written.of(stack).resources('aws_iam_role_policy'))).toEqual(['Grants-orders']);
  });

  test('the plan refuses a role of another account, which somebody else’s of that name would stand for', () => {
    const stack = newStack();
    const arn = 'arn:aws:iam::111122223333:role/shop/orders';
    new EncryptedBucket(stack, 'Invoices').grantRead(Grantee.fromRoleArn(stack, arn));
    const { role, lifecycle } = Written.of(stack).resource('aws_iam_role_policy');
    expect(role).toBe('orders');
    expect(lifecycle).toEqual({
      precondition: [
        {
          condition: '${(data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id == "111122223333")}',
          error_message: `${arn} is granted something here, and belongs to another account than this stack: grant it in a stack of its own account, and allow it in the policy of the resource.`,
        },
      ],
    });
  });

  const ROLES = '(TOM 3.1.1 Least privilege through roles)';
  const BUT =
    "write 'arn:aws:iam::111122223333:role/orders', the role behind a session, or pass an IamRole or DataAwsIamRole";

  test.each([
    ['arn:aws:iam::111122223333:user/ada'],
    ['arn:aws:iam::111122223333:root'],
    ['arn:aws:sts::111122223333:assumed-role/orders/now'],
    ['arn:aws:iam::111122223333:role/*'],
    ['arn:aws:iam::*:role/orders'],
    ['orders'],
    ['*'],
  ])('refuses %s where the ARN of a role is asked for', (arn) => {
    expect(messageOf(() => Grantee.fromRoleArn(newStack(), arn))).toBe(
      `[test] 'roleArn' must be the ARN of a role, known when the program runs ${ROLES}, got "${arn}"; ${BUT}`
    );
  });

  test.each([
    ['arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Ops_0123456789abcdef'],
    ['arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS'],
  ])('refuses %s, whose policies nobody writes', (arn) => {
    expect(messageOf(() => Grantee.fromRoleArn(newStack(), arn))).toBe(
      `[test] 'roleArn' must not name a role that only AWS changes ${ROLES}, got "${arn}"; give the rights to the permission set in IAM Identity Center, or to a role of your own`
    );
  });

  test.each([['two words'], ['a/b'], ['x'.repeat(65)], ['']])('refuses %j for a name', (name) => {
    expect(messageOf(() => Grantee.fromRoleName(newStack(), name))).toBe(
      `[test] 'roleName' must be the name of a role: 1 to 64 letters, digits and '_+=,.@-', known when the program runs ${ROLES}, got "${name}"; write 'orders', or pass an IamRole or DataAwsIamRole`
    );
  });

  test('refuses what only Terraform knows', () => {
    const stack = newStack();
    const { stringValue } = new TerraformVariable(stack, 'role', {});
    expect(messageOf(() => Grantee.fromRoleName(stack, stringValue))).toContain('got a token; write');
    expect(messageOf(() => Grantee.fromRoleArn(stack, stringValue))).toContain('got a token; write');
  });

  const OTHERS: readonly (readonly [string, (stack: TerraformStack) => IGrantee, string])[] = [
    ['a user', (stack) => new IamUser(stack, 'Ada', { name: 'ada' }), '"test/Ada"'],
    ['a queue, which has name and ARN too', (stack) => new SqsQueue(stack, 'Queue'), '"test/Queue"'],
    ['an object of others', () => ({ name: 'orders', arn: 'arn:aws:iam::111122223333:role/orders' }), 'an object'],
  ];

  test.each(OTHERS)('refuses %s', (_title, make, got) => {
    const stack = newStack();
    const bucket = new EncryptedBucket(stack, 'Invoices');
    expect(messageOf(() => bucket.grantRead(make(stack)))).toBe(
      `[test/Invoices] 'grantee' must be a role ${ROLES}, got ${got}; pass an IamRole, a DataAwsIamRole, Grantee.fromRoleArn(…) or Grantee.fromRoleName(…); people take a role`
    );
  });
});
