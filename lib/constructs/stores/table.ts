import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { IKey } from '../encryption/key';

/** A table: one of this library's, or one that is already there. */
export interface ITable extends IConstruct {
  /**
   * The name of the table.
   *
   * @attribute
   */
  readonly tableName: string;

  /**
   * The ARN of the table.
   *
   * @attribute
   */
  readonly tableArn: string;

  /** The key that encrypts its items, where one is known. */
  readonly encryptionKey?: IKey;

  /** Lets a role read items, by keys, queries and scans, and through indexes. */
  grantReadData(grantee: IGrantee): void;

  /** Lets a role write and delete items. */
  grantWriteData(grantee: IGrantee): void;

  /** Lets a role do both. */
  grantReadWriteData(grantee: IGrantee): void;
}

const READ = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
];
const WRITE = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:DescribeTable',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];

/**
 * What every table can do: grants.
 * @internal
 */
export abstract class TableBase extends Construct implements ITable {
  public abstract readonly tableName: string;
  public abstract readonly tableArn: string;
  public abstract readonly encryptionKey?: IKey;

  /**
   * What lies in other regions: the ARN of each replica, and its key.
   * @internal
   */
  protected readonly _replicas: { readonly tableArn: string; readonly key: IKey }[] = [];

  public grantReadData(grantee: IGrantee): void {
    this.grant(grantee, 'ReadData', READ);
    for (const key of this.keys()) key.grantDecrypt(grantee);
  }

  public grantWriteData(grantee: IGrantee): void {
    this.grant(grantee, 'WriteData', WRITE);
    for (const key of this.keys()) key.grantEncryptDecrypt(grantee);
  }

  public grantReadWriteData(grantee: IGrantee): void {
    this.grant(grantee, 'ReadWriteData', [...new Set([...READ, ...WRITE])]);
    for (const key of this.keys()) key.grantEncryptDecrypt(grantee);
  }

  private grant(grantee: IGrantee, name: string, actions: string[]): void {
    const arns = [this.tableArn, ...this._replicas.map(({ tableArn }) => tableArn)];
    grant(this, grantee, name, [{ actions, resources: arns.flatMap((arn) => [arn, `${arn}/index/*`]) }]);
  }

  private keys(): IKey[] {
    const own = this.encryptionKey === undefined ? [] : [this.encryptionKey];
    return [...own, ...this._replicas.map(({ key }) => key)];
  }
}
