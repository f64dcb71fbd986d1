import { Fn, TerraformStack, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { CONTAINER_REPOSITORY } from './refused';
import { IRepository, RepositoryBase } from './repository';

/** What ECR takes as a name. */
const NAME = /^(?=.{2,256}$)[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;

/** How a repository is called, and how long it keeps images. */
export interface ContainerRepositoryProps extends ClassifiedProps, RegionalProps {
  /**
   * The name of the repository: lower case letters, digits, `.`, `_`, `-` and `/`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly repositoryName?: string;

  /**
   * The key that encrypts images, in the same region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * How many days an image stays that no tag names any more.
   *
   * @default 14
   */
  readonly untaggedDays?: number;

  /**
   * How many images with a tag stay, the newest of them: more than are ever deployed or rolled back to.
   *
   * @default - all of them
   */
  readonly maxImageCount?: number;
}

/**
 * A repository of container images (TOM 1.2.1, 3.2.3, 5.1.1): encrypted with a key of your own, scanned for known vulnerabilities when an image is pushed, with tags
 * that nobody moves to another image, and no policy that lets another account pull.
 *
 * ```ts
 * const repository = new ContainerRepository(this, 'Orders');
 * repository.grantPull(role);
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/security-best-practices.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
 */
export class ContainerRepository extends RepositoryBase {
  /**
   * A repository that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no repository's ARN.
   */
  public static fromRepositoryArn(scope: Construct, id: string, repositoryArn: string): IRepository {
    class ImportedRepository extends RepositoryBase {
      public readonly repositoryArn = repositoryArn;
      public readonly repositoryUrl = urlOf(this, repositoryArn);
    }
    const repository = new ImportedRepository(scope, id);
    if (!Token.isUnresolved(repositoryArn) && !ARN.test(repositoryArn)) {
      refuse(repository, {
        prop: 'repositoryArn',
        must: 'must be the ARN of a repository',
        value: repositoryArn,
        fix: "write 'arn:aws:ecr:<region>:<account>:repository/<name>'",
      });
    }
    return repository;
  }

  /** The repository itself. */
  public readonly resource: EcrRepository;
  /**
   * The ARN of the repository.
   *
   * @attribute
   */
  public readonly repositoryArn: string;
  /**
   * The URL of the repository, which `docker push` names, without a tag.
   *
   * @attribute
   */
  public readonly repositoryUrl: string;
  /** The key that encrypts images. */
  public readonly encryptionKey: IKey;

  /**
   * @throws ValidationError on tags that move, images that are not scanned, encryption without a key of your own, a count or days that are no positive whole number, a
   * name that is malformed or taken, a key of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ContainerRepositoryProps = {}) {
    super(scope, id);
    const { posture, key, region, tags } = openStore(this, props, {
      refused: CONTAINER_REPOSITORY,
      creatorUsesKey: true,
    });
    const { untaggedDays = 14, maxImageCount } = props;
    requireWholeNumber(this, 'untaggedDays', untaggedDays, { min: 1, of: 'days', measure: '9.1', example: 14 });
    if (maxImageCount !== undefined) {
      requireWholeNumber(this, 'maxImageCount', maxImageCount, { min: 1, of: 'images', measure: '4.1', example: 100 });
    }
    const name = props.repositoryName ?? defaultName(this, posture);
    this.requireName(name);

    this.resource = new EcrRepository(this, 'Resource', {
      name,
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: [{ encryptionType: 'KMS', kmsKey: key.keyArn }],
      forceDelete: posture.isEphemeral,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    new EcrLifecyclePolicy(this, 'Lifecycle', {
      repository: this.resource.name,
      policy: JSON.stringify({ rules: lifecycleRules(untaggedDays, maxImageCount) }),
      region,
    });
    this.repositoryArn = this.resource.arn;
    this.repositoryUrl = this.resource.repositoryUrl;
    this.encryptionKey = key;
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !NAME.test(name)) {
      refuse(this, {
        prop: 'repositoryName',
        must: "must be 2 to 256 lower case letters and digits, with '.', '_', '-' and '/' between them",
        value: name,
        fix: "write repositoryName: 'acme/orders', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'repositoryName', name);
  }
}

const ARN = /^arn:aws[a-z-]*:ecr:[a-z0-9-]+:\d{12}:repository\/[a-z0-9._/-]+$/;

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
function urlOf(scope: IConstruct, repositoryArn: string): string {
  const isToken = Token.isUnresolved(repositoryArn);
  const part = (index: number): string =>
    isToken ? (Fn.element(Fn.split(':', repositoryArn), index) as string) : (repositoryArn.split(':')[index] ?? '');
  const name = isToken ? Fn.trimprefix(part(5), 'repository/') : part(5).replace(/^repository\//, '');
  return `${part(4)}.dkr.ecr.${part(3)}.${accountOf(scope).dnsSuffix}/${name}`;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
function lifecycleRules(untaggedDays: number, maxImageCount: number | undefined): object[] {
  const expire = { type: 'expire' };
  const untagged = {
    rulePriority: 1,
    description: `images without a tag end after ${untaggedDays} days`,
    selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: untaggedDays },
    action: expire,
  };
  if (maxImageCount === undefined) return [untagged];
  const tagged = {
    rulePriority: 2,
    description: `the newest ${maxImageCount} images stay`,
    selection: {
      tagStatus: 'tagged',
      tagPatternList: ['*'],
      countType: 'imageCountMoreThan',
      countNumber: maxImageCount,
    },
    action: expire,
  };
  return [untagged, tagged];
}
