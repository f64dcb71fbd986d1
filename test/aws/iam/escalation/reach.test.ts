import { standingsOf, stepsOf } from '../../../../lib/aws/iam/escalation/reach';
import { CARRIER_WAYS, Needed, PASSING_WAYS } from '../../../../lib/aws/iam/escalation/ways';
import { Model } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';
import { Json, JsonObject } from '../../../../lib/terraform/value';

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const EVERY_RIGHT = 'every right';

type Resources = { readonly [type: string]: { readonly [name: string]: JsonObject } };

/** How `aws_iam_<kind>.it` comes to the rights of an administrator: its path, with a `?` before what hangs on something. */
function pathOf(resources: Resources, subject = 'aws_iam_role.it'): string | undefined {
  const provider = { aws: { region: 'eu-central-1', allowed_account_ids: ['111122223333'] } };
  const model = new Model([readStack('it', 'it.tf.json', { provider, resource: resources })]);
  const [type, name] = subject.split('.');
  const resource = model.resources(type).find((one) => one.name === name)!;
  const { isAdministrator, reach, unread } = standingsOf(model).of.get(resource)!;
  if (isAdministrator) return 'administrator';
  if (!reach) return unread === undefined ? undefined : `unread: ${unread}`;
  const steps = [...stepsOf(reach)].flatMap(({ who, by }) => (by === undefined ? [who] : [who, by]));
  const last = reach.last[reach.last.length - 1].by === undefined ? [] : [EVERY_RIGHT];
  return `${reach.isCertain ? '' : '? '}${[...steps, ...last].join(' → ')}`;
}

function allow(...statements: JsonObject[]): string {
  const all = statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one }));
  return JSON.stringify({ Version: '2012-10-17', Statement: all });
}

function trust(Principal: Json, more: JsonObject = {}): string {
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole', ...more }] });
}

/** A role `it` with some statements, and others beside it. */
function roleWith(statements: JsonObject[], others: Resources = {}, own: JsonObject = {}): Resources {
  const it = { name: 'it', assume_role_policy: trust({ Service: 'batch.amazonaws.com' }), ...own };
  return {
    ...others,
    aws_iam_role: { ...others.aws_iam_role, it },
    aws_iam_role_policy: { ...others.aws_iam_role_policy, it: { role: 'it', policy: allow(...statements) } },
  };
}

function admin(principal: Json, more: JsonObject = {}): JsonObject {
  return { name: 'admin', assume_role_policy: trust(principal), managed_policy_arns: [ADMIN], ...more };
}

/** The first of each, and all but one of them. */
function lacking(needs: Needed): readonly (readonly string[])[] {
  const each = needs.map(([first]) => first);
  return each.map((_action, left) => each.filter((_one, at) => at !== left));
}

describe.each(PASSING_WAYS)('a role passed to $service ($needs)', ({ service, needs }) => {
  const actions = needs.map(([first]) => first);
  const profile = { aws_iam_instance_profile: { it: { role: 'admin' } } };
  const path = (some: readonly string[], pass: JsonObject = {}, trusting = service): string | undefined =>
    pathOf(
      roleWith([{ Action: [...some] }, { Action: 'iam:PassRole', ...pass }], {
        aws_iam_role: { admin: admin({ Service: trusting }) },
        ...profile,
      })
    );

  test('all of it leads to the role', () => {
    expect(path(actions)).toBe(`aws_iam_role.it → iam:PassRole + ${actions.join(' + ')} → aws_iam_role.admin`);
    const to = (value: string): JsonObject => ({ Condition: { StringEquals: { 'iam:PassedToService': value } } });
    expect(path(actions, to(service))).toBe(path(actions));
    expect(path(actions, to('config.amazonaws.com'))).toBeUndefined();
  });

  test('nothing does that lacks one, passes another role, or is not trusted', () => {
    for (const some of lacking(needs)) expect([some, path(some)]).toEqual([some, undefined]);
    expect(path(actions, { Resource: 'arn:aws:iam::111122223333:role/other' })).toBeUndefined();
    expect(path(actions, { Effect: 'Deny' })).toBeUndefined();
    expect(path(actions, {}, 'config.amazonaws.com')).toBeUndefined();
  });
});

