import { IConstruct } from 'constructs';
import { PolicyOf, WayOut, requireWithinQuota } from './policy-quota';

/** Whether a statement allows or denies. */
export enum Effect {
  /** Allows the actions. */
  ALLOW = 'Allow',
  /** Denies the actions, whatever else allows them. */
  DENY = 'Deny',
}

/** A statement of a resource policy. IAM variables are written `$${aws:username}`: Terraform reads `${…}` as its own. */
export interface PolicyStatement {
  /** Names the statement within its policy. Letters and digits. */
  readonly sid?: string;
  /**
   * Whether it allows or denies.
   *
   * @default Effect.ALLOW
   */
  readonly effect?: Effect;
  /** Whom it speaks of, by type: `{ AWS: ['arn:…'] }`, `{ Service: ['config.amazonaws.com'] }`. */
  readonly principals: { [type: string]: string[] };
  /** The actions: `s3:GetObject`. */
  readonly actions: string[];
  /** The ARNs of the resources. */
  readonly resources: string[];
  /**
   * What must hold for the statement to apply: operator, then condition key, then values.
   *
   * @default - it always applies
   */
  readonly conditions?: { [operator: string]: { [key: string]: string[] } };
}

/** A statement without principals: what a role may do, or must not. */
export interface IdentityStatement {
  readonly sid?: string;
  /** It allows, unless it says otherwise. */
  readonly effect?: Effect;
  readonly actions: string[];
  readonly resources: string[];
  /** What must hold for the statement to apply. */
  readonly conditions?: Conditions;
}

/** Operator, then condition key, then values. */
export interface Conditions {
  readonly [operator: string]: { readonly [key: string]: string[] };
}

/** The text of a resource policy, which is refused where it has more than its service takes. */
export function policyText(
  scope: IConstruct | undefined,
  of: PolicyOf,
  statements: readonly PolicyStatement[],
  wayOut?: WayOut
): string {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: statements.map(statementJson) });
  requireWithinQuota(scope, of, text, statements.length, wayOut);
  return text;
}

/** The text of a policy for a role. */
export function identityPolicyText(statements: readonly IdentityStatement[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statements.map(({ sid, effect, actions, resources, conditions }) => ({
      ...(sid === undefined ? {} : { Sid: sid }),
      Effect: effect ?? Effect.ALLOW,
      Action: actions,
      Resource: resources,
      ...conditionJson(conditions),
    })),
  });
}

/**
 * The text of the trust policy of a role.
 *
 * @param principals who assumes it, by type: `{ Service: ['ec2.amazonaws.com'] }`
 * @param actions how: by a token of an identity provider it is `sts:AssumeRoleWithWebIdentity`, with tags of the session `sts:TagSession` too
 */
export function trustPolicyText(
  principals: { readonly [type: string]: string[] },
  conditions?: Conditions,
  ...actions: string[]
): string {
  const Action = oneOrMany(actions.length > 0 ? actions : ['sts:AssumeRole']);
  const statement = { Effect: Effect.ALLOW, Principal: map(principals), Action };
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, ...conditionJson(conditions) }] });
}

type Json = { [name: string]: unknown };

function statementJson({ sid, effect, principals, actions, resources, conditions }: PolicyStatement): Json {
  const json: Json = {};
  if (sid !== undefined) json.Sid = sid;
  json.Effect = effect ?? Effect.ALLOW;
  json.Principal = principals['*'] === undefined ? map(principals) : '*';
  json.Action = oneOrMany(actions);
  json.Resource = oneOrMany(resources);
  return Object.assign(json, conditionJson(conditions));
}

function conditionJson(conditions: Conditions | undefined): Json {
  if (conditions === undefined) return {};
  const json: Json = {};
  for (const operator in conditions) json[operator] = map(conditions[operator]);
  return { Condition: json };
}

function map(lists: { readonly [key: string]: string[] }): Json {
  const json: Json = {};
  for (const key in lists) json[key] = oneOrMany(lists[key]);
  return json;
}

/** AWS hands lists of one back as the one: written so from the start, a second plan shows no change. */
function oneOrMany(values: string[]): string | string[] {
  return values.length === 1 ? values[0] : values;
}

/** A name for a statement about a service: `Events` for events.amazonaws.com. */
export function sidOf(service: string): string {
  return service
    .replace(/\.amazonaws\.com(\.cn)?$/, '')
    .split(/[.-]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}
