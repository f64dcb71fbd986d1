import { IDENTITY_PROVIDERS } from '../../../../lib/aws/iam/federation/providers';
import { TokenTrust, federationOf, tokenTrust } from '../../../../lib/aws/iam/federation/tokens';
import { Policy, readPolicy } from '../../../../lib/aws/iam/policy';
import { matchesWildcards } from '../../../../lib/aws/wildcards';
import { Model } from '../../../../lib/terraform/model';
import { readStack } from '../../../../lib/terraform/read-stack';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { Random } from '../../../lanes/support/random';

const GITHUB = 'token.actions.githubusercontent.com';

/** A role with a trust policy, and the policy. */
function roleOf(statements: Json[]): { model: Model; policy: Policy } {
  const stack = readStack('stack', 'cdk.tf.json', {
    resource: {
      aws_iam_role: { it: { assume_role_policy: JSON.stringify({ Statement: statements }) } },
      aws_iam_openid_connect_provider: { ci: { url: 'https://ci.example.com/' }, lab: { url: 'https://gitlab.com' } },
      aws_iam_saml_provider: { idp: {} },
    },
  });
  const model = new Model([stack]);
  const policy = readPolicy(model, model.resources('aws_iam_role')[0], 'assume_role_policy');
  if (!policy || !('statements' in policy)) throw new Error('the policy was not read');
  return { model, policy };
}

function trustOf(statements: Json[]): TokenTrust {
  const { model, policy } = roleOf(statements);
  const [role] = model.resources('aws_iam_role');
  const [statement, ...others] = policy.statements;
  return tokenTrust(model, role, statement, statement.principals[0], others);
}

function allow(issuer: string, Condition: JsonObject): JsonObject {
  const Federated = issuer.startsWith('${') ? issuer : `arn:aws:iam::111122223333:oidc-provider/${issuer}`;
  return { Effect: 'Allow', Principal: { Federated }, Action: 'sts:AssumeRoleWithWebIdentity', Condition };
}

function subject(issuer: string, operator: string, value: Json): TokenTrust {
  return trustOf([allow(issuer, { [operator]: { [`${issuer}:sub`]: value } })]);
}

test.each<[JsonObject, string, string | undefined]>([
  [{ Federated: '${aws_iam_openid_connect_provider.ci.arn}' }, 'sts:AssumeRoleWithWebIdentity', 'token'],
  [{ Federated: 'arn:aws:iam::1:oidc-provider/ci.example.com' }, 'sts:*', 'token'],
  [{ Federated: 'cognito-identity.amazonaws.com' }, 'sts:AssumeRoleWithWebIdentity', 'token'],
  [{ Federated: '${aws_iam_saml_provider.idp.arn}' }, 'sts:*', 'assertion'],
  [{ Federated: 'arn:aws:iam::1:saml-provider/idp' }, 'sts:AssumeRoleWithSAML', 'assertion'],
  [{ Federated: '${var.idp}' }, 'sts:AssumeRoleWithSAML', 'assertion'],
  [{ Federated: '${var.idp}' }, 'sts:TagSession', undefined],
  [{ Service: 'ec2.amazonaws.com' }, 'sts:*', undefined],
])('what %j shows under %s: %s', (Principal, Action, kind) => {
  const { model, policy } = roleOf([{ Effect: 'Allow', Principal, Action }]);
  const [statement] = policy.statements;
  expect(federationOf(model, model.resources('aws_iam_role')[0], statement, statement.principals[0])).toBe(kind);
});