describe.each(CARRIER_WAYS)('a $type with a role ($needs)', ({ type, role, needs }) => {
  const actions = needs.map(([first]) => first);
  const others: Resources = {
    aws_iam_role: { admin: admin({ Service: 'ec2.amazonaws.com' }) },
    aws_iam_instance_profile: { admin: { name: 'admin', role: '${aws_iam_role.admin.name}' } },
    [type]: {
      it: { [role]: role === 'iam_instance_profile' ? 'admin' : '${aws_iam_role.admin.arn}' },
      other: {},
    },
  };

  test('whoever changes it has its role', () => {
    const by = actions.join(' + ');
    expect(pathOf(roleWith([{ Action: actions }], others))).toBe(
      `aws_iam_role.it → ${by} on ${type}.it → aws_iam_role.admin`
    );
    for (const some of lacking(needs)) {
      expect(some.length > 0 ? pathOf(roleWith([{ Action: [...some] }], others)) : undefined).toBeUndefined();
    }
  });

  test('changing another one leads nowhere', () => {
    const Resource = [`\${${type}.other.arn}`, 'arn:aws:ssm:*::document/*'];
    expect(pathOf(roleWith([{ Action: actions, Resource }], others))).toBeUndefined();
  });
});

const ADMINS: Resources = {
  aws_iam_group: { admins: { name: 'admins' } },
  aws_iam_group_policy_attachment: { admins: { group: 'admins', policy_arn: ADMIN } },
  aws_iam_user: { root: { name: 'root' } },
  aws_iam_user_policy_attachment: { root: { user: 'root', policy_arn: ADMIN } },
  aws_iam_role: { admin: admin({ AWS: '111122223333' }) },
};

