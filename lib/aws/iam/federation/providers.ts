/** An identity provider whose tokens AWS accepts, and how its subjects are written. */
export interface IdentityProvider {
  readonly name: string;
  /** Its issuer, without `https://`. */
  readonly issuer: RegExp;
  /** What the subjects of this provider begin with, also where somebody hosts it himself. */
  readonly begins?: RegExp;
  /** Whether its tokens for every customer come from one issuer. Otherwise the issuer says whose they are. */
  readonly isShared: boolean;
  /** What one of those is called that come with a token, and what all those of a customer are. */
  readonly unit: string;
  readonly owner: string;
  /** A subject that begins with the customer. */
  readonly ofOwner?: RegExp;
  /** A subject that names one unit. */
  readonly ofUnit: RegExp;
  /** A subject that anyone there can choose. */
  readonly chosen?: RegExp;
  /** A subject without a wildcard that still speaks of all units of a customer. */
  readonly ofAll?: RegExp;
  /** Other claims that AWS compares, and the values of them that name one unit. */
  readonly claims?: { readonly [claim: string]: RegExp };
  /** Whether the audience names the customer too. */
  readonly hasOwnerInAudience?: true;
  /** A subject as its documentation writes it. */
  readonly example: string;
  readonly source: string;
}

/** What AWS says of providers whose issuer is that of all customers. */
export const SHARED_PROVIDERS_SOURCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html';

/** A part of a subject that is written out: `N` in the patterns of subjects, and `P` with slashes in it. */
function pattern(text: string): RegExp {
  return new RegExp(text.replace(/\bN\b/g, '[^/:*?]+').replace(/\bP\b/g, '[^:*?]+'));
}

const TERRAFORM: Omit<IdentityProvider, 'name' | 'issuer' | 'isShared'> = {
  begins: /^organization:[^:]*:project:/,
  unit: 'project or workspace',
  owner: 'organization',
  ofOwner: pattern('^organization:N:'),
  // Names of workspaces are unique in an organization.
  ofUnit: pattern('^organization:N:(?:project:(?:N:|[^:]*:workspace:N:)|workspace:N:)'),
  example: 'organization:acme:project:shop:workspace:production:run_phase:apply',
  source:
    'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration',
};

