import { Fn, Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DynamodbResourcePolicy } from '@cdktf/provider-aws/lib/dynamodb-resource-policy';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { DataClass, isPersonal } from '../../toms/data-class';
import { TAG } from '../../toms/tags';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { denyOutsiders, denyPlainHttp, requireOrganizationId } from '../core/perimeter';
import { PolicyStatement, policyText } from '../core/policy';
import { RegionalProps } from '../core/props';
import { requireOtherRegions, requireRegion } from '../core/region';
import { GrowingPolicy } from '../core/resource-policy';
import { daysWithinRetention } from '../core/retention';
import { IKey } from '../encryption/key';
import { sharedKey } from '../encryption/shared-key';
import { StoreProps, openStore } from '../encryption/store';
import { TABLE } from './refused';
import { requireServiceArn, serviceName } from './service-names';
import { ITable, TableBase } from './table';
import { GlobalSecondaryIndexProps, TableAttribute, TableKeys } from './table-keys';

/** What DynamoDB restores at most. */
const RECOVERY_DAYS = 35;

/** How often a table is read: it decides whether storage or access costs less. */
export enum TableClass {
  /** Often. */
  STANDARD = 'STANDARD',
  /** Seldom. */
  STANDARD_INFREQUENT_ACCESS = 'STANDARD_INFREQUENT_ACCESS',
}

/** What a table holds, for how long, where, and under which keys. */
export interface EncryptedTableProps extends StoreProps, RegionalProps {
  /** The attribute that says where an item lies. Values of keys may stand unencrypted in logs of CloudTrail: use ids, no names or addresses. */
  readonly partitionKey: TableAttribute;

  /**
   * The attribute that items of one partition are ordered by.
   *
   * @default - none
   */
  readonly sortKey?: TableAttribute;

  /**
   * The name of the table: 3 to 255 letters, digits, `_`, `.` and `-`.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly tableName?: string;

  /**
   * The attribute with the time, in seconds since 1970, after which DynamoDB deletes an item (TOM 2.2). Anyone who writes an item sets it.
   *
   * @default - none: personal data then needs a noTimeToLiveReason
   */
  readonly timeToLiveAttribute?: string;

  /**
   * Why items of personal data have no end of their own: who deletes them, and when. It becomes the tag `tom:no-ttl-reason`, so it is 1 to 256 letters, digits,
   * blanks and `_.:/=+-`. Rule DYNAMODB-003 still asks for a waiver.
   *
   * @default - none: personal data then needs a timeToLiveAttribute
   */
  readonly noTimeToLiveReason?: string;

  /**
   * The regions in which the table is replicated, within the residency for personal data. Each replica has a key of its region.
   *
   * @default - none
   */
  readonly replicaRegions?: string[];

  /**
   * The class of the table.
   *
   * @default TableClass.STANDARD
   */
  readonly tableClass?: TableClass;

  /**
   * The organization whose accounts a statement may let in: `o-` and ten or more letters and digits.
   *
   * @default - only the own account, whatever a statement allows
   */
  readonly organizationId?: string;
}

/** What is known of a table that is already there. */
export interface TableAttributes {
  /** The ARN of the table. */
  readonly tableArn: string;

  /**
   * The key that encrypts its items.
   *
   * @default - none: grants cover only the table
   */
  readonly encryptionKey?: IKey;
}

/**
 * A DynamoDB table for personal data (TOM 1.1.1, 1.2.1, 2.2, 4.1): encrypted with a key of your own, closed to plain HTTP and to other accounts, with items that
 * carry their own end, every second of 35 days, or of the retention, to go back to, and replicas within the residency, each with a key of its region.
 *
 * ```ts
 * new EncryptedTable(this, 'Orders', { partitionKey: { name: 'customer' }, timeToLiveAttribute: 'expires' });
 * ```
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/best-practices-security-preventative.html
 */
export class EncryptedTable extends TableBase {
  /**
   * A table that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no table's ARN.
   */
  public static fromTableArn(scope: Construct, id: string, tableArn: string): ITable {
    return EncryptedTable.fromTableAttributes(scope, id, { tableArn });
  }