test.each<[string, JsonObject, string | undefined]>([
  ['assumes', { Action: 'sts:AssumeRole' }, 'sts:AssumeRole → aws_iam_role.admin'],
  ['writes the trust', { Action: 'iam:UpdateAssumeRolePolicy' }, 'iam:UpdateAssumeRolePolicy → aws_iam_role.admin'],
  ['makes keys', { Action: 'iam:CreateAccessKey' }, 'iam:CreateAccessKey → aws_iam_user.root'],
  ['makes a password', { Action: 'iam:CreateLoginProfile' }, 'iam:CreateLoginProfile → aws_iam_user.root'],
  ['sets a password', { Action: 'iam:UpdateLoginProfile' }, 'iam:UpdateLoginProfile → aws_iam_user.root'],
  ['joins, and is no user', { Action: 'iam:AddUserToGroup' }, undefined],
  ['attaches', { Action: 'iam:AttachRolePolicy' }, `iam:AttachRolePolicy on itself → ${EVERY_RIGHT}`],
  [
    'writes',
    { Action: 'iam:PutRolePolicy', Resource: '${aws_iam_role.it.arn}' },
    `iam:PutRolePolicy on itself → ${EVERY_RIGHT}`,
  ],
  ['writes another', { Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/x' }, undefined],
  [
    'attaches one policy',
    {
      Action: 'iam:AttachRolePolicy',
      Condition: { ArnEquals: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/ReadOnlyAccess' } },
    },
    undefined,
  ],
  [
    'writes within a boundary',
    {
      Action: 'iam:PutRolePolicy',
      Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::1:policy/b' } },
    },
    undefined,
  ],
  [
    'makes a role',
    { Action: ['iam:CreateRole', 'iam:PutRolePolicy'], Resource: 'arn:aws:iam::*:role/app-*' },
    `iam:CreateRole + iam:PutRolePolicy → ${EVERY_RIGHT}`,
  ],
  [
    'makes a role here, and writes there',
    { Action: 'iam:CreateRole', Resource: 'arn:aws:iam::*:role/app-*' },
    undefined,
  ],
  [
    'makes a user',
    { Action: ['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'] },
    `iam:CreateUser + iam:AttachUserPolicy + iam:CreateAccessKey → ${EVERY_RIGHT}`,
  ],
  ['all but little', { NotAction: ['s3:*'] }, `iam:AttachRolePolicy on itself → ${EVERY_RIGHT}`],
  ['reads', { Action: ['iam:Get*', 'iam:List*', 's3:*'] }, undefined],
])('a role that %s', (_title, statement, path) => {
  expect(pathOf(roleWith([statement], ADMINS))).toBe(path === undefined ? undefined : `aws_iam_role.it → ${path}`);
});

test('a role that writes another one and assumes it', () => {
  const others: Resources = {
    aws_iam_role: { app: { name: 'app', assume_role_policy: trust({ AWS: '${aws_iam_role.it.arn}' }) } },
  };
  const statement = { Action: ['iam:PutRolePolicy', 'sts:AssumeRole'], Resource: '${aws_iam_role.app.arn}' };
  expect(pathOf(roleWith([statement], others))).toBe(
    `aws_iam_role.it → iam:PutRolePolicy and sts:AssumeRole on aws_iam_role.app → ${EVERY_RIGHT}`
  );
  expect(
    pathOf(
      roleWith([{ ...statement, Action: 'iam:PutRolePolicy' }], {
        aws_iam_role: { app: { name: 'app', assume_role_policy: trust({ Service: 'ec2.amazonaws.com' }) } },
      })
    )
  ).toBeUndefined();
});

test('users, by their groups and policies', () => {
  const member = (statement: JsonObject, more: Resources = {}): Resources => ({
    ...ADMINS,
    aws_iam_group: { ...ADMINS.aws_iam_group, dev: { name: 'dev' } },
    aws_iam_user: { ...ADMINS.aws_iam_user, eve: { name: 'eve' } },
    aws_iam_user_group_membership: { eve: { user: 'eve', groups: ['dev'] } },
    aws_iam_group_policy: { dev: { group: 'dev', policy: allow(statement) } },
    ...more,
  });
  const joins = { Action: 'iam:AddUserToGroup', Resource: '${aws_iam_group.admins.arn}' };
  expect(pathOf(member(joins), 'aws_iam_user.eve')).toBe(
    'aws_iam_user.eve → iam:AddUserToGroup → aws_iam_group.admins'
  );
  const writes = { Action: 'iam:PutGroupPolicy', Resource: 'arn:aws:iam::*:group/dev' };
  expect(pathOf(member(writes), 'aws_iam_user.eve')).toBe(
    `aws_iam_user.eve → iam:PutGroupPolicy on aws_iam_group.dev → ${EVERY_RIGHT}`
  );
  const attached = pathOf(
    member(
      { Action: 's3:GetObject' },
      {
        aws_iam_policy: {
          own: {
            name: 'own',
            policy: allow({ Action: 'iam:CreatePolicyVersion', Resource: '${aws_iam_policy.own.arn}' }),
          },
        },
        aws_iam_user_policy_attachment: { eve: { user: 'eve', policy_arn: '${aws_iam_policy.own.arn}' } },
      }
    ),
    'aws_iam_user.eve'
  );
  expect(attached).toBe(`aws_iam_user.eve → iam:CreatePolicyVersion on aws_iam_policy.own → ${EVERY_RIGHT}`);
});

describe('a boundary', () => {
  const boundary = (statement: JsonObject): Resources => ({
    aws_iam_policy: { b: { name: 'b', policy: allow(statement) } },
  });
  const bound = { permissions_boundary: '${aws_iam_policy.b.arn}' };

  test('keeps a role from giving itself more', () => {
    const others = boundary({ Action: ['iam:*', 's3:*'] });
    expect(pathOf(roleWith([{ Action: 'iam:PutRolePolicy' }], others, bound))).toBeUndefined();
  });

  test('that it may take away itself does not', () => {
    const others = boundary({ Action: ['iam:*', 's3:*'] });
    expect(pathOf(roleWith([{ Action: '*' }], others, bound))).toBe('administrator');
    const some = roleWith(
      [{ Action: 'iam:PassRole' }],
      {
        ...boundary({ Action: 'lambda:*' }),
        aws_iam_role: { admin: admin({ Service: 'lambda.amazonaws.com' }) },
      },
      bound
    );
    expect(pathOf(some)).toBeUndefined();
  });

  test('of the other one leaves open what that is worth', () => {
    const others = { ...boundary({ Action: 's3:*' }), aws_iam_role: { admin: admin({ AWS: '111122223333' }, bound) } };
    expect(pathOf(roleWith([{ Action: 'sts:AssumeRole' }], others))).toMatch(/^\? aws_iam_role\.it → sts:AssumeRole/);
  });
});

test('policies of AWS are known by their names, by the list, or not at all', () => {
  const attached = (name: string): string | undefined =>
    pathOf(roleWith([], {}, { managed_policy_arns: [`arn:aws:iam::aws:policy/${name}`] }));
  expect(attached('IAMFullAccess')).toBe(`aws_iam_role.it → iam:AttachRolePolicy on itself → ${EVERY_RIGHT}`);
  expect(attached('SecurityAudit')).toBeUndefined();
  expect(attached('NobodyKnowsThis')).toBe('unread: the policy NobodyKnowsThis of AWS');
});

test('permission sets, by what they may make', () => {
  const set = (statement: JsonObject): Resources => ({
    aws_ssoadmin_permission_set: { ops: { name: 'ops', instance_arn: 'arn:aws:sso:::instance/ssoins-1' } },
    aws_ssoadmin_permission_set_inline_policy: {
      ops: { permission_set_arn: '${aws_ssoadmin_permission_set.ops.arn}', inline_policy: allow(statement) },
    },
  });
  expect(pathOf(set({ Action: ['iam:CreateRole', 'iam:AttachRolePolicy'] }), 'aws_ssoadmin_permission_set.ops')).toBe(
    `aws_ssoadmin_permission_set.ops → iam:CreateRole + iam:AttachRolePolicy → ${EVERY_RIGHT}`
  );
  expect(pathOf(set({ Action: 's3:GetObject' }), 'aws_ssoadmin_permission_set.ops')).toBeUndefined();
});

test('what nobody reads of somebody else is open', () => {
  const others: Resources = {
    aws_iam_role: {
      app: {
        name: 'app',
        assume_role_policy: trust({ AWS: '${aws_iam_role.it.arn}' }),
        managed_policy_arns: ['${var.policy}'],
      },
    },
  };
  expect(pathOf(roleWith([{ Action: 's3:*' }], others))).toMatch(
    /^\? aws_iam_role\.it → sts:AssumeRole → aws_iam_role\.app/
  );
});

test('many who may pass some roles are looked at by the names of these', () => {
  const roles: { [name: string]: JsonObject } = {};
  const policies: { [name: string]: JsonObject } = {};
  for (let at = 0; at < 400; at++) {
    roles[`r${at}`] = { name: `r${at}`, assume_role_policy: trust({ Service: 'ec2.amazonaws.com' }) };
    const own: JsonObject[] =
      at % 2 === 0
        ? [{ Action: '*' }]
        : [{ Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/q*' }, { Action: 'ec2:RunInstances' }];
    policies[`r${at}`] = { role: `r${at}`, policy: allow(...own) };
  }
  // By pairs these were 40,000 questions, which is more than are asked: the answer were "unread".
  expect(pathOf({ aws_iam_role: roles, aws_iam_role_policy: policies }, 'aws_iam_role.r1')).toBeUndefined();
});

test('the principals of a chain share what is left of it', () => {
  const length = 2000;
  const roles: { [name: string]: JsonObject } = {};
  const policies: { [name: string]: JsonObject } = {};
  for (let at = 0; at < length; at++) {
    const before: Json = at === 0 ? { Service: 'ec2.amazonaws.com' } : { AWS: `\${aws_iam_role.r${at - 1}.arn}` };
    roles[`r${at}`] = { name: `r${at}`, assume_role_policy: trust(before) };
    const next = { Action: 'sts:AssumeRole', Resource: `\${aws_iam_role.r${at + 1}.arn}` };
    policies[`r${at}`] = { role: `r${at}`, policy: allow(at === length - 1 ? { Action: '*' } : next) };
  }
  const resource = { aws_iam_role: roles, aws_iam_role_policy: policies };
  const model = new Model([readStack('it', 'it.tf.json', { resource })]);
  const { of } = standingsOf(model);
  const reaches = model.resources('aws_iam_role').map((role) => of.get(role)!.reach!);
  expect(reaches.map((reach) => reach.length)).toEqual(reaches.map((_reach, at) => length - at));
  // Each with a path of its own were two million steps.
  for (const [at, { rest }] of reaches.entries()) expect(rest).toBe(reaches[at + 1]);
});