/** Identity providers of which AWS or they themselves document how a trust policy names their tokens. */
export const IDENTITY_PROVIDERS: readonly IdentityProvider[] = [
  {
    name: 'GitHub Actions',
    issuer: /^token\.actions\.githubusercontent\.com(?:\/|$)/,
    begins: /^repo:[^:]*\//,
    isShared: true,
    unit: 'repository',
    owner: 'organization',
    ofOwner: pattern(
      '^(?!workflow:)(?:[^*?]*:)?(?:(?:repo|repository|job_workflow_ref):N/|repository_(?:owner(?:_id)?|id):N(?::|$))'
    ),
    // Customized subjects begin with other claims. Repositories may have their ids with them: `repo:acme@1/shop@2:`.
    // A name of a workflow may hold colons, and so look like other claims.
    ofUnit: pattern(
      '^(?!workflow:)(?:[^*?]*:)?(?:(?:repo|repository):N/N(?::|$)|repository_id:N(?::|$)|job_workflow_ref:N/N/)'
    ),
    chosen: /^(?:actor|base_ref|context|environment|event_name|head_ref|job|ref|ref_type|workflow)(?::|$)/,
    ofAll: pattern('^(?:repository_owner(?:_id)?|enterprise(?:_id)?):N$'),
    claims: { repository: pattern('^N/N$'), repository_id: pattern('^N$'), job_workflow_ref: pattern('^N/N/') },
    example: 'repo:octo-org/octo-repo:environment:production',
    source: 'https://docs.github.com/en/actions/reference/security/oidc',
  },
  {
    name: 'GitLab',
    issuer: /^gitlab\.com$/,
    begins: /^project_path:/,
    isShared: true,
    unit: 'project',
    owner: 'group',
    ofOwner: pattern('^project_path:N/|^(?:[^*?]*:)?project_id:N(?::|$)'),
    ofUnit: pattern('^project_path:N/P(?::|$)|^(?:[^*?]*:)?project_id:N(?::|$)'),
    example: 'project_path:acme/platform/shop:ref_type:branch:ref:main',
    source: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
  },
  {
    name: 'Bitbucket Pipelines',
    issuer: /^api\.bitbucket\.org\/2\.0\/workspaces\//,
    isShared: false,
    unit: 'repository',
    owner: 'workspace',
    ofUnit: pattern('^\\{?[^/:*?{}]+\\}?(?::|$)'),
    example: '{3f2c8d1e-1c2b-4a5d-9e8f-0a1b2c3d4e5f}:{9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d}',
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/',
  },
  {
    name: 'CircleCI',
    issuer: /^oidc\.circleci\.com\/org\//,
    begins: /^org\/[^/]*\/project\//,
    isShared: false,
    unit: 'project',
    owner: 'organization',
    ofOwner: pattern('^org/N/'),
    ofUnit: pattern('^org/N/project/N(?:/|$)'),
    example: 'org/6f1d1a3e-0000-4000-8000-0123456789ab/project/7a2e2b4f-0000-4000-8000-0123456789ab/user/1',
    source: 'https://circleci.com/docs/openid-connect-tokens/',
  },
  { name: 'HCP Terraform', issuer: /^app\.terraform\.io$/, isShared: true, ...TERRAFORM },
  {
    name: 'Buildkite',
    issuer: /^agent\.buildkite\.com$/,
    begins: /^organization:[^:]*:pipeline:/,
    isShared: true,
    unit: 'pipeline',
    owner: 'organization',
    ofOwner: pattern('^organization:N:'),
    ofUnit: pattern('^organization:N:pipeline:N(?::|$)'),
    example: 'organization:acme:pipeline:shop:ref:refs/heads/main:commit:9f3182061f1e:step:deploy',
    source: 'https://buildkite.com/docs/pipelines/security/oidc/aws',
  },
  {
    name: 'Vercel',
    issuer: /^oidc\.vercel\.com(?:\/|$)/,
    begins: /^owner:[^:]*:project:/,
    isShared: true,
    unit: 'project',
    owner: 'team',
    ofOwner: pattern('^owner:N:'),
    ofUnit: pattern('^owner:N:project:N(?::|$)'),
    hasOwnerInAudience: true,
    example: 'owner:acme:project:shop:environment:production',
    source: 'https://vercel.com/docs/oidc/aws',
  },
  {
    name: 'Google',
    issuer: /^accounts\.google\.com$/,
    isShared: true,
    unit: 'service account or person',
    owner: 'customer',
    ofUnit: pattern('^N$'),
    example: '115240712345678901234',
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html',
  },
  {
    name: 'Kubernetes',
    issuer: /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\//,
    begins: /^system:serviceaccount:/,
    isShared: false,
    unit: 'namespace',
    owner: 'cluster',
    ofOwner: /^system:serviceaccount:/,
    ofUnit: pattern('^system:serviceaccount:N(?::|$)'),
    example: 'system:serviceaccount:shop:checkout',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  },
];

/** The provider with an issuer, or of which a subject is. `undefined` where nothing tells how its subjects are written. */
export function identityProvider(
  issuer: string | undefined,
  subjects: readonly string[]
): IdentityProvider | undefined {
  const known = issuer === undefined ? undefined : IDENTITY_PROVIDERS.find((one) => one.issuer.test(issuer));
  if (known) return known;
  const alike = IDENTITY_PROVIDERS.find(({ begins }) => begins && subjects.some((subject) => begins.test(subject)));
  // Where somebody hosts it, nobody else has tokens of its issuer.
  return alike && { ...alike, isShared: issuer === undefined && alike.isShared };
}
