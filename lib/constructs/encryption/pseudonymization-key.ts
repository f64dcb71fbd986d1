import { Construct, IConstruct } from 'constructs';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Token } from 'cdktf';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee, namedAmong, titleOf } from '../core/grantee';
import { openConstruct } from '../core/open';
import { Effect, PolicyStatement, policyText } from '../core/policy';
import { administration, byName, isAmong, refuseEverybody, requireAdministrators } from './key-administration';
import { KmsKeyProps, makeKmsKey } from './kms-key';
import {
  DERIVE_ACTIONS,
  HmacSpec,
  IPseudonymizationKey,
  MEASURE,
  PseudonymizationKeyBase,
  TOKENIZE_ACTIONS,
  refuseBoth,
} from './pseudonymization';
import { PSEUDONYMIZATION_KEY } from './refused';
import { requireKeyArn } from './rotated-key';

/** Who may do what with a key for pseudonyms. */
export interface PseudonymizationKeyProps extends KmsKeyProps {
  /**
   * The length of the key.
   *
   * @default HmacSpec.HMAC_256
   */
  readonly keySpec?: HmacSpec;

  /**
   * The ARNs of the roles that may derive tokens, beside those of `grantTokenize`.
   *
   * @default - none
   */
  readonly tokenizerArns?: string[];

  /**
   * The ARNs of the roles that read the pseudonymized data, and are denied the key, beside those of `denyReader`.
   *
   * @default - none
   */
  readonly readerArns?: string[];
}

/**
 * A KMS key for HMAC, which turns a value that points at a person into a token that does not, and the same value always into the same token.
 * Who reads the tokens cannot derive them (TOM 1.4.1, GDPR Art. 4(5)).
 *
 * ```ts
 * const key = new PseudonymizationKey(this, 'CustomerTokens');
 * key.grantTokenize(tokenizer);
 * key.denyReader(analyst);
 * ```
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/hmac.html
 */
export class PseudonymizationKey extends PseudonymizationKeyBase {
  /**
   * A key that is already there, by its ARN. What its policy says, and whether it is one for HMAC, is not checked.
   * Grants and denials are written under the role, and the key's policy must leave the decision to them.
   *
   * @throws ValidationError where the ARN is an alias or no key's.
   */
  public static fromKeyArn(scope: Construct, id: string, keyArn: string): IPseudonymizationKey {
    class ImportedKey extends PseudonymizationKeyBase {
      public readonly keyArn = keyArn;
      protected _allow(grantee: IGrantee): void {
        grant(this, grantee, 'Tokenize', [{ actions: TOKENIZE_ACTIONS, resources: [keyArn] }]);
      }
      protected _deny(grantee: IGrantee): void {
        grant(this, grantee, 'DenyTokens', [{ effect: Effect.DENY, actions: DERIVE_ACTIONS, resources: [keyArn] }]);
      }
    }
    const key = new ImportedKey(scope, id);
    requireKeyArn(key, 'keyArn', keyArn);
    return key;
  }

  /** The key itself. */
  public readonly resource: KmsKey;
  /** Its alias. */
  public readonly aliasResource: KmsAlias;
  /**
   * The ARN of the key.
   *
   * @attribute
   */
  public readonly keyArn: string;
  /**
   * The id of the key.
   *
   * @attribute
   */
  public readonly keyId: string;
  /** The alias, with `alias/` before it. */
  public readonly aliasName: string;

  private readonly administration: PolicyStatement;
  private readonly administratorArns: readonly string[];
  private readonly tokenizerArns: string[];
  private readonly readerArns: string[];

  /**
   * @throws ValidationError where a hash without a key is asked for, a role both derives tokens and reads or manages, a principal is `*` or no role,
   * the deletion window is under 14 days, the alias is taken or malformed, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: PseudonymizationKeyProps = {}) {
    super(scope, id);
    const opened = openConstruct(this, props, {
      refused: PSEUDONYMIZATION_KEY,
    });
    const keySpec = props.keySpec ?? HmacSpec.HMAC_256;
    requireHmac(this, keySpec);
    requireSeparation(this, props);

    this.administration = administration(accountOf(this), props.administratorArns);
    this.administratorArns = props.administratorArns ?? [];
    this.tokenizerArns = [...(props.tokenizerArns ?? [])];
    this.readerArns = [...(props.readerArns ?? [])];
    const made = makeKmsKey(this, props, opened, {
      measure: MEASURE,
      description: `Pseudonyms of ${opened.dataClass} data (${this.node.path})`,
      keyUsage: 'GENERATE_VERIFY_MAC',
      customerMasterKeySpec: keySpec,
      policy: policyText(this, 'key', this.policy()),
    });
    this.resource = made.resource;
    this.aliasResource = made.aliasResource;
    this.aliasName = made.aliasName;
    this.keyArn = this.resource.arn;
    this.keyId = this.resource.keyId;
  }

  /** @internal */
  protected _allow(grantee: IGrantee): void {
    this.requireNoAdministrator(grantee);
    if (namedAmong(this, this.readerArns, grantee)) refuseBoth(this, 'grantTokenize', titleOf(grantee));
    if (namedAmong(this, this.tokenizerArns, grantee)) return;
    this.tokenizerArns.push(grantee.arn);
    this.resource.policy = policyText(this, 'key', this.policy());
  }

