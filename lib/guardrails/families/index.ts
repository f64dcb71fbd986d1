import { ResourceRule } from '../rule';
import { BACKUPS } from './backups';
import { rulesOf } from './family';
import { LEDGER } from './ledger';
import { OWN_KEY } from './own-key';

/** The rules that families make of the table of types. */
export const FAMILY_RULES: readonly ResourceRule[] = [
  ...rulesOf(OWN_KEY, LEDGER['own-key']),
  ...rulesOf(BACKUPS, LEDGER.backups),
];