test.each<[string, string, Json, string, string]>([
  ['ci.example.com', 'StringEquals', 'job-1', 'yes', 'yes'],
  ['ci.example.com', 'StringLike', '*', 'no', 'no'],
  ['ci.example.com', 'StringLike', 'project:*', 'no', 'no'],
  ['ci.example.com', 'StringLike', '${var.subject}', 'open', 'open'],
  ['ci.example.com', 'StringLike', 'project:${var.project}:*', 'yes', 'yes'],
  ['ci.example.com', 'StringEqualsIfExists', 'job-1', 'no', 'no'],
  ['ci.example.com', 'ForAllValues:StringEquals', 'job-1', 'no', 'no'],
  ['ci.example.com', 'StringNotEquals', 'job-1', 'no', 'no'],
  [GITHUB, 'StringLike', 'repo:octo-org/octo-repo:*', 'yes', 'yes'],
  [GITHUB, 'StringLike', 'repo:octo-org@1/octo-repo@2:ref:refs/heads/*', 'yes', 'yes'],
  [GITHUB, 'StringLike', 'repo:octo-org/*', 'yes', 'no'],
  [GITHUB, 'StringLike', 'repo:octo-org/octo*', 'yes', 'no'],
  [GITHUB, 'StringLike', 'repo:octo-org*', 'no', 'no'],
  [GITHUB, 'StringLike', ['repo:octo-org/octo-repo:*', 'repo:*'], 'no', 'no'],
  [GITHUB, 'StringLike', '*:octo-org/octo-repo:*', 'no', 'no'],
  [GITHUB, 'StringLike', 'repo:${var.repository}:*', 'open', 'open'],
  [GITHUB, 'StringLike', 'repo:${var.owner}/${var.repository}:*', 'yes', 'yes'],
  [GITHUB, 'StringLike', 'repo:${var.owner}/*', 'yes', 'no'],
  [GITHUB, 'StringEquals', 'environment:production', 'no', 'no'],
  [GITHUB, 'StringEquals', 'environment:production:repo:octo-org/octo-repo', 'yes', 'yes'],
  [GITHUB, 'StringLike', 'workflow:deploy:repo:octo-org/octo-repo:*', 'no', 'no'],
  [GITHUB, 'StringEquals', 'repository_owner:octo-org', 'yes', 'no'],
  ['gitlab.com', 'StringLike', 'project_path:*', 'no', 'no'],
  ['gitlab.com', 'StringLike', 'project_path:acme*', 'no', 'no'],
  ['gitlab.com', 'StringLike', 'project_path:acme/platform/*:ref_type:branch:ref:main', 'yes', 'no'],
  ['oidc.eks.eu-central-1.amazonaws.com/id/A', 'StringLike', 'system:serviceaccount:shop:*', 'yes', 'yes'],
  ['oidc.eks.eu-central-1.amazonaws.com/id/A', 'StringLike', 'system:*', 'yes', 'no'],
  ['tfe.example.com', 'StringLike', 'organization:acme:project:*:workspace:*', 'yes', 'no'],
  ['tfe.example.com', 'StringLike', 'organization:acme:project:*:workspace:shop:run_phase:*', 'yes', 'yes'],
  ['accounts.google.com', 'StringLike', '1152*', 'no', 'no'],
])('%s %s %j names a customer: %s, a unit: %s', (issuer, operator, value, toOwner, toUnit) => {
  expect(subject(issuer, operator, value)).toMatchObject({ toOwner, toUnit });
});

