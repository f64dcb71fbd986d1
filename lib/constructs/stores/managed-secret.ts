import { Construct, IConstruct } from 'constructs';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretPolicy } from '@cdktf/provider-aws/lib/secretsmanager-secret-policy';
import { SecretsmanagerSecretRotation } from '@cdktf/provider-aws/lib/secretsmanager-secret-rotation';
import { TerraformStack, Token } from 'cdktf';
import { DEMANDS } from '../../toms/demands';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { denyOutsiders } from '../core/perimeter';
import { policyText } from '../core/policy';
import { Posture } from '../core/posture';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireOtherRegions, requireRegion } from '../core/region';
import { requireDays } from '../core/require';
import { IKey } from '../encryption/key';
import { sharedKey } from '../encryption/shared-key';
import { openStore } from '../encryption/store';
import { SECRET } from './refused';
import { ISecret, SecretBase } from './secret';

const MEASURE = '1.3.1';

/** How a secret is kept, and what changes it. Its value is none of the props. */
export interface ManagedSecretProps extends ClassifiedProps, RegionalProps {
  /**
   * The Lambda function that replaces the value, and makes the first one. It must be in the account and region of the secret.
   *
   * @default - none, which takes a `noRotationReason`
   */
  readonly rotationFunctionArn?: string;

  /**
   * Why no program can replace the value: it stands in the secret's description, and rule SECRETSMANAGER-001 still asks for a waiver.
   *
   * @default - none: the secret rotates
   */
  readonly noRotationReason?: string;

  /**
   * How often the value is replaced: every 1 to 90 days (TOM 1.3.1).
   *
   * @default 30
   */
  readonly rotationDays?: number;

  /**
   * The name of the secret.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly secretName?: string;

  /**
   * What the secret opens.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * How many days a deleted secret can be taken back: 7 to 30. In an ephemeral environment it may be 0.
   *
   * @default - 30; in an ephemeral environment 0, so that its name is free again
   */
  readonly recoveryWindowDays?: number;

  /**
   * The key that encrypts the value.
   *
   * @default - one key that the stores of the stack share for each class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * Further regions in which the secret can be read, each with a key of its own.
   *
   * @default - none
   */
  readonly replicaRegions?: string[];
}

/** What is known of a secret that is already there. */
export interface SecretAttributes {
  /** The whole ARN of the secret. */
  readonly secretArn: string;

  /**
   * The key that encrypts its value.
   *
   * @default - none: grants cover only the secret
   */
  readonly encryptionKey?: IKey;
}

/**
 * A secret whose value Terraform never sees: encrypted with a key of your own, replaced by a function at least every 90 days, closed to other accounts,
 * and one that a deletion can be taken back of (TOM 1.2.1, 1.3.1).
 *
 * ```ts
 * const rotationFunctionArn = 'arn:aws:lambda:eu-central-1:111122223333:function:rotate-partner-token';
 * new ManagedSecret(this, 'PartnerToken', { rotationFunctionArn });
 * ```
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html
 */
export class ManagedSecret extends SecretBase {
  /**
   * A secret that is already there, by its whole ARN. Nothing else about it is checked.
   *
   * @throws ValidationError where that is no ARN of a secret, or one without its last six characters.
   */
  public static fromSecretArn(scope: Construct, id: string, secretArn: string): ISecret {
    return ManagedSecret.fromSecretAttributes(scope, id, { secretArn });
  }

  /**
   * A secret that is already there, and its key, which grants then include. Nothing else about it is checked.
   *
   * @throws ValidationError where the ARN is no secret's, or one without its last six characters.
   */
  public static fromSecretAttributes(scope: Construct, id: string, attributes: SecretAttributes): ISecret {
    class ImportedSecret extends SecretBase {
      public readonly secretArn = attributes.secretArn;
      public readonly encryptionKey = attributes.encryptionKey;
    }
    const secret = new ImportedSecret(scope, id);
    requireSecretArn(secret, attributes.secretArn);
    return secret;
  }

  /** The secret itself. */
  public readonly resource: SecretsmanagerSecret;
  /**
   * The ARN of the secret.
   *
   * @attribute
   */
  public readonly secretArn: string;
  /** The name of the secret. */
  public readonly secretName: string;
  /** The key that encrypts its value. */
  public readonly encryptionKey?: IKey;