  /** @internal */
  protected _deny(grantee: IGrantee): void {
    this.requireNoAdministrator(grantee);
    if (namedAmong(this, this.tokenizerArns, grantee)) refuseBoth(this, 'denyReader', titleOf(grantee));
    if (namedAmong(this, this.readerArns, grantee)) return;
    this.readerArns.push(grantee.arn);
    this.resource.policy = policyText(this, 'key', this.policy());
  }

  private requireNoAdministrator(grantee: IGrantee): void {
    if (namedAmong(this, this.administratorArns, grantee)) refuseAdministrator(this, 'grantee', titleOf(grantee));
  }

  /** Only the key's policy decides: it hands its use over to no IAM policy, and denies it to everybody but the tokenizers. */
  private policy(): PolicyStatement[] {
    const tokenizers = this.tokenizerArns;
    const others: PolicyStatement = {
      sid: 'DenyOthers',
      effect: Effect.DENY,
      principals: { '*': ['*'] },
      actions: ['kms:GenerateMac', 'kms:VerifyMac'],
      resources: ['*'],
      conditions: tokenizers.length > 0 ? { ArnNotEquals: { 'aws:PrincipalArn': tokenizers } } : undefined,
    };
    const statements = [this.administration, others];
    if (tokenizers.length > 0) {
      statements.push({
        sid: 'Tokenize',
        principals: { AWS: tokenizers },
        actions: TOKENIZE_ACTIONS,
        resources: ['*'],
      });
    }
    if (this.readerArns.length > 0) {
      statements.push({
        sid: 'DenyReaders',
        effect: Effect.DENY,
        principals: { '*': ['*'] },
        actions: DERIVE_ACTIONS,
        resources: ['*'],
        conditions: byName(this.readerArns),
      });
    }
    return statements;
  }
}

/** Refuses what is no key for HMAC. */
function requireHmac(scope: IConstruct, keySpec: string): void {
  const specs: string[] = Object.values(HmacSpec);
  if (!specs.includes(keySpec)) {
    refuse(scope, {
      prop: 'keySpec',
      must: `must be one of ${specs.join(', ')}: a key that encrypts makes another token of the same value each time`,
      value: keySpec,
      measure: MEASURE,
      fix: 'write keySpec: HmacSpec.HMAC_256, or leave it out',
    });
  }
}

/** Refuses a role that does two of the three: manage the key, derive tokens, read the data. */
function requireSeparation(scope: IConstruct, props: PseudonymizationKeyProps): void {
  const administrators = props.administratorArns ?? [];
  const tokenizers = props.tokenizerArns ?? [];
  const readers = props.readerArns ?? [];
  requireAdministrators(scope, 'administratorArns', props.administratorArns, MEASURE);
  for (const [prop, arns] of [
    ['tokenizerArns', tokenizers],
    ['readerArns', readers],
  ] as const) {
    if (arns.includes('*')) refuseEverybody(scope, prop, MEASURE);
    const other = arns.find(
      (arn) => !Token.isUnresolved(arn) && !/^arn:aws[a-z-]*:iam::\d{12}:role\/[^\s*?]+$/.test(arn)
    );
    if (other === undefined) continue;
    refuse(scope, {
      prop,
      must: 'must name roles, one by one',
      value: other,
      measure: MEASURE,
      fix: `write ${prop}: ['arn:aws:iam::111122223333:role/…']`,
    });
  }
  for (const reader of readers) if (isAmong(scope, tokenizers, reader)) refuseBoth(scope, 'readerArns', reader);
  for (const [prop, arns] of [
    ['tokenizerArns', tokenizers],
    ['readerArns', readers],
  ] as const) {
    const administrator = arns.find((arn) => isAmong(scope, administrators, arn));
    if (administrator !== undefined) refuseAdministrator(scope, prop, administrator);
  }
}

function refuseAdministrator(scope: IConstruct, prop: string, value: string): never {
  refuse(scope, {
    prop,
    must: 'must not name an administrator of the key',
    value,
    measure: MEASURE,
    fix: 'let one role manage the key, another derive the tokens, and a third read the data',
  });
}
