import { IConstruct } from 'constructs';
import { DynamodbTable, DynamodbTableGlobalSecondaryIndex } from '@cdktf/provider-aws/lib/dynamodb-table';
import { refuse } from '../core/errors';

/** What kind of value an attribute of a key holds. */
export enum AttributeType {
  /** Text. */
  STRING = 'S',
  /** A number. */
  NUMBER = 'N',
  /** Bytes. */
  BINARY = 'B',
}

/** An attribute that items are found by. */
export interface TableAttribute {
  /** The name of the attribute. */
  readonly name: string;

  /**
   * What it holds.
   *
   * @default AttributeType.STRING
   */
  readonly type?: AttributeType;
}

/** An index by which items are found in another way. */
export interface GlobalSecondaryIndexProps {
  /** The name of the index. */
  readonly indexName: string;

  /** The attribute that says where an item lies. */
  readonly partitionKey: TableAttribute;

  /**
   * The attribute that items of one partition are ordered by.
   *
   * @default - none
   */
  readonly sortKey?: TableAttribute;

  /**
   * The attributes that the index copies, beside keys: it holds no more of a person than it is searched for (TOM 2.1). An empty list copies only the keys.
   *
   * @default - all of them
   */
  readonly projectedAttributes?: string[];
}

/** The attributes that a table and its indexes are keyed by. DynamoDB declares each once, and no others. */
export class TableKeys {
  private readonly types = new Map<string, AttributeType>();
  private readonly indexes: DynamodbTableGlobalSecondaryIndex[] = [];

  constructor(private readonly scope: IConstruct) {}

  /** Declares an attribute, which has one type wherever it is used. */
  public declare(prop: string, attribute: TableAttribute): string {
    const { name, type = AttributeType.STRING } = attribute;
    const known = this.types.get(name);
    if (known !== undefined && known !== type) {
      refuse(this.scope, {
        prop,
        must: `must have the type that '${name}' has elsewhere in the table, ${known}`,
        value: type,
        fix: 'write the same type, or another attribute',
      });
    }
    this.types.set(name, type);
    return name;
  }

  /** The attributes that were declared. */
  public get attributes(): { readonly name: string; readonly type: string }[] {
    return [...this.types].map(([name, type]) => ({ name, type }));
  }

  /** Adds an index to a table. */
  public addIndex(table: DynamodbTable, props: GlobalSecondaryIndexProps): void {
    const { indexName: name, projectedAttributes: projected } = props;
    if (this.indexes.some((index) => index.name === name)) {
      refuse(this.scope, {
        prop: 'indexName',
        must: 'must be unique within the table',
        value: name,
        fix: 'write another indexName',
      });
    }
    this.indexes.push({
      name,
      hashKey: this.declare('partitionKey', props.partitionKey),
      rangeKey: props.sortKey && this.declare('sortKey', props.sortKey),
      projectionType: projected === undefined ? 'ALL' : projected.length === 0 ? 'KEYS_ONLY' : 'INCLUDE',
      nonKeyAttributes: projected === undefined || projected.length === 0 ? undefined : projected,
    });
    table.putAttribute(this.attributes);
    table.putGlobalSecondaryIndex(this.indexes);
  }
}
