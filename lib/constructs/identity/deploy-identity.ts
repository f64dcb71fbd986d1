import { refuse, refuseProps, refusedProps } from '../core/errors';
import { requireWholeNumber } from '../core/require';

const MEASURE = '3.1.1';

/** Which jobs of GitHub Actions are let in. */
export interface GithubIdentityOptions {
  /** The repository, with its owner, as GitHub spells them: `acme/orders`. */
  readonly repository: string;

  /**
   * The environment that a job must run in. Its protection rules say who approves a deployment, and from which branches.
   *
   * @default - none: `branch` is needed
   */
  readonly environment?: string;

  /**
   * The branch that a job must run on, in no environment: the token of a job in one does not name its branch.
   *
   * @default - none: `environment` is needed
   */
  readonly branch?: string;

  /**
   * The id of the owner, which nobody else ever gets. It goes with `repositoryId`.
   *
   * @default - none: the names identify the repository
   */
  readonly ownerId?: number;

  /**
   * The id of the repository. Tokens name both ids where the repository was created, renamed or transferred after 15 July 2026, or has opted in, and no role
   * lets them in that does not name them as well.
   *
   * @default - none: the names identify the repository
   */
  readonly repositoryId?: number;
}

/** Which jobs of GitLab CI are let in. */
export interface GitlabIdentityOptions {
  /** The path of the project, with its groups: `acme/shop/orders`. */
  readonly projectPath: string;

  /** The branch that a job must run on. Protect it: anyone who may push to it deploys. */
  readonly branch: string;

  /** The audience that the job asks for, as `aud` of its `id_tokens`: a value for nothing but this account, such as `https://aws.acme.example`. */
  readonly audience: string;

  /**
   * The address of the GitLab instance, which AWS must reach.
   *
   * @default 'https://gitlab.com'
   */
  readonly issuer?: string;
}

/**
 * Who may assume a `DeployRole`: the jobs of one repository, in one environment or on one branch (TOM 3.1.1).
 *
 * ```ts
 * DeployIdentity.github({ repository: 'acme/orders', environment: 'production' });
 * DeployIdentity.gitlab({ projectPath: 'acme/orders', branch: 'main', audience: 'https://aws.acme.example' });
 * ```
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 */
export class DeployIdentity {
  /**
   * Jobs of GitHub Actions, on github.com.
   *
   * @throws ValidationError where the repository is malformed, neither an environment nor a branch is named, or both are, a name has a wildcard, or only one of the
   * two ids is given.
   * @see https://docs.github.com/en/actions/reference/security/oidc#immutable-subject-claims
   */
  public static github(options: GithubIdentityOptions): DeployIdentity {
    refuseProps(undefined, options, REFUSED_BY_GITHUB);
    const { repository, environment, branch, ownerId, repositoryId } = options;
    if (!REPOSITORY.test(repository)) {
      refuse(undefined, {
        prop: 'repository',
        must: 'must be the owner and the name of one repository, known when the program runs and without wildcards',
        value: repository,
        measure: MEASURE,
        fix: "write repository: 'acme/orders'",
      });
    }
    if ((environment === undefined) === (branch === undefined)) {
      refuse(undefined, {
        prop: 'environment',
        must:
          environment === undefined
            ? 'is required, or a branch: otherwise every branch and every pull request of the repository assumes the role'
            : 'must not be named with a branch: the token of a job in an environment does not say its branch',
        value: environment,
        measure: MEASURE,
        fix: "write environment: 'production', and let that environment take deployments only from its branches",
      });
    }
    if (environment !== undefined) requireName('environment', environment, ENVIRONMENT, 'production');
    if (branch !== undefined) requireName('branch', branch, BRANCH, 'main');
    const place = environment === undefined ? `ref:refs/heads/${branch}` : `environment:${environment}`;
    const subject = `repo:${withIds(repository, ownerId, repositoryId)}:${place}`;
    return new DeployIdentity(GITHUB, 'sts.amazonaws.com', subject);
  }

