import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { DataAwsAmi } from '@cdktf/provider-aws/lib/data-aws-ami';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { refuse } from '../core/errors';
import { architectureOf } from '../core/instance-type';

/** For which instances an image is. */
export interface ImageUse {
  readonly instanceType: string;
  readonly region?: string;
}

/** An image as a launch template names it, and the volume that it starts from. */
export interface BoundImage {
  readonly imageId: string;
  readonly rootDeviceName: string;
}

/** What instances start from: an image of an owner that is named (TOM 9.1). */
export class MachineImage {
  /** The newest Amazon Linux 2023, for the processor of the type of instances, by the parameter that AWS keeps. A newer one is another version of the launch template. */
  public static amazonLinux2023(): MachineImage {
    return new MachineImage((scope, { instanceType, region }) => {
      const name = `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architectureOf(instanceType)}`;
      const imageId = new DataAwsSsmParameter(scope, 'Image', { name, region }).insecureValue;
      return { imageId, rootDeviceName: '/dev/xvda' };
    });
  }

  /**
   * The image whose id a parameter of Systems Manager holds, as a pipeline of images writes it. Terraform reads it when it plans, and refuses an image of another owner.
   *
   * @param parameterName the name of the parameter: `/acme/images/web`
   * @param owner who must have published the image: `self`, `amazon`, or the twelve digits of an account
   */
  public static fromSsmParameter(parameterName: string, owner: string): MachineImage {
    return new MachineImage((scope, { region }) => {
      if (!Token.isUnresolved(parameterName) && !/^\/?[\w.-]+(?:\/[\w.-]+)*$/.test(parameterName)) {
        refuse(scope, {
          prop: 'image',
          must: 'must have the name of a parameter',
          value: parameterName,
          fix: "write MachineImage.fromSsmParameter('/acme/images/web', 'self')",
        });
      }
      const { insecureValue } = new DataAwsSsmParameter(scope, 'ImageParameter', { name: parameterName, region });
      return imageOf(scope, insecureValue, owner, region);
    });
  }

  /**
   * An image by its id. Terraform refuses the plan where another owner has published it.
   *
   * @param imageId `ami-…`
   * @param owner who must have published it: `self`, `amazon`, or the twelve digits of an account
   */
  public static fromImageId(imageId: string, owner: string): MachineImage {
    return new MachineImage((scope, { region }) => {
      if (!Token.isUnresolved(imageId) && !/^ami-[0-9a-f]{8,17}$/.test(imageId)) {
        refuse(scope, {
          prop: 'image',
          must: 'must have the id of an image',
          value: imageId,
          fix: "write MachineImage.fromImageId('ami-0123456789abcdef0', 'self')",
        });
      }
      return imageOf(scope, imageId, owner, region);
    });
  }

  /** @internal */
  public readonly _bind: (scope: Construct, use: ImageUse) => BoundImage;

  private constructor(bind: (scope: Construct, use: ImageUse) => BoundImage) {
    this._bind = bind;
  }
}

/**
 * An image, looked up among those of its owner: anyone can publish one, and an id says of nobody who did.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 */
function imageOf(scope: Construct, imageId: string, owner: string, region: string | undefined): BoundImage {
  if (!Token.isUnresolved(owner) && !/^(?:self|amazon|\d{12})$/.test(owner)) {
    refuse(scope, {
      prop: 'image',
      must: 'must have an owner: self, amazon, or the twelve digits of an account',
      value: owner,
      measure: '9.1',
      fix: "write MachineImage.fromImageId('ami-0123456789abcdef0', 'self')",
    });
  }
  const image = new DataAwsAmi(scope, 'Image', {
    owners: [owner],
    filter: [{ name: 'image-id', values: [imageId] }],
    region,
  });
  return { imageId: image.id, rootDeviceName: image.rootDeviceName };
}
