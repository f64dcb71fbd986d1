import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Caller } from '../../../lib/aws/iam/evaluation/caller';
import { replaceInterpolations } from '../../../lib/terraform/expression/scanner';
import { Json, JsonObject, asBlocks, isJsonObject } from '../../../lib/terraform/value';
import { AccessCase, CALLERS, OTHER, OWN } from '../../support/random-access';
import { Random } from './random';

/** The policies of the synthesized examples, with a value for everything that a plan would know. */
export interface ExamplePolicies {
  readonly identity: readonly JsonObject[];
  readonly resource: readonly JsonObject[];
  readonly endpoint: readonly JsonObject[];
}

const KINDS: { readonly [type: string]: readonly [kind: keyof ExamplePolicies, attribute: string] } = {
  aws_iam_role_policy: ['identity', 'policy'],
  aws_iam_role: ['resource', 'assume_role_policy'],
  aws_kms_key: ['resource', 'policy'],
  aws_s3_bucket_policy: ['resource', 'policy'],
  aws_sns_topic_policy: ['resource', 'policy'],
  aws_sqs_queue_policy: ['resource', 'policy'],
  aws_dynamodb_resource_policy: ['resource', 'policy'],
  aws_vpc_endpoint: ['endpoint', 'policy'],
};

export function examplePolicies(directory: string): ExamplePolicies {
  const found = { identity: [] as JsonObject[], resource: [] as JsonObject[], endpoint: [] as JsonObject[] };
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('cdk.tf.json')
  );
  for (const file of files.sort()) {
    const json = JSON.parse(readFileSync(join(directory, file), 'utf8')) as JsonObject;
    const resources = isJsonObject(json.resource) ? json.resource : {};
    for (const [type, [kind, attribute]] of Object.entries(KINDS)) {
      for (const name of Object.keys((resources[type] as JsonObject | undefined) ?? {}).sort()) {
        const text = ((resources[type] as JsonObject)[name] as JsonObject)[attribute];
        if (typeof text === 'string') found[kind].push(filledIn(JSON.parse(text) as Json) as JsonObject);
      }
    }
  }
  return found;
}

/** JSON whose interpolations have values: the same everywhere. */
function filledIn(json: Json): Json {
  if (typeof json === 'string') return replaceInterpolations(json, valueOf).replace(/\$\$\{/g, '${');
  if (Array.isArray(json)) return json.map(filledIn);
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [filledIn(key) as string, filledIn(value)]));
}

/** How ARNs begin, by type. */
const ARNS: { readonly [type: string]: string } = {
  aws_s3_bucket: 'arn:aws:s3:::',
  aws_kms_key: `arn:aws:kms:eu-central-1:${OWN}:key/`,
  aws_iam_role: `arn:aws:iam::${OWN}:role/`,
  aws_dynamodb_table: `arn:aws:dynamodb:eu-central-1:${OWN}:table/`,
  aws_sns_topic: `arn:aws:sns:eu-central-1:${OWN}:`,
  aws_sqs_queue: `arn:aws:sqs:eu-central-1:${OWN}:`,
  aws_secretsmanager_secret: `arn:aws:secretsmanager:eu-central-1:${OWN}:secret:`,
  aws_cloudwatch_log_group: `arn:aws:logs:eu-central-1:${OWN}:log-group:`,
};

function valueOf(interpolation: string): string {
  if (/partition/.test(interpolation)) return 'aws';
  if (/dns_suffix/.test(interpolation)) return 'amazonaws.com';
  if (/caller_identity|account_id/.test(interpolation)) return OWN;
  if (/region/.test(interpolation)) return 'eu-central-1';
  const name = (/([A-Za-z0-9]{8})[_.\w]*\}$/.exec(interpolation)?.[1] ?? 'x').toLowerCase();
  const type = /aws_[a-z0-9]+(?:_[a-z0-9]+)*/.exec(interpolation)?.[0] ?? '';
  return /arn\}?$/.test(interpolation) ? `${ARNS[type] ?? `arn:aws:ec2:eu-central-1:${OWN}:instance/`}${name}` : name;
}

/** Actions to choose from where a statement has a pattern. */
const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:ListBucket',
  's3:GetBucketAcl',
  's3:PutBucketPolicy',
  'kms:Encrypt',
  'kms:Decrypt',
  'kms:GenerateDataKey',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
  'kms:ScheduleKeyDeletion',
  'sns:Publish',
  'sqs:SendMessage',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'sts:AssumeRole',
  'logs:PutLogEvents',
  'secretsmanager:GetSecretValue',
];

