import { Caller } from '../../lib/aws/iam/evaluation/caller';
import { Json, JsonObject } from '../../lib/terraform/value';
import { Random } from '../lanes/support/random';

/** A request with its policies, all of it known. */
export interface AccessCase {
  readonly caller: Caller;
  readonly action: string;
  readonly resource: string;
  readonly account: string;
  readonly context: { readonly [key: string]: readonly string[] };
  readonly identity: readonly JsonObject[];
  readonly boundary: readonly JsonObject[];
  readonly session: readonly JsonObject[];
  readonly resourcePolicy: JsonObject | undefined;
  readonly endpoint: readonly JsonObject[];
  readonly serviceControl: readonly (readonly JsonObject[])[];
  readonly resourceControl: readonly JsonObject[];
}

export const OWN = '111122223333';
export const OTHER = '444455556666';
const USER = `arn:aws:iam::${OWN}:user/ada`;
const ROLE = `arn:aws:iam::${OWN}:role/app`;
const SESSION = `arn:aws:sts::${OWN}:assumed-role/app/now`;

export const CALLERS: readonly Caller[] = [
  { kind: 'user', id: USER },
  { kind: 'role', id: ROLE, session: 'now' },
  { kind: 'root', id: `arn:aws:iam::${OWN}:root` },
  { kind: 'service', id: 'cloudtrail.amazonaws.com' },
  { kind: 'anonymous', id: '*' },
];

const ACTIONS = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'sqs:SendMessage', 'kms:Decrypt', 'kms:Encrypt'];
const ACTION_PATTERNS = [...ACTIONS, '*', 's3:*', 's3:Get*', 'S3:putobject', 's3:?utObject', 'kms:*crypt', 'sqs:*'];
const KEY = `arn:aws:kms:eu-central-1:${OWN}:key/a1`;
const QUEUE = `arn:aws:sqs:eu-central-1:${OWN}:jobs`;
const RESOURCES: { readonly [service: string]: readonly string[] } = {
  s3: ['arn:aws:s3:::logs/a', 'arn:aws:s3:::logs/a/b', 'arn:aws:s3:::data/ada/x'],
  sqs: [QUEUE],
  kms: [KEY],
};
const RESOURCE_PATTERNS = [
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::logs/*',
  'arn:aws:s3:::logs/a',
  'arn:aws:s3:::l?gs/*',
  'arn:aws:s3:::*/a*',
  'arn:aws:s3:::data/${aws:username}/*',
  `arn:aws:sqs:*:${OWN}:*`,
  QUEUE,
  'arn:aws:kms:*:*:key/*',
  KEY,
];
const PRINCIPALS: readonly Json[] = [
  '*',
  { AWS: '*' },
  { AWS: OWN },
  { AWS: `arn:aws:iam::${OWN}:root` },
  { AWS: USER },
  { AWS: ROLE },
  { AWS: SESSION },
  { AWS: [`arn:aws:iam::${OTHER}:root`, USER] },
  { Service: 'cloudtrail.amazonaws.com' },
  { Service: ['config.amazonaws.com', 'cloudtrail.amazonaws.com'], AWS: ROLE },
];

const ROOT = `arn:aws:iam::${OWN}:root`;
const SPARED: readonly Json[] = [{ AWS: [ROOT, ROLE, SESSION] }, { AWS: [ROOT, USER] }, { AWS: OTHER }, { AWS: ROLE }];

/** Condition keys with values that requests and conditions have. */
const KEYS: { readonly [key: string]: readonly string[] } = {
  'aws:SourceIp': ['10.0.0.7', '192.0.2.1'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:PrincipalOrgID': ['o-abc', 'o-xyz'],
  'aws:SourceArn': [`arn:aws:cloudtrail:eu-central-1:${OWN}:trail/t`, `arn:aws:cloudtrail:eu-west-1:${OTHER}:trail/t`],
  'aws:TagKeys': ['team', 'cost', 'Team'],
  's3:TlsVersion': ['1.2', '1.1'],
  'aws:CurrentTime': ['2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'],
};
const TESTS: { readonly [key: string]: { readonly operators: readonly string[]; readonly values: readonly string[] } } =
  {
    'aws:SourceIp': { operators: ['IpAddress', 'NotIpAddress'], values: ['10.0.0.0/8', '192.0.2.0/24', '10.0.0.7'] },
    'aws:SecureTransport': { operators: ['Bool'], values: ['true', 'false'] },
    'aws:PrincipalOrgID': {
      operators: ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIgnoreCase'],
      values: ['o-abc', 'o-xyz', 'o-*', 'O-ABC', '?-abc'],
    },
    'aws:SourceArn': {
      operators: ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'StringLike'],
      values: [`arn:aws:cloudtrail:*:${OWN}:*`, `arn:aws:cloudtrail:eu-central-1:${OWN}:trail/t`, 'arn:aws:s3:*:*:*'],
    },
    's3:TlsVersion': {
      operators: ['NumericLessThan', 'NumericGreaterThanEquals', 'NumericEquals', 'NumericNotEquals'],
      values: ['1.2', '1.1'],
    },
    'aws:CurrentTime': {
      operators: ['DateLessThan', 'DateGreaterThan', 'DateEquals', 'DateNotEquals', 'DateLessThanEquals'],
      values: ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z'],
    },
    'aws:PrincipalArn': {
      operators: ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'StringNotLike'],
      values: [ROLE, USER, `arn:aws:iam::*:role/*`],
    },
  };

