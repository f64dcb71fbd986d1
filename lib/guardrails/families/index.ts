import { ResourceRule } from '../rule';
import { BACKUPS } from './backups';
import { DELETION_PROTECTION } from './deletion-protection';
import { rulesOf } from './family';
import { IN_TRANSIT } from './in-transit';
import { LAST_COPY } from './last-copy';
import { LEDGER } from './ledger';
import { LOGS } from './logs';
import { MIN_TLS } from './min-tls';
import { OWN_KEY } from './own-key';
import { RETENTION } from './retention';
import { ZONES } from './zones';

/** The rules that families make of the table of types. */
export const FAMILY_RULES: readonly ResourceRule[] = [
  ...rulesOf(BACKUPS, LEDGER.backups),
  ...rulesOf(IN_TRANSIT, LEDGER['in-transit']),
  ...rulesOf(MIN_TLS, LEDGER['min-tls']),
  ...rulesOf(OWN_KEY, LEDGER['own-key']),
  ...rulesOf(RETENTION, LEDGER.retention),
  ...rulesOf(DELETION_PROTECTION, LEDGER['deletion-protection']),
  ...rulesOf(LAST_COPY, LEDGER['last-copy']),
  ...rulesOf(ZONES, LEDGER.zones),
  ...rulesOf(LOGS, LEDGER.logs),
];