function textsOf(json: Json | undefined): string[] {
  return typeof json === 'string' ? [json] : Array.isArray(json) ? json.flatMap(textsOf) : [];
}

function statementsOf(policy: JsonObject): JsonObject[] {
  return asBlocks(policy.Statement);
}

function callerFor(random: Random, statement: JsonObject): Caller {
  const { Principal } = statement;
  if (!isJsonObject(Principal) || random.chance(0.3)) return random.one(CALLERS);
  const services = textsOf(Principal.Service);
  if (services.length > 0) return { kind: 'service', id: random.one(services) };
  const role = textsOf(Principal.AWS).find((id) => id.includes(':role/'));
  return role ? { kind: 'role', id: role, session: 'now' } : random.one(CALLERS);
}

/** A request that has to do with a statement of the policies. */
export function exampleAccess(random: Random, policies: ExamplePolicies): AccessCase {
  const resourcePolicy = random.one(policies.resource);
  const identity = random.chance(0.6) ? [random.one(policies.identity)] : [];
  const [inTrust] = statementsOf(resourcePolicy);
  const statements = [...statementsOf(resourcePolicy), ...identity.flatMap(statementsOf)];
  const about = random.one(statements);
  const action = actionFor(random, about);
  const caller = callerFor(random, about);
  const isOfAccount = caller.kind === 'user' || caller.kind === 'role';
  const account = random.chance(0.8) ? OWN : OTHER;
  // A trust policy names no resource: the role is the resource.
  const isTrust = inTrust.Resource === undefined;
  const fitting = policies.resource.filter((policy) => statementsOf(policy).some((one) => one.Resource !== undefined));
  const own = isTrust && !action.startsWith('sts:') ? random.one(fitting) : resourcePolicy;
  const context = contextFor(random, caller, account, [own, ...identity]);
  return {
    caller,
    action,
    resource: action.startsWith('sts:') ? `arn:aws:iam::${account}:role/app` : resourceFor(random, about, action),
    account,
    context,
    identity: isOfAccount ? identity : [],
    boundary: isOfAccount && identity.length > 0 && random.chance(0.1) ? [random.one(policies.identity)] : [],
    session: [],
    resourcePolicy: action.startsWith('sts:') === isTrust ? own : isTrust ? own : undefined,
    endpoint: policies.endpoint.length > 0 && random.chance(0.15) ? [random.one(policies.endpoint)] : [],
    serviceControl: [],
    resourceControl: [],
  };
}

function actionFor(random: Random, statement: JsonObject): string {
  const action = random.one([...textsOf(statement.Action), ...textsOf(statement.NotAction)]);
  if (!/[*?]/.test(action)) return action;
  const fitting = ACTIONS.filter((one) => one.startsWith(action.split(/[*?]/)[0]));
  return fitting.length > 0 ? random.one(fitting) : random.one(ACTIONS);
}

function resourceFor(random: Random, statement: JsonObject, action: string): string {
  const written = [...textsOf(statement.Resource), ...textsOf(statement.NotResource)];
  const pattern = written.length > 0 ? random.one(written) : '*';
  if (pattern !== '*') return pattern.replace(/\*/g, random.one(['x', 'y']));
  const [service] = action.split(':');
  const start = Object.values(ARNS).find((arn) => arn.split(':')[2] === service) ?? 'arn:aws:s3:::';
  return `${start}x`;
}

function contextFor(
  random: Random,
  caller: Caller,
  account: string,
  policies: readonly JsonObject[]
): { [key: string]: string[] } {
  const context: { [key: string]: string[] } = { 'aws:ResourceAccount': [account] };
  for (const statement of policies.flatMap(statementsOf)) {
    for (const keys of Object.values((statement.Condition as JsonObject | undefined) ?? {})) {
      for (const [key, values] of Object.entries(keys as JsonObject)) {
        if (random.chance(0.25)) continue;
        const value = random.chance(0.8) ? random.one(textsOf(values)) : 'other';
        context[key] = [value.replace(/\*/g, 'x')];
      }
    }
  }
  if (caller.kind === 'service' || caller.kind === 'anonymous') return context;
  if (caller.kind === 'user') context['aws:username'] = ['ada'];
  const own = caller.id.split(':')[4];
  return { ...context, 'aws:PrincipalArn': [caller.id], 'aws:PrincipalAccount': [own], 'kms:CallerAccount': [own] };
}
