import {
  AuditLogArchive,
  EncryptedBucket,
  EncryptedQueue,
  EncryptedTable,
  EncryptedTopic,
  ILogGroup,
  RotatedKey,
} from 'cdktf-aws-toms';
import { IConstruct } from 'constructs';
import { ShopStack } from '../old/shop-stack';

/** What a step has made, for those after it. */
export interface Made {
  archive: AuditLogArchive;
  functionLogs: ILogGroup[];
  databaseKey: RotatedKey;
  uploads: EncryptedBucket;
  invoices: EncryptedBucket;
  exports: EncryptedBucket;
  carts: EncryptedTable;
  orders: EncryptedQueue;
  paid: EncryptedTopic;
}

/** Takes raw resources out of the program. */
export function remove(...olds: IConstruct[]): void {
  for (const { node } of olds) node.scope?.node.tryRemoveChild(node.id);
}

/**
 * Puts a construct in the place of raw resources, whose addresses it keeps: Terraform changes what is there, and neither destroys nor creates it.
 *
 * @param id the id of the construct
 * @param olds the raw resources, each by the id of what takes its place within the construct
 */
export function replace<T>(
  shop: ShopStack,
  id: string,
  olds: { [part: string]: IConstruct },
  make: (id: string) => T
): T {
  for (const [part, old] of Object.entries(olds)) {
    remove(old);
    shop.keepName(`${id}/${part}`, old.node.id);
  }
  return make(id);
}