  /**
   * @throws ValidationError where a value is given, nothing rotates the secret and nobody says why, it rotates rarer than every 90 days, it cannot be taken back
   * for 7 days, the key is of another region, the name is malformed or taken, or a region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ManagedSecretProps = {}) {
    super(scope, id);
    const { posture, dataClass, key, region, tags } = openStore(this, props, { refused: SECRET, creatorUsesKey: true });
    const { rotationFunctionArn, noRotationReason } = props;
    const rotationDays = props.rotationDays ?? 30;
    const recoveryWindowDays = props.recoveryWindowDays ?? (posture.isEphemeral ? 0 : 30);
    const replicaRegions = props.replicaRegions ?? [];
    requireRotation(this, rotationFunctionArn, noRotationReason);
    const rotation = { min: 1, max: DEMANDS.secretRotationDays, measure: MEASURE, example: 30 };
    requireDays(this, 'rotationDays', rotationDays, rotation);
    requireRecovery(this, recoveryWindowDays, posture);
    for (const replica of replicaRegions) requireRegion(this, replica, posture, dataClass, 'replicaRegions');
    requireOtherRegions(this, replicaRegions, region, 'secret');
    this.secretName = props.secretName ?? defaultName(this, posture);
    requireSecretName(this, this.secretName);

    const replicas = replicaRegions.map((at) => ({ region: at, key: sharedKey(this, dataClass, at) }));
    const account = accountOf(this);
    const what = props.description ?? this.node.path;
    this.encryptionKey = key;
    this.resource = new SecretsmanagerSecret(this, 'Resource', {
      name: this.secretName,
      description: noRotationReason === undefined ? what : `${what} (not rotated: ${noRotationReason})`,
      kmsKeyId: key.keyArn,
      recoveryWindowInDays: recoveryWindowDays,
      replica: replicas.map((replica) => ({ region: replica.region, kmsKeyId: replica.key.keyArn })),
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.secretArn = this.resource.arn;
    // The characters at the end of the ARN are only known once it is there. In every region they are the same.
    this._replicas = replicas.map((replica) => ({
      arn: `arn:${account.partition}:secretsmanager:${replica.region}:${account.id}:secret:${this.secretName}-??????`,
      key: replica.key,
    }));
    new SecretsmanagerSecretPolicy(this, 'Policy', {
      secretArn: this.secretArn,
      policy: policyText(this, 'secret', [
        denyOutsiders(this, undefined, { actions: ['secretsmanager:*'], resources: ['*'] }),
      ]),
      blockPublicPolicy: true,
      region,
    });
    if (rotationFunctionArn !== undefined) this.rotate(rotationFunctionArn, rotationDays, region);
  }

  private rotate(functionArn: string, days: number, region: string | undefined): void {
    const permission = new LambdaPermission(this, 'RotationPermission', {
      functionName: functionArn,
      action: 'lambda:InvokeFunction',
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: accountOf(this).id,
      region,
    });
    new SecretsmanagerSecretRotation(this, 'Rotation', {
      secretId: this.secretArn,
      rotationLambdaArn: functionArn,
      rotationRules: { automaticallyAfterDays: days },
      region,
      // Secrets Manager calls the function at once.
      dependsOn: [permission],
    });
  }
}

/** Refuses a secret that nothing rotates and of which nobody says why. */
function requireRotation(scope: IConstruct, rotationFunctionArn?: string, reason?: string): void {
  if (rotationFunctionArn === undefined) {
    if (reason !== undefined && reason.trim() !== '') return;
    refuse(scope, {
      prop: 'rotationFunctionArn',
      must: 'is required: a secret that never changes stays good for anyone who once saw it',
      measure: MEASURE,
      fix: "name the function that rotates it, or write noRotationReason: 'why it cannot be rotated by a program'",
    });
  }
  if (reason !== undefined) {
    refuse(scope, {
      prop: 'noRotationReason',
      must: 'must not be set where rotationFunctionArn is',
      value: reason,
      measure: MEASURE,
      fix: 'leave one of the two out',
    });
  }
  if (Token.isUnresolved(rotationFunctionArn)) return;
  if (!/^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+(:[\w$-]+)?$/.test(rotationFunctionArn)) {
    refuse(scope, {
      prop: 'rotationFunctionArn',
      must: 'must be the ARN of a Lambda function',
      value: rotationFunctionArn,
      measure: MEASURE,
      fix: "write 'arn:aws:lambda:<region>:<account>:function:<name>'",
    });
  }
}

/** How many days a deleted secret can be taken back. Only what lives for a test run may go at once. */
function requireRecovery(scope: IConstruct, days: number, posture: Posture): void {
  if (days === 0 && posture.isEphemeral) return;
  requireDays(scope, 'recoveryWindowDays', days, { min: 7, max: 30, measure: MEASURE, example: 30 });
}

/** Refuses a name that Secrets Manager does not take, or that another secret of the stack has. */
function requireSecretName(scope: IConstruct, name: string): void {
  if (!Token.isUnresolved(name) && !/^[\w/+=.@-]{1,512}$/.test(name)) {
    refuse(scope, {
      prop: 'secretName',
      must: "must be 1 to 512 letters, digits, '/', '_', '+', '=', '.', '@' and '-'",
      value: name,
      fix: "write secretName: 'acme/orders/database'",
    });
  }
  claimName(scope, TerraformStack.of(scope), 'secretName', name);
}

/** Refuses what is no secret's ARN. Without the six characters at its end it names every secret that is called so one day. */
function requireSecretArn(scope: IConstruct, secretArn: string): void {
  if (Token.isUnresolved(secretArn)) return;
  if (/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6}$/.test(secretArn)) return;
  refuse(scope, {
    prop: 'secretArn',
    must: 'must be the whole ARN of a secret, with the six characters that Secrets Manager puts at its end',
    value: secretArn,
    measure: MEASURE,
    fix: "write 'arn:aws:secretsmanager:<region>:<account>:secret:<name>-a1b2c3'",
  });
}
