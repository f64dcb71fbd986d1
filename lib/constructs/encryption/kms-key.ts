import { TerraformStack, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey, KmsKeyConfig } from '@cdktf/provider-aws/lib/kms-key';
import { DEMANDS } from '../../toms/demands';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { Opened } from '../core/open';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireDays } from '../core/require';

/** The days that KMS waits before it deletes a key, at most and where nobody says. */
const MAX_WINDOW_DAYS = 30;

/** What every KMS key of this library takes. */
export interface KmsKeyProps extends ClassifiedProps, RegionalProps {
  /**
   * The alias, with or without `alias/` before it.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly alias?: string;

  /**
   * What the key is for.
   *
   * @default - the class of the data and the construct's path
   */
  readonly description?: string;

  /**
   * How long KMS waits between the order to delete the key and its end, in which the order can be taken back: 14 to 30 days.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;

  /**
   * The ARNs of the roles of the account that manage the key, as far as their IAM policies let them, and use it for nothing: neither by calling KMS nor through a
   * service. A role that is deleted and made again under its name stays one. Roles of IAM Identity Center may have `*` for what AWS puts into their names.
   * Who applies Terraform must be among those who manage the key: KMS refuses a policy by which who writes it could not write the next.
   *
   * @default - whom the account's IAM policies let
   */
  readonly administratorArns?: string[];
}

/** A key, and its alias. */
export interface MadeKey {
  readonly resource: KmsKey;
  readonly aliasResource: KmsAlias;
  readonly aliasName: string;
}

/** Makes a key that waits before it is deleted, and its alias. Refuses a window that is too short, and an alias that KMS does not take or that is taken. */
export function makeKmsKey(
  scope: Construct,
  props: KmsKeyProps,
  { posture, region, tags }: Opened,
  { measure, ...config }: KmsKeyConfig & { readonly measure: string }
): MadeKey {
  const { deletionWindowDays = MAX_WINDOW_DAYS } = props;
  const window = { min: DEMANDS.keyDeletionDays, max: MAX_WINDOW_DAYS, measure, example: MAX_WINDOW_DAYS };
  requireDays(scope, 'deletionWindowDays', deletionWindowDays, window);
  const aliasName = requireAlias(scope, props.alias ?? defaultName(scope, posture));
  const resource = new KmsKey(scope, 'Resource', {
    ...config,
    description: props.description ?? config.description,
    deletionWindowInDays: deletionWindowDays,
    region,
    tags,
    lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
  });
  scope.node.defaultChild = resource;
  const aliasResource = new KmsAlias(scope, 'Alias', { name: aliasName, targetKeyId: resource.keyId, region });
  return { resource, aliasResource, aliasName };
}

/** The alias of a key with `alias/` before it. Refuses one that KMS does not take, or that another key of the stack has. */
function requireAlias(scope: IConstruct, alias: string): string {
  const name = alias.replace(/^alias\//, '');
  if (!Token.isUnresolved(alias) && (!/^[A-Za-z0-9/_-]{1,250}$/.test(name) || name.startsWith('aws/'))) {
    refuse(scope, {
      prop: 'alias',
      must: "must be 1 to 250 letters, digits, '/', '_' and '-', and not begin with 'aws/'",
      value: alias,
      fix: "write alias: 'orders'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'alias', name);
  return `alias/${name}`;
}