  /** A table that is already there, by its name, in this account and region. Nothing about it is checked. */
  public static fromTableName(scope: Construct, id: string, tableName: string): ITable {
    const { partition, region, id: account } = accountOf(scope);
    return importTable(scope, id, tableName, `arn:${partition}:dynamodb:${region}:${account}:table/${tableName}`);
  }

  /**
   * A table that is already there, and its key, which grants then include. Nothing about it is checked.
   *
   * @throws ValidationError where it is no table's ARN.
   */
  public static fromTableAttributes(scope: Construct, id: string, attributes: TableAttributes): ITable {
    const { tableArn, encryptionKey } = attributes;
    const name = Token.isUnresolved(tableArn)
      ? Token.asString(Fn.element(Fn.split('/', tableArn), 1))
      : tableArn.slice(tableArn.indexOf('/') + 1);
    return importTable(scope, id, name, tableArn, encryptionKey);
  }

  /** The table itself. */
  public readonly resource: DynamodbTable;
  /**
   * The name of the table.
   *
   * @attribute
   */
  public readonly tableName: string;
  /**
   * The ARN of the table.
   *
   * @attribute
   */
  public readonly tableArn: string;
  /** The key that encrypts its items. */
  public readonly encryptionKey?: IKey;

  private readonly keyed: TableKeys;
  private readonly policies: { readonly policy: GrowingPolicy; readonly resources: string[] }[] = [];

