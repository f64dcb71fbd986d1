import { TerraformElement, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { ISecret } from './secret';

const TYPE = 'aws_secretsmanager_secret_version';

/**
 * The password of a master user, which Terraform reads from a secret while it runs and hands to RDS: as an ephemeral value, for an argument that is only
 * written, it is in no state and no plan.
 *
 * @see https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only
 */
export class MasterPassword extends TerraformElement {
  /** What Terraform computes the password by. */
  public readonly value: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly secret: ISecret,
    private readonly region: string | undefined
  ) {
    super(scope, id);
    this.value = `\${jsondecode(ephemeral.${TYPE}.${this.friendlyUniqueId}.secret_string)["password"]}`;
  }

  /** @internal */
  public override toTerraform(): object {
    const { secretArn } = this.secret;
    const body = { secret_id: secretArn, region: this.region, depends_on: this.madeFirst() };
    return { ephemeral: { [TYPE]: { [this.friendlyUniqueId]: body } } };
  }

  /** Whatever the secret is made of in the same stack, the rotation that makes its first value included. */
  private madeFirst(): string[] | undefined {
    const stack = TerraformStack.of(this);
    if (TerraformStack.of(this.secret) !== stack) return undefined;
    const parts = this.secret.node.findAll().filter((one) => TerraformResource.isTerraformResource(one));
    return parts.length === 0
      ? undefined
      : parts.map((part) => `${part.terraformResourceType}.${part.friendlyUniqueId}`);
  }
}