test.each<[string, JsonObject, string, string]>([
  [
    'a claim of GitHub besides the subject',
    { StringEquals: { [`${GITHUB}:repository`]: 'octo-org/shop' } },
    'yes',
    'yes',
  ],
  ['any of an organization by it', { StringLike: { [`${GITHUB}:repository`]: 'octo-org/*' } }, 'yes', 'no'],
  ['the audience', { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' } }, 'no', 'no'],
  [
    'every value, where one is there',
    { 'ForAllValues:StringLike': { [`${GITHUB}:sub`]: 'repo:a/b:*' }, Null: { [`${GITHUB}:sub`]: 'false' } },
    'yes',
    'yes',
  ],
])('%s', (_title, Condition, toOwner, toUnit) => {
  expect(trustOf([allow(GITHUB, Condition)])).toMatchObject({ toOwner, toUnit });
});

test('the audience of Cognito, of Vercel and of shops says whose a token is', () => {
  const at = (id: string, key: string): string =>
    trustOf([{ ...allow('x', { StringEquals: { [key]: 'one' } }), Principal: { Federated: id } }]).toOwner;
  expect(at('cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:aud')).toBe('yes');
  expect(at('cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com:sub')).toBe('no');
  expect(at('www.amazon.com', 'www.amazon.com:app_id')).toBe('yes');
  expect(at('arn:aws:iam::1:oidc-provider/oidc.vercel.com', 'oidc.vercel.com:aud')).toBe('yes');
});

test('a provider of the configuration is known by its URL, and one that nobody names by the claims that are asked', () => {
  const named = allow('${aws_iam_openid_connect_provider.lab.arn}', {
    StringLike: { 'gitlab.com:sub': 'project_path:*' },
  });
  expect(trustOf([named]).provider?.name).toBe('GitLab');
  const asked = allow('${var.github}', { StringLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' } });
  expect(trustOf([asked]).provider?.name).toBe('GitHub Actions');
});

test.each<[string, JsonObject, string]>([
  ['all but one', { Condition: { StringNotLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' } } }, 'yes'],
  ['one', { Condition: { StringLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' } } }, 'no'],
  [
    'all but one where the claim is there',
    { Condition: { StringNotLikeIfExists: { [`${GITHUB}:sub`]: 'repo:a/b:*' } } },
    'no',
  ],
  [
    'all but one of those without a factor',
    { Condition: { StringNotLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' }, Bool: { 'aws:SecureTransport': 'false' } } },
    'no',
  ],
  [
    'all but one of somebody else',
    { Condition: { StringNotLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' } }, Principal: { AWS: '1' } },
    'no',
  ],
  [
    'all but one, of another action',
    { Condition: { StringNotLike: { [`${GITHUB}:sub`]: 'repo:a/b:*' } }, Action: 's3:*' },
    'no',
  ],
])('a denial of %s leaves one repository: %s', (_title, denial, toUnit) => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 'sts:*', ...denial };
  expect(trustOf([allow(GITHUB, {}), deny]).toUnit).toBe(toUnit);
});

/** For each provider an issuer, and subjects beside its example: of other units of the same customer, and of others. */
const SUBJECTS: {
  readonly [provider: string]: {
    readonly issuer: string;
    readonly siblings: readonly string[];
    readonly strangers: readonly string[];
  };
} = {
  'GitHub Actions': {
    issuer: GITHUB,
    siblings: ['octo-repo2', 'octo', 'other'].map((repo) => `repo:octo-org/${repo}:environment:production`),
    strangers: ['octo-org2/octo-repo', 'octo/octo-repo', 'evil/repo'].map(
      (repo) => `repo:${repo}:environment:production`
    ),
  },
  GitLab: {
    issuer: 'gitlab.com',
    siblings: ['acme/platform/shop2', 'acme/platform2/shop', 'acme/shop'].map(ofGitLab),
    strangers: ['acme2/platform/shop', 'ac/platform/shop', 'evil/shop'].map(ofGitLab),
  },
  'Bitbucket Pipelines': {
    issuer: 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc',
    siblings: ['{3f2c8d1e-0}:{9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d}', '{0}:{1}'],
    strangers: [],
  },
  CircleCI: {
    issuer: 'oidc.circleci.com/org/6f1d1a3e-0000-4000-8000-0123456789ab',
    siblings: ['7a2e2b4f', '8'].map((id) => `org/6f1d1a3e-0000-4000-8000-0123456789ab/project/${id}/user/1`),
    strangers: [],
  },
  'HCP Terraform': {
    issuer: 'app.terraform.io',
    siblings: ['shop2:workspace:production2', 'sh:workspace:pro', 'a:workspace:b'].map((it) => ofTerraform('acme', it)),
    strangers: ['acme2', 'ac', 'evil'].map((it) => ofTerraform(it, 'shop:workspace:production')),
  },
  Buildkite: {
    issuer: 'agent.buildkite.com',
    siblings: ['shop2', 'sh', 'x'].map((pipeline) => ofBuildkite('acme', pipeline)),
    strangers: ['acme2', 'ac', 'evil'].map((owner) => ofBuildkite(owner, 'shop')),
  },
  Vercel: {
    issuer: 'oidc.vercel.com',
    siblings: ['shop2', 'sh', 'x'].map((project) => `owner:acme:project:${project}:environment:production`),
    strangers: ['acme2', 'ac', 'evil'].map((owner) => `owner:${owner}:project:shop:environment:production`),
  },
  Google: {
    issuer: 'accounts.google.com',
    siblings: [],
    strangers: ['1', '11524071234567890123', '215240712345678901234'],
  },
  Kubernetes: {
    issuer: 'oidc.eks.eu-central-1.amazonaws.com/id/A1',
    siblings: ['shop2', 'sh', 'kube-system'].map((namespace) => `system:serviceaccount:${namespace}:checkout`),
    strangers: [],
  },
};

function ofGitLab(project: string): string {
  return `project_path:${project}:ref_type:branch:ref:main`;
}

function ofTerraform(organization: string, rest: string): string {
  return `organization:${organization}:project:${rest}:run_phase:apply`;
}

function ofBuildkite(organization: string, pipeline: string): string {
  return `organization:${organization}:pipeline:${pipeline}:ref:refs/heads/main:commit:9f3182061f1e:step:deploy`;
}

/** A subject in which some stretches are `*`, and some characters `?`. */
function patternOf(random: Random, example: string): string {
  let pattern = example;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const start = random.below(pattern.length);
    const end = random.chance(0.2) ? start + 1 : start + random.below(pattern.length - start + 1);
    pattern = `${pattern.slice(0, start)}${random.chance(0.8) ? '*' : '?'}${pattern.slice(end)}`;
  }
  return pattern;
}

describe.each(IDENTITY_PROVIDERS)('subjects of $name', (provider) => {
  const { example, isShared } = provider;
  const { issuer, siblings } = SUBJECTS[provider.name];

  const { strangers } = SUBJECTS[provider.name];

  test('its example names one unit', () => {
    expect(provider.issuer.test(issuer)).toBe(true);
    expect(subject(issuer, 'StringEquals', example)).toMatchObject({ toOwner: 'yes', toUnit: 'yes' });
  });

  test('a pattern that a stranger matches, or another unit, is never one unit', () => {
    const random = new Random(7);
    let caught = 0;
    for (let run = 0; run < 300; run++) {
      const pattern = patternOf(random, example);
      const stranger = strangers.find((one) => matchesWildcards(pattern, one));
      const other = stranger ?? siblings.find((one) => matchesWildcards(pattern, one));
      const { toOwner, toUnit } = subject(issuer, 'StringLike', pattern);
      if (other !== undefined) {
        caught++;
        expect([pattern, other, toUnit]).toEqual([pattern, other, 'no']);
      }
      if (isShared && stranger !== undefined) expect([pattern, stranger, toOwner]).toEqual([pattern, stranger, 'no']);
    }
    expect(caught).toBeGreaterThan(20);
  });

  test('a pattern with a wildcard behind the unit only is one', () => {
    for (let end = example.length; provider.ofUnit.test(`${example.slice(0, end)}*`); end--) {
      const pattern = `${example.slice(0, end)}*`;
      expect([pattern, subject(issuer, 'StringLike', pattern).toUnit]).toEqual([pattern, 'yes']);
      expect([...siblings, ...strangers].filter((one) => matchesWildcards(pattern, one))).toEqual([]);
    }
  });
});
