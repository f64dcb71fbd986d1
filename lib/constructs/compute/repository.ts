import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** A repository of container images: one of this library's, or one that is already there. */
export interface IRepository extends IConstruct {
  /**
   * The ARN of the repository.
   *
   * @attribute
   */
  readonly repositoryArn: string;

  /**
   * The URL of the repository, which `docker push` and tasks name, without a tag.
   *
   * @attribute
   */
  readonly repositoryUrl: string;

  /** Lets a role pull images, and log in to the registry for it. */
  grantPull(grantee: IGrantee): void;

  /** Lets a role push images, and log in to the registry for it. It cannot pull, nor delete. */
  grantPush(grantee: IGrantee): void;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-pull.html */
const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:CompleteLayerUpload',
  'ecr:InitiateLayerUpload',
  'ecr:PutImage',
  'ecr:UploadLayerPart',
];

/** A login is of the registry, not of a repository: IAM takes no other resource for it. */
const LOG_IN = { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] };

/**
 * What every repository can do: grants. ECR encrypts and decrypts by a grant of its own, so that nobody who pulls or pushes needs the key.
 *
 * @internal
 */
export abstract class RepositoryBase extends Construct implements IRepository {
  public abstract readonly repositoryArn: string;
  public abstract readonly repositoryUrl: string;

  public grantPull(grantee: IGrantee): void {
    this.grant(grantee, 'Pull', PULL);
  }

  public grantPush(grantee: IGrantee): void {
    this.grant(grantee, 'Push', PUSH);
  }

  private grant(grantee: IGrantee, name: string, actions: string[]): void {
    grant(this, grantee, name, [{ actions, resources: [this.repositoryArn] }, LOG_IN]);
  }
}
