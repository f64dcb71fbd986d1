import { Construct } from 'constructs';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Token } from 'cdktf';
import { DataClass } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { openConstruct } from '../core/open';
import { Effect, PolicyStatement, policyText } from '../core/policy';
import { requireDays } from '../core/require';
import { AllowServiceOptions, ServiceAccess, ServiceStatements } from '../core/service-access';
import { IKey, KeyBase } from './key';
import { refuseEverybody } from './key-administration';
import { KeyDuties } from './key-duties';
import { KmsKeyProps, makeKmsKey } from './kms-key';

const MEASURE = '1.3.1';

/** How a key rotates, and who may do what with it. */
export interface RotatedKeyProps extends KmsKeyProps {
  /**
   * How often KMS makes new key material: every 90 to 365 days (TOM 1.3.1, CIS AWS 3.0 3.6).
   *
   * @default 365
   */
  readonly rotationDays?: number;

  /**
   * The ARNs of the roles that apply Terraform with administrators named. They manage the key as those do, and where `userArns` is not set may also use it through services,
   * as far as their IAM policies let them: AWS creates databases, tables, volumes, file systems and secrets with the rights of their creator.
   *
   * @default - none: who applies Terraform is an administrator, and creates nothing that takes rights of its creator on the key
   */
  readonly deployerArns?: string[];

  /**
   * The ARNs of the roles that may encrypt and decrypt with the key. None of them may be an administrator or a deployer.
   *
   * @default - the account's IAM policies say who, and only through an AWS service, never by calling KMS directly
   */
  readonly userArns?: string[];
}

/**
 * A symmetric KMS key that rotates at least once a year, with an alias, and a policy that keeps administrators apart from users (TOM 1.3.1).
 *
 * ```ts
 * const key = new RotatedKey(this, 'OrdersKey', { dataClass: DataClass.PERSONAL });
 * ```
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export class RotatedKey extends KeyBase {
  /**
   * A key that is already there, by its ARN. What its policy says, and whether it rotates, is not checked.
   *
   * @throws ValidationError where the ARN is an alias or no key's.
   */
  public static fromKeyArn(scope: Construct, id: string, keyArn: string): IKey {
    class ImportedKey extends KeyBase {
      public readonly keyArn = keyArn;

      public allowService(service: string): never {
        refuseStatement(this, 'allowService', service);
      }

      public addToResourcePolicy({ sid }: PolicyStatement): never {
        refuseStatement(this, 'addToResourcePolicy', sid);
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
  /** The class of the data that it protects. */
  public readonly dataClass: DataClass;

  private readonly duties: KeyDuties;
  private readonly statements: PolicyStatement[];
  private readonly services = new ServiceStatements(this, (...added) => this.add(...added));

  /**
   * @throws ValidationError where rotation is off or rarer than once a year, the deletion window is under 14 days, a role is two of administrator, deployer and user,
   * one of them is no role, the alias is taken or malformed, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: RotatedKeyProps = {}) {
    super(scope, id);
    const off = { must: 'must not be set', measure: MEASURE, fix: 'leave it out: the key always rotates' };
    const refused = { enableKeyRotation: off, isEnabled: off, policy: POLICY_IS_OURS };
    // A key holds no data. Whether it is one of such logs, the guardrails see.
    const opened = openConstruct(this, props, { refused, mayHoldGlobalLogs: true });
    const { dataClass } = opened;
    this.dataClass = dataClass;
    const rotationDays = props.rotationDays ?? DEMANDS.keyRotationDays;
    requireDays(this, 'rotationDays', rotationDays, {
      min: 90,
      max: DEMANDS.keyRotationDays,
      measure: MEASURE,
      example: 365,
    });
    this.duties = new KeyDuties(this, props);
    this.statements = this.duties.statements(accountOf(this));
    const made = makeKmsKey(this, props, opened, {
      measure: MEASURE,
      description: `${dataClass} data (${this.node.path})`,
      enableKeyRotation: true,
      rotationPeriodInDays: rotationDays,
      policy: policyText(this, 'key', this.policy()),
    });
    this.resource = made.resource;
    this.aliasResource = made.aliasResource;
    this.aliasName = made.aliasName;
    this.keyArn = this.resource.arn;
    this.keyId = this.resource.keyId;
  }

  /**
   * Adds a statement to the key's policy. Its resource is always this key, written `*` as KMS asks.
   *
   * @throws ValidationError where it allows something to everybody, or lets an administrator use the key.
   */
  public addToResourcePolicy(statement: PolicyStatement): void {
    if (statement.effect !== Effect.DENY) {
      const principals = Object.values(statement.principals).flat();
      if ('*' in statement.principals || principals.includes('*')) refuseEverybody(this, 'principals', MEASURE);
    }
    this.duties.requireNoUse(statement);
    this.add({ ...statement, resources: ['*'] });
  }

  /**
   * Lets a service of AWS use the key: to decrypt what it reads, and to encrypt what it writes. The stores of this library call it for their own key.
   *
   * @param service the principal of the service, such as `cloudfront.amazonaws.com`
   * @param options for which of its resources, and what
   * @throws ValidationError where it is no service of AWS.
   */
  public allowService(service: string, options: AllowServiceOptions = {}): void {
    const { access = ServiceAccess.READ, sourceArn } = options;
    const grants = [{ actions: SERVICE_ACTIONS[access], resources: ['*'] }];
    this.services.allow(service, access, grants, { sourceArn });
  }

  private add(...statements: PolicyStatement[]): void {
    this.statements.push(...statements);
    this.resource.policy = policyText(this, 'key', this.policy());
  }

  /**
   * Whether all who manage the key are denied its use: they cannot create what takes rights of its creator on the key.
   * @internal
   */
  public get _deniesWhoeverApplies(): boolean {
    return this.duties.deniesWhoeverApplies;
  }

  /** @internal */
  protected readonly _allowed = (grantee: IGrantee): void => {
    if (this.duties.allow(grantee)) this.resource.policy = policyText(this, 'key', this.policy());
  };

  private policy(): PolicyStatement[] {
    return [...this.statements, ...this.duties.use()];
  }
}

/** Refuses to add to the policy of a key that is already there. */
function refuseStatement(key: IKey, prop: string, value: string | undefined): never {
  refuse(key, {
    prop,
    must: 'must not be called on a key that is already there: its policy is not in this program',
    value,
    measure: MEASURE,
    fix: 'add the statement where the key is made',
  });
}

/** Refuses what is no key's ARN. An alias may be pointed at another key, and who encrypts would not notice. */
export function requireKeyArn(scope: Construct, prop: string, keyArn: string): void {
  if (Token.isUnresolved(keyArn)) return;
  if (!/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(keyArn)) {
    refuse(scope, {
      prop,
      must: "must be a key's ARN, not an alias",
      value: keyArn,
      measure: MEASURE,
      fix: `write ${prop}: 'arn:aws:kms:eu-central-1:111122223333:key/…'`,
    });
  }
}

const POLICY_IS_OURS = {
  must: 'must not be set',
  measure: MEASURE,
  fix: 'name administratorArns and userArns, or call addToResourcePolicy',
};

/** What a service needs. A multipart upload is put together by decrypting its parts. */
const SERVICE_ACTIONS: { readonly [A in ServiceAccess]: string[] } = {
  [ServiceAccess.READ]: ['kms:Decrypt'],
  [ServiceAccess.WRITE]: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'],
  [ServiceAccess.READ_WRITE]: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*'],
};
