import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  BastionHost,
  DeployIdentity,
  DeployRole,
  Effect,
  EncryptedBucket,
  GithubIdentityOptions,
  Grantee,
  RotatedKey,
} from '../../../lib';
import { isSameRole } from '../../../lib/constructs/core/grantee';
import { privateNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const BOUNDARY = 'arn:aws:iam::111122223333:policy/deployers';
const identity = DeployIdentity.github({ repository: 'acme/orders', environment: 'production' });
const PROPS = { identity, permissionsBoundaryArn: BOUNDARY };
const TOM = '(TOM 3.1.1 Least privilege through roles)';

/** The one statement of the trust policy of a role. */
function trust(written: Written): { Condition: object; Principal: object; Action: string } {
  const { Statement } = JSON.parse(written.resource('aws_iam_role').assume_role_policy as string) as {
    Statement: ReturnType<typeof trust>[];
  };
  expect(Statement).toHaveLength(1);
  return Statement[0];
}

test('lets jobs of one repository and environment in, for an hour and within its boundary', () => {
  const stack = newStack();
  new DeployRole(stack, 'Deploy', PROPS);
  const written = Written.of(stack);
  const { assume_role_policy, ...role } = written.resource('aws_iam_role');
  delete role['//'];
  expect(role).toMatchInlineSnapshot(`
    {
      "description": "Deployments by repo:acme/orders:environment:production",
      "max_session_duration": 3600,
      "name": "test-deploy",
      "permissions_boundary": "arn:aws:iam::111122223333:policy/deployers",
      "tags": {
        "tom:data-class": "personal",
        "tom:environment": "production",
        "tom:owner": "tests",
      },
    }
  `);
  expect(JSON.parse(assume_role_policy as string)).toMatchInlineSnapshot(`
    {
      "Statement": [
        {
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {
            "StringEquals": {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub": "repo:acme/orders:environment:production",
            },
          },
          "Effect": "Allow",
          "Principal": {
            "Federated": "\${aws_iam_openid_connect_provider.OpenIdConnect-token-actions-githubusercontent-com.arn}",
          },
        },
      ],
      "Version": "2012-10-17",
    }
  `);
  expect(written.resource('aws_iam_openid_connect_provider')).toMatchObject({
    url: 'https://token.actions.githubusercontent.com',
    client_id_list: ['sts.amazonaws.com'],
    tags: { 'tom:owner': 'tests' },
  });
});

test.each<[string, DeployIdentity, string]>([
  [
    'a branch',
    DeployIdentity.github({ repository: 'acme/orders', branch: 'release/2.x' }),
    'repo:acme/orders:ref:refs/heads/release/2.x',
  ],
  [
    'the ids of owner and repository',
    DeployIdentity.github({ repository: 'acme/orders', branch: 'main', ownerId: 123456, repositoryId: 456789 }),
    'repo:acme@123456/orders@456789:ref:refs/heads/main',
  ],
  [
    'an environment with blanks',
    DeployIdentity.github({ repository: 'acme/orders.js', environment: 'EU production' }),
    'repo:acme/orders.js:environment:EU production',
  ],
])('names %s in the subject', (_title, { subject, audience, issuer }, expected) => {
  expect(subject).toBe(expected);
  expect(audience).toBe('sts.amazonaws.com');
  expect(issuer).toBe('https://token.actions.githubusercontent.com');
});

test('lets jobs of a project on an own instance of GitLab in', () => {
  const stack = newStack();
  new DeployRole(stack, 'Deploy', {
    identity: DeployIdentity.gitlab({
      projectPath: 'acme/shop/orders',
      branch: 'main',
      audience: 'https://aws.acme.example',
      issuer: 'https://git.acme.example/gitlab',
    }),
    permissionsBoundaryArn: new IamPolicy(stack, 'Boundary', { policy: '{}' }).arn,
    roleName: 'acme-deploy',
    description: 'Orders',
    maxSessionHours: 8,
    tags: { team: 'orders' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_iam_role')).toMatchObject({
    name: 'acme-deploy',
    description: 'Orders',
    max_session_duration: 28800,
    permissions_boundary: '${aws_iam_policy.Boundary.arn}',
    tags: { team: 'orders' },
  });
  expect(trust(written).Condition).toEqual({
    StringEquals: {
      'git.acme.example/gitlab:aud': 'https://aws.acme.example',
      'git.acme.example/gitlab:sub': 'project_path:acme/shop/orders:ref_type:branch:ref:main',
    },
  });
});

test('shares one provider of an issuer within a stack, for the audiences of all', () => {
  const written = ['https://b.example', 'https://a.example'].map((_first, at, all) => {
    const stack = newStack();
    for (const audience of at === 0 ? all : [...all].reverse()) {
      new DeployRole(stack, `Deploy-${audience.slice(8, 9)}`, {
        ...PROPS,
        identity: DeployIdentity.gitlab({ projectPath: 'acme/orders', branch: 'main', audience }),
      });
    }
    new DeployRole(stack, 'GitHub', PROPS);
    return Written.of(stack);
  });
  for (const one of written) {
    const providers = one.resources('aws_iam_openid_connect_provider');
    expect(Object.keys(providers).sort()).toEqual(
      ['OpenIdConnect-gitlab.com', 'OpenIdConnect-token-actions-githubusercontent-com'].map((id) =>
        id.replace('.', '-')
      )
    );
    expect(providers['OpenIdConnect-gitlab-com'].client_id_list).toEqual(['https://a.example', 'https://b.example']);
  }
});

test('takes a provider that is there, by its ARN or of the program', () => {
  const stack = newStack();
  const providerArn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';
  const given = new DeployRole(stack, 'Given', { ...PROPS, providerArn });
  const { arn } = new IamOpenidConnectProvider(stack, 'Own', {
    url: 'https://token.actions.githubusercontent.com',
    clientIdList: ['sts.amazonaws.com'],
  });
  new DeployRole(stack, 'Made', { ...PROPS, providerArn: arn });
  const written = Written.of(stack);
  expect(given.providerArn).toBe(providerArn);
  expect(Object.keys(written.resources('aws_iam_openid_connect_provider'))).toEqual(['Own']);
  const principals = Object.values(written.resources('aws_iam_role')).map(
    ({ assume_role_policy }) =>
      (JSON.parse(assume_role_policy as string) as { Statement: { Principal: object }[] }).Statement[0].Principal
  );
  expect(principals).toEqual([{ Federated: providerArn }, { Federated: '${aws_iam_openid_connect_provider.Own.arn}' }]);
});

describe('as a grantee', () => {
  test('is granted what an IamRole is, and once', () => {
    const stack = newStack();
    const deploy = new DeployRole(stack, 'Deploy', PROPS);
    const bucket = new EncryptedBucket(stack, 'Site');
    bucket.grantRead(deploy);
    bucket.grantRead(deploy.resource);
    bucket.grantRead(deploy);
    const written = Written.of(stack);
    expect(Object.keys(written.resources('aws_iam_role_policy'))).toEqual(['Deploy/Resource/Grants']);
    const granted = written.granted('Deploy');
    expect(granted['<Site>/*']).toContain('s3:GetObject');
    expect(granted['<PersonalDataKey>']).toContain('kms:Decrypt');
    expect(new Set(granted['<Site>/*']).size).toBe(granted['<Site>/*'].length);
  });

  test('is named once in the policy of a key with users', () => {
    const stack = newStack();
    const deploy = new DeployRole(stack, 'Deploy', PROPS);
    const key = new RotatedKey(stack, 'Key', { userArns: ['arn:aws:iam::111122223333:role/orders'] });
    key.grantDecrypt(deploy);
    key.grantEncrypt(deploy.resource);
    const policy = Written.of(stack).resource('aws_kms_key').policy as string;
    const count = (text: string): number => policy.split(text).length - 1;
    expect(count('role/orders')).toBeGreaterThan(0);
    expect(count('${aws_iam_role.Deploy_')).toBe(count('role/orders'));
  });

  test('is the role that its name is of, and that it makes', () => {
    const stack = newStack();
    const deploy = new DeployRole(stack, 'Deploy', { ...PROPS, roleName: 'acme-deploy' });
    expect(isSameRole(deploy, deploy.resource)).toBe(true);
    expect(isSameRole(Grantee.fromRoleName(stack, 'acme-deploy'), deploy)).toBe(true);
    expect(isSameRole(Grantee.fromRoleName(stack, 'other'), deploy)).toBe(false);
    expect(isSameRole(new DeployRole(stack, 'Other', PROPS), deploy)).toBe(false);
  });

  test('connects to a bastion only where its provider asks for a second factor', () => {
    const stack = newStack();
    const bastion = new BastionHost(stack, 'Bastion', { vpc: privateNetwork(stack) });
    const deploy = new DeployRole(stack, 'Deploy', PROPS);
    expect(messageOf(() => bastion.grantConnect(deploy))).toContain(
      "'role' must ask for a second factor in its trust policy, where AWS evaluates it: the identity provider"
    );
    bastion.grantConnect(deploy, { mfa: false });
  });

  test('a construct that makes no role is none', () => {
    const stack = newStack();
    const bucket = new EncryptedBucket(stack, 'Site');
    const key = new RotatedKey(stack, 'Key');
    expect(messageOf(() => bucket.grantRead(key as unknown as DeployRole))).toContain("'grantee' must be a role");
  });
});

test('is allowed and denied what is added, and attaches policies', () => {
  const stack = newStack();
  const deploy = new DeployRole(stack, 'Deploy', PROPS);
  const resources = ['arn:aws:lambda:eu-central-1:111122223333:function:orders'];
  deploy.addToPolicy({ sid: 'Code', actions: ['lambda:UpdateFunctionCode'], resources });
  deploy.addToPolicy({ effect: Effect.DENY, actions: ['*'], resources: ['arn:aws:s3:::audit/*'] });
  deploy.addToPolicy({
    actions: ['iam:PassRole'],
    resources: ['*'],
    conditions: { StringEquals: { 'iam:PassedToService': ['lambda.amazonaws.com'] } },
  });
  deploy.addManagedPolicy('Own', new IamPolicy(stack, 'Policy', { policy: '{}' }).arn);
  deploy.addManagedPolicy('Listed', 'arn:aws:iam::aws:policy/AWSCertificateManagerReadOnly');
  const written = Written.of(stack);
  expect(JSON.parse(written.resource('aws_iam_role_policy').policy as string)).toMatchObject({
    Statement: [
      { Sid: 'Code', Effect: 'Allow', Action: ['lambda:UpdateFunctionCode'], Resource: resources },
      { Effect: 'Deny', Action: ['*'], Resource: ['arn:aws:s3:::audit/*'] },
      {
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ],
  });
  expect(
    Object.entries(written.resources('aws_iam_role_policy_attachment')).map(([path, { policy_arn }]) => [
      path,
      policy_arn as string,
    ])
  ).toEqual([
    ['Deploy/Listed', 'arn:aws:iam::aws:policy/AWSCertificateManagerReadOnly'],
    ['Deploy/Own', '${aws_iam_policy.Policy.arn}'],
  ]);
});

const WHOLE = (prop: string): string =>
  `'${prop}' must be one ${prop}, whole, known when the program runs and without wildcards ${TOM}`;

test.each<[string, object, string]>([
  [
    'every repository of an owner',
    { repository: 'acme/*', environment: 'production' },
    `'repository' must be the owner and the name of one repository, known when the program runs and without wildcards ${TOM}, got "acme/*"; write repository: 'acme/orders'`,
  ],
  [
    'a repository without an owner',
    { repository: 'orders', environment: 'production' },
    `'repository' must be the owner and the name of one repository, known when the program runs and without wildcards ${TOM}, got "orders"; write repository: 'acme/orders'`,
  ],
  [
    'neither an environment nor a branch',
    { repository: 'acme/orders' },
    `'environment' is required, or a branch: otherwise every branch and every pull request of the repository assumes the role ${TOM}, got undefined; write environment: 'production', and let that environment take deployments only from its branches`,
  ],
  [
    'an environment and a branch',
    { repository: 'acme/orders', environment: 'production', branch: 'main' },
    `'environment' must not be named with a branch: the token of a job in an environment does not say its branch ${TOM}, got "production"; write environment: 'production', and let that environment take deployments only from its branches`,
  ],
  [
    'every environment',
    { repository: 'acme/orders', environment: '*' },
    `${WHOLE('environment')}, got "*"; write environment: 'production'`,
  ],
  [
    'an environment that begins another part of the subject',
    { repository: 'acme/orders', environment: 'a:ref:refs/heads/main' },
    `${WHOLE('environment')}, got "a:ref:refs/heads/main"; write environment: 'production'`,
  ],
  [
    'every branch of releases',
    { repository: 'acme/orders', branch: 'release/*' },
    `${WHOLE('branch')}, got "release/*"; write branch: 'main'`,
  ],
  [
    'a ref',
    { repository: 'acme/orders', branch: 'refs/heads/main' },
    `${WHOLE('branch')}, got "refs/heads/main"; write branch: 'main'`,
  ],
  [
    'a variable of IAM',
    { repository: 'acme/orders', branch: '${aws:username}' },
    `${WHOLE('branch')}, got "\${aws:username}"; write branch: 'main'`,
  ],
  [
    'one id without the other',
    { repository: 'acme/orders', branch: 'main', repositoryId: 456789 },
    `'ownerId' is required with the other id: tokens name both or none ${TOM}; write both, as \`gh api repos/acme/orders --jq .owner.id,.id\` prints them`,
  ],
  [
    'an id that is none',
    { repository: 'acme/orders', branch: 'main', ownerId: 0, repositoryId: 456789 },
    `'ownerId' must be a whole number, at least 1 ${TOM}, got 0; write ownerId: 123456`,
  ],
  [
    'a subject',
    { repository: 'acme/orders', branch: 'main', subject: 'repo:acme/orders:*' },
    `'subject' must not be set: it follows from the repository, and the environment or the branch ${TOM}, got "repo:acme/orders:*"; write repository and environment`,
  ],
  [
    'an audience',
    { repository: 'acme/orders', branch: 'main', audience: 'https://github.com/acme' },
    `'audience' must not be set: the action of AWS asks for sts.amazonaws.com ${TOM}, got "https://github.com/acme"; leave it out`,
  ],
])('GitHub: refuses %s', (_title, options, message) => {
  expect(messageOf(() => DeployIdentity.github(options as GithubIdentityOptions))).toBe(message);
});

test('refuses a repository that only Terraform knows', () => {
  const repository = new TerraformVariable(newStack(), 'repository', { type: 'string' }).stringValue;
  expect(messageOf(() => DeployIdentity.github({ repository, branch: 'main' }))).toContain(', got a token; ');
});

const GITLAB = { projectPath: 'acme/orders', branch: 'main', audience: 'https://aws.acme.example' };

test.each<[string, object, string]>([
  [
    'every project of a group',
    { projectPath: 'acme/*' },
    `'projectPath' must be the groups and the name of one project, known when the program runs and without wildcards ${TOM}, got "acme/*"; write projectPath: 'acme/orders'`,
  ],
  ['every branch', { branch: '*' }, `${WHOLE('branch')}, got "*"; write branch: 'main'`],
  ['no branch', { branch: undefined }, `${WHOLE('branch')}, got undefined; write branch: 'main'`],
  ['no audience', { audience: '' }, `${WHOLE('audience')}, got ""; write audience: 'https://aws.acme.example'`],
  [
    'an instance by HTTP',
    { issuer: 'http://gitlab.example.com' },
    `'issuer' must be the address of an instance by HTTPS, as its tokens name it ${TOM}, got "http://gitlab.example.com"; write issuer: 'https://gitlab.example.com'`,
  ],
  [
    'a slash after the instance',
    { issuer: 'https://gitlab.example.com/' },
    `'issuer' must be the address of an instance by HTTPS, as its tokens name it ${TOM}, got "https://gitlab.example.com/"; write issuer: 'https://gitlab.example.com'`,
  ],
  [
    'an environment',
    { environment: 'production' },
    `'environment' must not be set: the subject of the tokens of GitLab names no environment ${TOM}, got "production"; write branch, and protect the branch and the environment in GitLab`,
  ],
])('GitLab: refuses %s', (_title, options, message) => {
  expect(messageOf(() => DeployIdentity.gitlab({ ...GITLAB, ...options }))).toBe(message);
});

const BOUND = 'write the ARN of a policy that allows what deployments in this account may ever do';

test.each<[string, object, string]>([
  [
    'no boundary',
    { permissionsBoundaryArn: undefined },
    `'permissionsBoundaryArn' is required: without it a pipeline that makes roles and policies can give itself any right ${TOM}; ${BOUND}`,
  ],
  [
    'a boundary that bounds nothing',
    { permissionsBoundaryArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
    `'permissionsBoundaryArn' must bound the role: this policy of AWS allows everything, or nearly so ${TOM}, got "arn:aws:iam::aws:policy/AdministratorAccess"; ${BOUND}`,
  ],
  [
    'what is no ARN of a policy',
    { permissionsBoundaryArn: 'deployers' },
    `'permissionsBoundaryArn' must be the ARN of a managed policy ${TOM}, got "deployers"; write permissionsBoundaryArn: '${BOUNDARY}', or the arn attribute of an IamPolicy`,
  ],
  [
    'a session of more than a working day',
    { maxSessionHours: 12 },
    "'maxSessionHours' must be a whole number from 1 to 8 (TOM 6.5.3 Immediate revocation of access), got 12; write maxSessionHours: 1",
  ],
  [
    'the provider of another issuer',
    { providerArn: 'arn:aws:iam::111122223333:oidc-provider/gitlab.com' },
    `'providerArn' must be the ARN of the OpenID Connect provider of token.actions.githubusercontent.com ${TOM}, got "arn:aws:iam::111122223333:oidc-provider/gitlab.com"; write 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com', or leave it out where the account has none yet`,
  ],
  [
    'a name with blanks',
    { roleName: 'acme deploy' },
    "'roleName' must be 1 to 64 letters, digits and '_+=,.@-', got \"acme deploy\"; write roleName: 'acme-deploy', or leave it out",
  ],
  [
    'a service',
    { assumedBy: 'codebuild.amazonaws.com' },
    `'assumedBy' must not be set: only the jobs of \`identity\` assume the role ${TOM}, got "codebuild.amazonaws.com"; write identity; a service takes a role of its own, with TrustPolicy.forService`,
  ],
  [
    'a list of managed policies',
    { managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
    `'managedPolicyArns' is not a prop of this construct ${TOM}, got ["arn:aws:iam::aws:policy/AdministratorAccess"]; call addManagedPolicy, which gives each attachment an id`,
  ],
  [
    'access keys',
    { accessKey: true },
    "'accessKey' must not be set: a key lasts until somebody deletes it, wherever it was copied to (TOM 6.1 Central identities), got true; leave it out: each job has a token of its own",
  ],
])('refuses %s', (_title, props, message) => {
  const stack = newStack();
  expect(messageOf(() => new DeployRole(stack, 'Deploy', { ...PROPS, ...props }))).toBe(`[test/Deploy] ${message}`);
});

function deployIn(stack: TerraformStack): DeployRole {
  return new DeployRole(stack, 'Deploy', PROPS);
}

test.each<[string, string]>([
  [
    'AdministratorAccess',
    `must not be a policy of AWS that IAM-001 refuses ${TOM}, got "arn:aws:iam::aws:policy/AdministratorAccess"`,
  ],
  ['PowerUserAccess', `must not be a policy of AWS that IAM-002`],
])('attaches no %s', (name, message) => {
  const deploy = deployIn(newStack());
  expect(messageOf(() => deploy.addManagedPolicy('Policy', `arn:aws:iam::aws:policy/${name}`))).toContain(
    `[test/Deploy] 'policyArn' ${message}`
  );
});

const NARROW = `; name the actions and the resources that deployments change`;

test.each<[string, string[], string[], string]>([
  ['every action', ['*'], ['arn:aws:s3:::site'], `must not allow every action ${TOM}, got ["*"]${NARROW}`],
  [
    'a whole service on everything',
    ['s3:*'],
    ['*'],
    `must not allow a whole service on every resource, as s3:* does ${TOM}, got ["s3:*"]${NARROW}`,
  ],
  [
    'passing every role',
    ['iam:PassRole', 'ecs:UpdateService'],
    ['*'],
    `must not allow the passing of every role, without a condition on iam:PassedToService ${TOM}, got ["iam:PassRole", "ecs:UpdateService"]${NARROW}`,
  ],
])('adds no statement that allows %s', (_title, actions, resources, message) => {
  const deploy = deployIn(newStack());
  expect(messageOf(() => deploy.addToPolicy({ actions, resources }))).toBe(`[test/Deploy] 'actions' ${message}`);
});
