import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { DataClass, isPersonal } from '../../toms/data-class';
import { refuse } from '../core/errors';
import { EncryptedTableProps } from './encrypted-table-props';

/** Refuses a table of personal data whose items have no end, and of which nobody says why. */
export function requireEnd(scope: IConstruct, props: EncryptedTableProps, dataClass: DataClass): void {
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
      must: `must be said for ${dataClass} data: DynamoDB keeps an item for ever unless somebody deletes it`,
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

const ENCRYPTED = {
  must: 'must not be set: items are always encrypted with a key of your own',
  measure: '1.2.1',
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};
const RECOVERABLE = {
  must: 'must not be set: the last 35 days can always be restored',
  measure: '4.1',
  fix: 'leave it out',
};
const PROTECTED = { must: 'must not be set: the environment decides it', measure: '3.3.1', fix: 'leave it out' };

/** What L1 tables and other libraries call the ways to weaken a table. */
export const REFUSED = {
  encryption: ENCRYPTED,
  serverSideEncryption: ENCRYPTED,
  pointInTimeRecovery: RECOVERABLE,
  pointInTimeRecoverySpecification: RECOVERABLE,
  deletionProtection: PROTECTED,
  deletionProtectionEnabled: PROTECTED,
  removalPolicy: PROTECTED,
  ttl: { must: 'is not a prop of this construct', measure: '2.2', fix: 'write timeToLiveAttribute' },
  replica: { must: 'is not a prop of this construct', measure: '7.1', fix: 'write replicaRegions' },
  resourcePolicy: {
    must: 'must not be set: the table has a policy of its own',
    measure: '3.1.1',
    fix: 'call addToResourcePolicy or the grants',
  },
};
