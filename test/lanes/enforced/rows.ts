import {
  BY_DEFAULT,
  Call,
  Encryption,
  assume,
  dataKey,
  decrypt,
  deleteObject,
  encrypt,
  getItem,
  getObject,
  getSecret,
  listObjects,
  publish,
  putItem,
  putObject,
  receiveMessage,
  sendMessage,
  token,
} from './calls';

/**
 * Who calls: a role of the account that the program makes, an administrator of another account, or nobody whom AWS knows.
 * The administrator may do everything that an account can give; the stranger has no policy.
 */
export type Who =
  | 'Reader'
  | 'Writer'
  | 'Worker'
  | 'Auditor'
  | 'Tokenizer'
  | 'Analyst'
  | 'Keyless'
  | 'Stranger'
  | 'Administrator'
  | 'Foreigner'
  | 'Anonymous';

/** What must come back from AWS, by its documentation. */
export interface Row {
  readonly who: Who;
  readonly call: Call;
  readonly outcome: 'allowed' | 'denied';
  readonly transport?: 'plain HTTP';
}

export function titleOf({ who, call, transport }: Row): string {
  return `${who} ${call.title}${transport ? ` over ${transport}` : ''}`;
}

const OWN_KEY: Encryption = { title: 'with its own key', algorithm: 'aws:kms', key: 'PersonalDataKey' };
const OTHER_KEY: Encryption = { title: 'with the key of another store', algorithm: 'aws:kms', key: 'OtherKey' };
const NO_KEY: Encryption = { title: 'with aws:kms and no key', algorithm: 'aws:kms' };
const AES: Encryption = { title: 'with AES256', algorithm: 'AES256' };
const CUSTOMERS: Encryption = { title: 'with a key of the writer', isCustomers: true };

const allowed = (who: Who, ...calls: Call[]): Row[] => calls.map((call) => ({ who, call, outcome: 'allowed' }));
const denied = (who: Who, ...calls: Call[]): Row[] => calls.map((call) => ({ who, call, outcome: 'denied' }));
const plain = (who: Who, ...calls: Call[]): Row[] =>
  calls.map((call) => ({ who, call, outcome: 'denied', transport: 'plain HTTP' }));

const LOG_BUCKETS = ['Archive/Trails', 'Archive/Config', 'Archive/AccessLogs'];

/** What anyone would try who has no business here. */
const PRYING = [
  getObject('Invoices'),
  listObjects('Invoices'),
  putObject('Invoices'),
  deleteObject('Invoices'),
  getObject('Archive/Trails'),
  sendMessage('Jobs'),
  receiveMessage('Jobs'),
  publish('News'),
  getSecret('Password'),
  getItem('Visits'),
  putItem('Visits'),
  decrypt('PersonalDataKey'),
  dataKey('PersonalDataKey'),
  token('Tokens'),
  assume('Reader'),
];

export const ROWS: readonly Row[] = [
  // What is granted, and nothing beside it.
  ...allowed('Reader', getObject('Invoices'), listObjects('Invoices'), getItem('Visits'), getSecret('Password')),
  ...denied('Reader', putObject('Invoices'), deleteObject('Invoices'), putItem('Visits'), getObject('Contracts')),
  ...denied('Reader', publish('News'), sendMessage('Jobs')),
  ...allowed('Writer', putObject('Invoices'), putObject('Invoices', OWN_KEY), getObject('Invoices'), putItem('Visits')),
  ...allowed('Writer', deleteObject('Invoices'), sendMessage('Jobs'), publish('News')),
  ...denied('Writer', putObject('Contracts'), receiveMessage('Jobs'), getSecret('Password')),
  ...allowed('Worker', receiveMessage('Jobs')),
  ...denied('Worker', sendMessage('Jobs'), getObject('Invoices')),
  ...allowed('Auditor', getObject('Archive/Trails'), listObjects('Archive/Trails')),
  ...denied('Auditor', getObject('Archive/Config'), deleteObject('Archive/Trails'), putObject('Archive/Trails')),
  ...denied('Stranger', ...PRYING),
  ...denied('Foreigner', ...PRYING),
  ...denied('Anonymous', getObject('Invoices'), listObjects('Invoices'), putObject('Invoices')),

  // What S3 allows, the key must allow, too.
  ...denied('Keyless', getObject('Invoices')),

  // Other encryption than that of the bucket.
  ...[OTHER_KEY, NO_KEY, AES, CUSTOMERS].flatMap((encryption) => [
    ...denied('Writer', putObject('Invoices', encryption)),
    ...denied('Administrator', putObject('Invoices', encryption)),
  ]),
  ...allowed('Administrator', putObject('Invoices', BY_DEFAULT), getObject('Invoices'), assume('Reader')),
  ...allowed('Administrator', getSecret('Password'), publish('News')),

  // Whoever may do everything deletes no logs.
  ...LOG_BUCKETS.flatMap((bucket) => denied('Administrator', deleteObject(bucket), deleteObject(bucket, true))),

  // The keys of data are used through services, and by nobody directly.
  ...denied('Writer', decrypt('PersonalDataKey'), encrypt('PersonalDataKey'), dataKey('PersonalDataKey')),
  ...denied('Administrator', decrypt('PersonalDataKey'), encrypt('PersonalDataKey')),

  // Who reads pseudonyms derives none, whatever the account allows.
  ...allowed('Tokenizer', token('Tokens')),
  ...denied('Analyst', token('Tokens')),
  ...denied('Administrator', token('Tokens')),

  // Without TLS nobody, with whatever rights.
  ...plain('Reader', getObject('Invoices'), getItem('Visits')),
  ...plain('Administrator', getObject('Invoices'), putObject('Invoices'), getObject('Archive/Trails')),
  ...plain('Writer', sendMessage('Jobs'), publish('News')),
];