  /**
   * Jobs of GitLab CI, on gitlab.com or an instance of your own.
   *
   * @throws ValidationError where the path or the issuer is malformed, the branch has a wildcard, or the audience is none.
   * @see https://docs.gitlab.com/ci/secrets/id_token_authentication
   */
  public static gitlab(options: GitlabIdentityOptions): DeployIdentity {
    refuseProps(undefined, options, REFUSED_BY_GITLAB);
    const { projectPath, branch, audience, issuer = 'https://gitlab.com' } = options;
    if (!PROJECT.test(projectPath)) {
      refuse(undefined, {
        prop: 'projectPath',
        must: 'must be the groups and the name of one project, known when the program runs and without wildcards',
        value: projectPath,
        measure: MEASURE,
        fix: "write projectPath: 'acme/orders'",
      });
    }
    requireName('branch', branch, BRANCH, 'main');
    if (!ISSUER.test(issuer)) {
      refuse(undefined, {
        prop: 'issuer',
        must: 'must be the address of an instance by HTTPS, as its tokens name it',
        value: issuer,
        measure: MEASURE,
        fix: "write issuer: 'https://gitlab.example.com'",
      });
    }
    requireName('audience', audience, AUDIENCE, 'https://aws.acme.example');
    return new DeployIdentity(issuer, audience, `project_path:${projectPath}:ref_type:branch:ref:${branch}`);
  }

  private constructor(
    /** The address of the provider that issues the tokens. */
    public readonly issuer: string,
    /** The audience that the tokens must be for. */
    public readonly audience: string,
    /** The subject that the tokens must name: repository, and environment or branch. */
    public readonly subject: string
  ) {}
}

const GITHUB = 'https://token.actions.githubusercontent.com';

const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?\/[\w.-]+$/;
const PROJECT = /^\w[\w.-]*(?:\/[\w.-]+)+$/;
/** A colon would begin another part of the subject. */
const ENVIRONMENT = /^[^\s*?:$](?:[^*?:$]*[^\s*?:$])?$/;
const BRANCH = /^(?!refs\/)[^\s*?:$~^\\[]+$/;
const ISSUER = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./-]*\w)?$/;
const AUDIENCE = /^[^\s*?$]+$/;

function requireName(prop: string, value: string, pattern: RegExp, example: string): void {
  if (typeof value === 'string' && pattern.test(value)) return;
  refuse(undefined, {
    prop,
    must: `must be one ${prop}, whole, known when the program runs and without wildcards`,
    value,
    measure: MEASURE,
    fix: `write ${prop}: '${example}'`,
  });
}

/** The names with the ids that GitHub appends to them. Somebody else can take a name once it is free. */
function withIds(repository: string, ownerId: number | undefined, repositoryId: number | undefined): string {
  if (ownerId === undefined && repositoryId === undefined) return repository;
  for (const [prop, id] of [
    ['ownerId', ownerId],
    ['repositoryId', repositoryId],
  ] as const) {
    if (id === undefined) {
      refuse(undefined, {
        prop,
        must: 'is required with the other id: tokens name both or none',
        measure: MEASURE,
        fix: 'write both, as `gh api repos/acme/orders --jq .owner.id,.id` prints them',
      });
    }
    requireWholeNumber(undefined, prop, id, { min: 1, measure: MEASURE, example: 123456 });
  }
  const [owner, name] = repository.split('/');
  return `${owner}@${ownerId}/${name}@${repositoryId}`;
}

const SUBJECT = {
  must: 'must not be set: it follows from the repository, and the environment or the branch',
  measure: MEASURE,
};

const REFUSED_BY_GITHUB = refusedProps([
  { props: ['subject', 'sub'], ...SUBJECT, fix: 'write repository and environment' },
  {
    props: ['audience'],
    must: 'must not be set: the action of AWS asks for sts.amazonaws.com',
    measure: MEASURE,
    fix: 'leave it out',
  },
]);

const REFUSED_BY_GITLAB = refusedProps([
  { props: ['subject', 'sub'], ...SUBJECT, fix: 'write projectPath and branch' },
  {
    props: ['environment'],
    must: 'must not be set: the subject of the tokens of GitLab names no environment',
    measure: MEASURE,
    fix: 'write branch, and protect the branch and the environment in GitLab',
  },
]);