  /**
   * @throws ValidationError on personal data whose items have no end, and no reason for it, a reason that is no tag, encryption, recovery or protection that is off, a
   * replica outside the residency or where the table is, a name that is malformed or taken, a key of another region, or a region that is unknown or outside the
   * residency.
   */
  constructor(scope: Construct, id: string, props: EncryptedTableProps) {
    super(scope, id);
    const { organizationId, timeToLiveAttribute, noTimeToLiveReason } = props;
    const replicaRegions = [...new Set(props.replicaRegions)];
    const { posture, dataClass, key, region, tags } = openStore(this, props, { refused: TABLE, creatorUsesKey: true });
    for (const replica of replicaRegions) requireRegion(this, replica, posture, dataClass, 'replicaRegions');
    requireOtherRegions(this, replicaRegions, region, 'table');
    requireOrganizationId(this, organizationId);
    requireEnd(this, props, dataClass);
    const kind = { prop: 'tableName', given: props.tableName, min: 3, max: 255, dots: true };
    const name = serviceName(this, posture, kind);

    const replicas = replicaRegions.map((at) => ({ region: at, key: sharedKey(this, dataClass, at) }));
    if (noTimeToLiveReason !== undefined) tags[TAG.noTimeToLive] = noTimeToLiveReason;
    this.keyed = new TableKeys(this);
    this.resource = new DynamodbTable(this, 'Resource', {
      name,
      hashKey: this.keyed.declare('partitionKey', props.partitionKey),
      rangeKey: props.sortKey && this.keyed.declare('sortKey', props.sortKey),
      attribute: this.keyed.attributes,
      billingMode: 'PAY_PER_REQUEST',
      tableClass: props.tableClass,
      serverSideEncryption: { enabled: true, kmsKeyArn: key.keyArn },
      pointInTimeRecovery: {
        enabled: true,
        recoveryPeriodInDays: daysWithinRetention(RECOVERY_DAYS, posture.retentionDays),
      },
      deletionProtectionEnabled: !posture.isEphemeral,
      ttl: timeToLiveAttribute === undefined ? undefined : { enabled: true, attributeName: timeToLiveAttribute },
      // Changes reach replicas by the stream.
      streamEnabled: replicas.length > 0 ? true : undefined,
      streamViewType: replicas.length > 0 ? 'NEW_AND_OLD_IMAGES' : undefined,
      replica: replicas.map((replica) => ({
        regionName: replica.region,
        kmsKeyArn: replica.key.keyArn,
        pointInTimeRecovery: true,
        deletionProtectionEnabled: !posture.isEphemeral,
        propagateTags: true,
      })),
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.tableName = this.resource.name;
    this.tableArn = this.resource.arn;
    this.encryptionKey = key;
    this.protect('Policy', this.tableArn, organizationId, region);
    for (const replica of replicas) {
      const { partition, id: account } = accountOf(this);
      const tableArn = `arn:${partition}:dynamodb:${replica.region}:${account}:table/${this.tableName}`;
      this._replicas.push({ tableArn, key: replica.key });
      this.protect(`Policy-${replica.region}`, tableArn, organizationId, replica.region);
    }
  }

  /** Adds an index by which items are found in another way. */
  public addGlobalSecondaryIndex(props: GlobalSecondaryIndexProps): void {
    this.keyed.addIndex(this.resource, props);
  }

  /**
   * Adds a statement to the policy of the table and of each replica. Its resources are always the table and its indexes.
   *
   * @throws ValidationError where it lets everybody in.
   */
  public addToResourcePolicy(statement: PolicyStatement): void {
    for (const { policy, resources } of this.policies) policy.add({ ...statement, resources });
  }

  /** Gives the table, or a replica, its policy. */
  private protect(id: string, arn: string, organizationId: string | undefined, region: string | undefined): void {
    const resources = [arn, `${arn}/index/*`];
    const everything = { actions: ['dynamodb:*'], resources };
    const statements = [denyPlainHttp(everything), denyOutsiders(this, organizationId, everything)];
    const resource = new DynamodbResourcePolicy(this, id, {
      resourceArn: arn,
      policy: policyText(this, 'table', statements),
      region,
      // The ARN of a replica does not tell Terraform that the table comes first.
      dependsOn: [this.resource],
    });
    this.policies.push({ policy: new GrowingPolicy(this, 'table', statements, resource), resources });
  }
}

function importTable(scope: Construct, id: string, tableName: string, tableArn: string, encryptionKey?: IKey): ITable {
  class ImportedTable extends TableBase {
    public readonly tableName = tableName;
    public readonly tableArn = tableArn;
    public readonly encryptionKey = encryptionKey;
  }
  const table = new ImportedTable(scope, id);
  requireServiceArn(table, 'tableArn', 'dynamodb', tableArn, 'table/');
  return table;
}

/** Refuses a table of personal data whose items have no end, and of which nobody says why. */
function requireEnd(scope: IConstruct, props: EncryptedTableProps, dataClass: DataClass): void {
  const { timeToLiveAttribute: attribute, noTimeToLiveReason: reason } = props;
  if (reason !== undefined) {
    if (attribute !== undefined) {
      refuse(scope, {
        prop: 'noTimeToLiveReason',
        must: 'must not be set where timeToLiveAttribute is',
        value: reason,
        measure: '2.2',
        fix: 'leave one of the two out',
      });
    }
    return requireReason(scope, reason);
  }
  if (attribute === undefined && isPersonal(dataClass)) {
    refuse(scope, {
      prop: 'timeToLiveAttribute',
      must: `is required for ${dataClass} data: DynamoDB keeps an item forever unless somebody deletes it`,
      measure: '2.2',
      fix: "write timeToLiveAttribute: 'expires', or noTimeToLiveReason: 'who deletes items, and when'",
    });
  }
  if (attribute !== undefined && (attribute === '' || attribute.length > 255)) {
    refuse(scope, {
      prop: 'timeToLiveAttribute',
      must: 'must be 1 to 255 characters',
      value: attribute,
      measure: '2.2',
      fix: "write timeToLiveAttribute: 'expires'",
    });
  }
}

/** The reason becomes a tag, whose values hold few characters. */
function requireReason(scope: IConstruct, reason: string): void {
  if (!Token.isUnresolved(reason) && reason.trim() !== '' && /^[\p{L}\p{N} _.:/=+-]{1,256}$/u.test(reason)) return;
  refuse(scope, {
    prop: 'noTimeToLiveReason',
    must: "must be 1 to 256 letters, digits, blanks and '_.:/=+-', known when the program runs: it becomes a tag",
    value: reason,
    measure: '2.2',
    fix: "write noTimeToLiveReason: 'the job of every night deletes what is due'",
  });
}
