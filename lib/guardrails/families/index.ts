import { ResourceRule } from '../rule';
import { AUTHENTICATION } from './authentication';
import { BACKUPS } from './backups';
import { DELETION_PROTECTION } from './deletion-protection';
import { DETECTION } from './detection';
import { rulesOf } from './family';
import { HARDENING } from './hardening';
import { IN_TRANSIT } from './in-transit';
import { LAST_COPY } from './last-copy';
import { LEDGER } from './ledger';
import { LOGS } from './logs';
import { MIN_TLS } from './min-tls';
import { NOT_PUBLIC } from './not-public';
import { OWN_KEY } from './own-key';
import { PLAIN_TRANSPORT } from './plain-transport';
import { PUBLIC_ADDRESS } from './public-address';
import { RETENTION } from './retention';
import { ZONES } from './zones';

/** The rules that families make of the table of types. */
export const FAMILY_RULES: readonly ResourceRule[] = [
  ...rulesOf(AUTHENTICATION, LEDGER.authentication),
  ...rulesOf(BACKUPS, LEDGER.backups),
  ...rulesOf(DELETION_PROTECTION, LEDGER['deletion-protection']),
  ...rulesOf(DETECTION, LEDGER.detection),
  ...rulesOf(HARDENING, LEDGER.hardening),
  ...rulesOf(IN_TRANSIT, LEDGER['in-transit']),
  ...rulesOf(LAST_COPY, LEDGER['last-copy']),
  ...rulesOf(LOGS, LEDGER.logs),
  ...rulesOf(MIN_TLS, LEDGER['min-tls']),
  ...rulesOf(NOT_PUBLIC, LEDGER['not-public']),
  ...rulesOf(OWN_KEY, LEDGER['own-key']),
  ...rulesOf(PLAIN_TRANSPORT, LEDGER['plain-transport']),
  ...rulesOf(PUBLIC_ADDRESS, LEDGER['public-address']),
  ...rulesOf(RETENTION, LEDGER.retention),
  ...rulesOf(ZONES, LEDGER.zones),
];
