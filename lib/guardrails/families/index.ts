import { ResourceRule } from '../rule';
import { BACKUPS } from './backups';
import { rulesOf } from './family';
import { IN_TRANSIT } from './in-transit';
import { LEDGER } from './ledger';
import { MIN_TLS } from './min-tls';
import { OWN_KEY } from './own-key';

/** The rules that families make of the table of types. */
export const FAMILY_RULES: readonly ResourceRule[] = [
  ...rulesOf(BACKUPS, LEDGER.backups),
  ...rulesOf(IN_TRANSIT, LEDGER['in-transit']),
  ...rulesOf(MIN_TLS, LEDGER['min-tls']),
  ...rulesOf(OWN_KEY, LEDGER['own-key']),
];
