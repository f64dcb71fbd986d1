import { IConstruct } from 'constructs';
import { Account } from '../core/account';
import { refuse } from '../core/errors';
import { IGrantee, isSameRole, namedAmong, titleOf } from '../core/grantee';
import { Effect, PolicyStatement } from '../core/policy';
import { DECRYPT_ACTIONS, ENCRYPT_ACTIONS } from './key';
import { administration, byName, isAmong, refuseEverybody, requireAdministrators } from './key-administration';

const MEASURE = '1.3.1';

/** Who may do what with a key, by ARN. */
export interface NamedDuties {
  readonly administratorArns?: readonly string[];
  readonly deployerArns?: readonly string[];
  readonly userArns?: readonly string[];
}

/** Who manages a key, who deploys with it and who uses it, kept apart. */
export class KeyDuties {
  private readonly administrators: readonly string[];
  private readonly deployers: readonly string[];
  private readonly users?: string[];
  private readonly granted: IGrantee[] = [];

  constructor(
    private readonly scope: IConstruct,
    private readonly named: NamedDuties
  ) {
    const { administratorArns, deployerArns, userArns } = named;
    requireAdministrators(scope, 'administratorArns', administratorArns, MEASURE);
    requireAdministrators(scope, 'deployerArns', deployerArns, MEASURE);
    this.administrators = administratorArns ?? [];
    this.deployers = deployerArns ?? [];
    this.users = userArns && [...userArns];
    if (userArns?.includes('*')) refuseEverybody(scope, 'userArns', MEASURE);
    if (userArns?.length === 0) {
      refuse(scope, {
        prop: 'userArns',
        must: 'must name at least one role',
        value: userArns,
        measure: MEASURE,
        fix: 'name the roles, or leave it out and let IAM policies decide',
      });
    }
    for (const deployer of this.deployers) this.requireNoAdministrator('deployerArns', deployer);
    for (const user of userArns ?? []) {
      this.requireNoAdministrator('userArns', user);
      if (isAmong(this.scope, this.deployers, user)) this.refuseDeployer(user);
    }
  }

  /** Whether nobody who applies the key may create a store with it: all who manage it are denied its use. */
  public get deniesWhoeverApplies(): boolean {
    return this.administrators.length > 0 && this.deployers.length === 0;
  }

  /** The statements about those who manage, and where IAM policies decide, about those who use. */
  public statements(account: Account): PolicyStatement[] {
    const { administratorArns, deployerArns } = this.named;
    const managers = administratorArns || deployerArns ? [...this.administrators, ...this.deployers] : undefined;
    return [
      administration(account, managers),
      ...(this.administrators.length > 0 ? [this.denial()] : []),
      ...(this.users ? [] : throughServices(account)),
    ];
  }

  /** The statement about those who are named as users. */
  public use(): PolicyStatement[] {
    if (!this.users) return [];
    return [{ sid: 'Use', principals: { AWS: this.users }, actions: USE_ACTIONS, resources: ['*'] }];
  }

  /**
   * Lets a role use the key, where its policy names the users. Refuses an administrator, whom the key would deny it.
   *
   * @returns whether the policy has changed
   */
  public allow(grantee: IGrantee): boolean {
    const administrator = namedAmong(this.scope, this.administrators, grantee);
    if (administrator !== undefined) this.refuseAdministrator('grantee', titleOf(grantee));
    if (!this.users || this.granted.some((one) => isSameRole(one, grantee))) return false;
    this.granted.push(grantee);
    if (namedAmong(this.scope, this.users, grantee) !== undefined) return false;
    this.users.push(grantee.arn);
    return true;
  }

  /** Refuses a statement that lets an administrator use the key. */
  public requireNoUse({ effect, principals, actions }: PolicyStatement): void {
    if (effect === Effect.DENY || !actions.some((action) => USING.test(action))) return;
    for (const principal of Object.values(principals).flat()) this.requireNoAdministrator('principals', principal);
  }

  /**
   * An administrator whom IAM lets use everything would decrypt through services all the same, or let others do it by a grant. What services do later,
   * by a grant of the creator of a store, is theirs and not denied.
   */
  private denial(): PolicyStatement {
    return {
      sid: 'DenyUseByAdministrators',
      effect: Effect.DENY,
      principals: { '*': ['*'] },
      actions: ['kms:CreateGrant', ...ENCRYPT_ACTIONS, ...DECRYPT_ACTIONS],
      resources: ['*'],
      conditions: byName(this.administrators),
    };
  }

  private requireNoAdministrator(prop: string, arn: string): void {
    if (isAmong(this.scope, this.administrators, arn)) this.refuseAdministrator(prop, arn);
  }

  private refuseAdministrator(prop: string, value: string): never {
    refuse(this.scope, {
      prop,
      must: 'must not name an administrator of the key',
      value,
      measure: MEASURE,
      fix: 'let one role manage the key and another use it',
    });
  }

  private refuseDeployer(value: string): never {
    refuse(this.scope, {
      prop: 'userArns',
      must: 'must not name a deployer, who manages the key',
      value,
      measure: MEASURE,
      fix: 'let one role apply Terraform and another use the key',
    });
  }
}

/** Whom IAM policies let, and only through services of AWS in this account. */
function throughServices(account: Account): PolicyStatement[] {
  const principals = { AWS: [account.rootArn] };
  const conditions = {
    StringEquals: { 'kms:CallerAccount': [account.id] },
    StringLike: { 'kms:ViaService': [`*.${account.dnsSuffix}`] },
  };
  return [
    { sid: 'UseThroughServices', principals, actions: USE_ACTIONS, resources: ['*'], conditions },
    {
      sid: 'LetServicesKeepUsing',
      principals,
      actions: ['kms:CreateGrant'],
      resources: ['*'],
      conditions: { ...conditions, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
    },
  ];
}

const USE_ACTIONS = [...ENCRYPT_ACTIONS, ...DECRYPT_ACTIONS, 'kms:DescribeKey'];
const USING = /^(\*|kms:\*|kms:(CreateGrant|Encrypt|Decrypt|ReEncrypt|GenerateDataKey))/i;
