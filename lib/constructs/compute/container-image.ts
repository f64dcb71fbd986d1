import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { refuse } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { IRepository } from './repository';

/** A tag as registries take it. */
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Which image a container runs. */
export class ContainerImage {
  /**
   * An image of a repository, by its digest, or by a tag that names one image forever, as those of a `ContainerRepository` do (TOM 3.2.3).
   *
   * @param repository the repository, in the region of the container or one that its network reaches
   * @param tagOrDigest `v42`, a commit, or `sha256:…`; never `latest`
   */
  public static fromRepository(repository: IRepository, tagOrDigest: string): ContainerImage {
    return new ContainerImage((scope, executionRole) => {
      requireFixed(scope, tagOrDigest);
      repository.grantPull(executionRole);
      return `${repository.repositoryUrl}${tagOrDigest.startsWith('sha256:') ? '@' : ':'}${tagOrDigest}`;
    });
  }

  /** @internal */
  public readonly _bind: (scope: IConstruct, executionRole: IGrantee) => string;

  private constructor(bind: (scope: IConstruct, executionRole: IGrantee) => string) {
    this._bind = bind;
  }
}

function requireFixed(scope: IConstruct, tagOrDigest: string): void {
  if (Token.isUnresolved(tagOrDigest)) return;
  if (tagOrDigest === 'latest') {
    refuse(scope, {
      prop: 'image',
      must: 'must name one image forever, as latest does not',
      value: tagOrDigest,
      measure: '3.2.3',
      fix: "push each build under a tag of its own and write ContainerImage.fromRepository(repository, 'v42'), or its digest 'sha256:…'",
    });
  }
  if (TAG.test(tagOrDigest) || DIGEST.test(tagOrDigest)) return;
  refuse(scope, {
    prop: 'image',
    must: 'must be a tag of 1 to 128 letters, digits, `_`, `.` and `-`, or the digest of an image',
    value: tagOrDigest,
    measure: '3.2.3',
    fix: "write ContainerImage.fromRepository(repository, 'v42'), or its digest 'sha256:…'",
  });
}
