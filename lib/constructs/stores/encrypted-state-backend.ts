import { Construct } from 'constructs';
import { S3Backend, TerraformBackend, TerraformStack, Token } from 'cdktf';
import { refuse, refuseProps } from '../core/errors';
import { refuseOtherEngine } from '../core/other-engine';
import { readPosture, recordPosture } from '../core/posture';
import { requireRegion } from '../core/region';
import { requireKeyArn } from '../encryption/rotated-key';

const MEASURE = '1.2.1';

/** Where the state of a stack is kept, and under which key. Terraform reads this before any resource exists: plain text, no references. */
export interface EncryptedStateBackendProps {
  /** The name of the bucket. */
  readonly bucketName: string;

  /** The ARN of the key that encrypts the state, in the region of the bucket. No alias. */
  readonly kmsKeyArn: string;

  /**
   * The name of the state object within the bucket.
   *
   * @default - the stack's name and `/terraform.tfstate`
   */
  readonly stateKey?: string;
}

/**
 * Keeps the state of a stack in S3: encrypted with a key that is named, locked by S3 itself, in the region of the key (TOM 1.2.1, 9.2).
 * A state holds every secret and every personal datum that the resources do. Its lock takes Terraform 1.10 or newer, and no DynamoDB table.
 *
 * ```ts
 * new EncryptedStateBackend(stack, 'State', {
 *   bucketName: 'acme-terraform-state',
 *   kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
 * });
 * ```
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export class EncryptedStateBackend extends Construct {
  /** The backend itself. */
  public readonly resource: S3Backend;
  /** The region of the bucket and the key. */
  public readonly region: string;
  /** The name of the state object. */
  public readonly stateKey: string;

  /**
   * @throws ValidationError without a key or with an alias for one, with encryption off, with a reference where Terraform takes plain text,
   * where the stack has a backend, or where the key lies outside the residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedStateBackendProps) {
    super(scope, id);
    refuseOtherEngine(this);
    const stack = TerraformStack.of(this);
    recordPosture(stack);
    const always = { must: 'must not be set: the state is always encrypted', measure: MEASURE, fix: 'leave it out' };
    refuseProps(this, props, {
      encrypt: always,
      acl: { must: 'must not be set: ACLs are switched off', measure: '3.1.1', fix: 'leave it out' },
      dynamodbTable: { must: 'must not be set: S3 locks the state itself', measure: '9.2', fix: 'leave it out' },
    });
    const given: Partial<EncryptedStateBackendProps> = props;
    for (const prop of ['bucketName', 'kmsKeyArn', 'stateKey'] as const) this.requirePlainText(prop, given[prop]);
    requireKeyArn(this, 'kmsKeyArn', props.kmsKeyArn);
    this.region = props.kmsKeyArn.split(':')[3];
    const posture = readPosture(this);
    requireRegion(this, this.region, posture, posture.dataClass);
    if (stack.node.findAll().some((node) => TerraformBackend.isBackend(node))) {
      const fix = 'remove the other backend';
      refuse(this, { prop: 'scope', must: 'must be a stack without a backend', value: stack.node.path, fix });
    }
    this.stateKey = props.stateKey ?? `${stack.node.id}/terraform.tfstate`;
    this.resource = new S3Backend(this, {
      bucket: props.bucketName,
      key: this.stateKey,
      region: this.region,
      encrypt: true,
      kmsKeyId: props.kmsKeyArn,
    });
    this.resource.addOverride('use_lockfile', true);
  }

  private requirePlainText(prop: string, value: string | undefined): void {
    if (value === undefined && prop === 'stateKey') return;
    if (value === undefined || value === '' || Token.isUnresolved(value) || value.includes('${')) {
      refuse(this, {
        prop,
        must: 'must be plain text: Terraform reads it before any resource exists',
        value,
        measure: MEASURE,
        fix: `write ${prop}: '${EXAMPLES[prop]}', as the stack that makes the bucket and the key prints it`,
      });
    }
  }
}

const EXAMPLES: { readonly [prop: string]: string } = {
  bucketName: 'acme-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
  stateKey: 'orders/terraform.tfstate',
};