function someOf<T>(random: Random, all: readonly T[], most: number): T[] {
  return Array.from({ length: 1 + random.below(most) }, () => random.one(all));
}

function oneOrMany(random: Random, all: readonly string[], most: number): Json {
  const found = someOf(random, all, most);
  return found.length === 1 && random.chance(0.5) ? found[0] : found;
}

function condition(random: Random): JsonObject {
  if (random.chance(0.15)) return { Null: { [random.one(Object.keys(KEYS))]: random.one(['true', 'false']) } };
  if (random.chance(0.15)) {
    const operator = `${random.one(['ForAllValues', 'ForAnyValue'])}:${random.one(['StringEquals', 'StringLike', 'StringNotEquals'])}`;
    return { [operator]: { 'aws:TagKeys': oneOrMany(random, ['team', 'cost', 't*'], 2) } };
  }
  const key = random.one(Object.keys(TESTS));
  const { operators, values } = TESTS[key];
  const operator = random.one(operators) + (random.chance(0.25) ? 'IfExists' : '');
  return { [operator]: { [random.chance(0.2) ? key.toLowerCase() : key]: oneOrMany(random, values, 2) } };
}

/** What a statement may have by the kind of its policy. */
interface Form {
  readonly effect?: string;
  /** Those that it names one of. */
  readonly principals?: readonly Json[];
  /** Whether it names its actions, and those of services only. */
  readonly isResourceControl?: boolean;
}

export const ANYBODY: Form = { principals: PRINCIPALS };
const THROUGH_ENDPOINT: Form = { principals: ['*'] };
const RESOURCE_CONTROL: Form = { effect: 'Deny', principals: ['*'], isResourceControl: true };

export function randomStatement(random: Random, form: Form = {}): JsonObject {
  const { effect = random.chance(0.75) ? 'Allow' : 'Deny', principals, isResourceControl = false } = form;
  const statement: JsonObject = { Effect: effect };
  const actions = isResourceControl ? ACTION_PATTERNS.filter((pattern) => pattern !== '*') : ACTION_PATTERNS;
  statement[!isResourceControl && random.chance(0.1) ? 'NotAction' : 'Action'] = oneOrMany(random, actions, 3);
  statement[random.chance(0.1) ? 'NotResource' : 'Resource'] = oneOrMany(random, RESOURCE_PATTERNS, 3);
  // NotPrincipal is for denials only.
  const isInverted = principals === PRINCIPALS && effect === 'Deny' && random.chance(0.2);
  if (isInverted) statement.NotPrincipal = random.one(SPARED);
  else if (principals) statement.Principal = random.one(principals);
  if (random.chance(0.4)) {
    statement.Condition = Object.assign({}, ...someOf(random, [0], 2).map(() => condition(random))) as JsonObject;
  }
  return statement;
}

export function randomPolicy(random: Random, form: Form = {}): JsonObject {
  const Statement = someOf(random, [0], 3).map(() => randomStatement(random, form));
  return { Version: '2012-10-17', Statement };
}

const EVERYTHING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

function wide(random: Random): JsonObject {
  return random.chance(0.5) ? EVERYTHING : randomPolicy(random);
}

function randomContext(random: Random, caller: Caller, account: string, service: string): { [key: string]: string[] } {
  const context: { [key: string]: string[] } = { 'aws:ResourceAccount': [account] };
  for (const key of Object.keys(KEYS)) {
    if (random.chance(0.5) || (key.startsWith('s3:') && service !== 's3')) continue;
    context[key] = key === 'aws:TagKeys' ? [...new Set(someOf(random, KEYS[key], 2))] : [random.one(KEYS[key])];
  }
  if (caller.kind === 'service' || caller.kind === 'anonymous') return context;
  if (caller.kind === 'user') context['aws:username'] = [caller.id.slice(caller.id.indexOf('/') + 1)];
  return { ...context, 'aws:PrincipalArn': [caller.id], 'aws:PrincipalAccount': [caller.id.split(':')[4]] };
}

/** A request with policies of every kind, from a small world, so that they have to do with each other. */
export function randomAccess(random: Random): AccessCase {
  const caller = random.one(CALLERS);
  const action = random.one(ACTIONS);
  const service = action.split(':')[0];
  const account = random.chance(0.7) ? OWN : OTHER;
  const hasPolicies = caller.kind === 'user' || caller.kind === 'role';
  const perhaps = <T>(chance: number, make: () => T): T[] => (random.chance(chance) ? [make()] : []);
  const isOfAccount = hasPolicies || caller.kind === 'root';
  return {
    caller,
    action,
    resource: random.one(RESOURCES[service]),
    account,
    context: randomContext(random, caller, account, service),
    identity: hasPolicies ? perhaps(0.8, () => randomPolicy(random)).concat(perhaps(0.3, () => wide(random))) : [],
    boundary: hasPolicies ? perhaps(0.2, () => wide(random)) : [],
    session: caller.kind === 'role' ? perhaps(0.2, () => wide(random)) : [],
    resourcePolicy: random.chance(service === 'kms' ? 1 : 0.6) ? randomPolicy(random, ANYBODY) : undefined,
    endpoint: perhaps(0.1, () => randomPolicy(random, THROUGH_ENDPOINT)),
    serviceControl: isOfAccount && random.chance(0.2) ? [[EVERYTHING], [wide(random)]] : [],
    resourceControl: perhaps(0.15, () => randomPolicy(random, RESOURCE_CONTROL)),
  };
}
