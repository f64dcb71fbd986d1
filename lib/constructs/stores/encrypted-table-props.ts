import { RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { StoreProps } from '../encryption/store';
import { TableAttribute } from './table-keys';

/** How often a table is read: it decides whether storage or access costs less. */
export enum TableClass {
  /** Often. */
  STANDARD = 'STANDARD',
  /** Seldom. */
  STANDARD_INFREQUENT_ACCESS = 'STANDARD_INFREQUENT_ACCESS',
}

/** What a table holds, for how long, where, and under which keys. */
export interface EncryptedTableProps extends StoreProps, RegionalProps {
  /** The attribute that says where an item lies. Values of keys may stand in the clear in logs of CloudTrail: use ids, no names or addresses. */
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
   * The attribute with the time, in seconds since 1970, after which DynamoDB deletes an item (TOM 2.2). Whoever writes an item sets it.
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
   * @default - the own account alone, whatever a statement allows
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
   * @default - none: grants speak of the table alone
   */
  readonly encryptionKey?: IKey;
}
