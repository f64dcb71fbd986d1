import { Decision, Policies, Request, evaluate } from '../../lib/aws/iam/evaluation/evaluate';
import { STRANGER, Text, hole } from '../../lib/aws/iam/evaluation/text';
import { Condition, Policy, policyFromJson } from '../../lib/aws/iam/policy';
import { Value } from '../../lib/terraform/value';

/** Somebody who asks, with the policies of his own and what his requests say of their source. */
interface Asker extends Pick<Request, 'caller' | 'context'> {
  readonly own?: Policies;
}

const SOURCES = ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];
const NO_SOURCE = Object.fromEntries(SOURCES.map((key) => [key, 'absent' as const]));
const UNLIMITED: Policies = {
  identity: [
    {
      where: 'own',
      policy: policyFromJson({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
      }),
    },
  ],
};

/**
 * Whether two texts of a resource policy, which differ in one statement, let the same callers do the same: roles of the account with and without policies of
 * their own, those of another account, strangers, the services that it names, for the account and for another one, and a service that it does not name.
 *
 * @param index the place of the statement in the former
 * @param absent condition keys that no request has
 */
export function letsTheSame(before: string, after: string, index: number, absent: readonly string[]): boolean {
  const [one, other] = [before, after].map((text) => policyFromJson(JSON.parse(text) as Value));
  if ('broken' in one || 'broken' in other) return false;
  const account = /\$\{data\.aws_caller_identity\.[\w-]+\.account_id\}/.exec(before)?.[0] ?? '111122223333';
  const partition = /\$\{data\.aws_partition\.[\w-]+\.partition\}/.exec(before)?.[0] ?? 'aws';
  const { actions, resources, conditions } = one.statements[index];
  const contexts = contextsOf(conditions, absent);
  for (const { caller, context, own } of askers(account, partition, one)) {
    for (const action of actions.map(named)) {
      for (const resource of resources.length > 0 ? resources : ['*']) {
        for (const chosen of contexts) {
          const request = { caller, action, resource, account, context: { ...chosen, ...context }, symbols };
          const [was, is] = [one, other].map((policy) =>
            evaluate(request, { ...own, resource: [{ where: 'it', policy, symbols }] })
          );
          if (shown(was) !== shown(is)) return false;
        }
      }
    }
  }
  return true;
}

type Context = NonNullable<Request['context']>;

/** Requests that have each of the values that conditions name, another one, or none. */
function contextsOf(conditions: readonly Condition[], absent: readonly string[]): Context[] {
  let contexts: Context[] = [Object.fromEntries(absent.map((key) => [key, 'absent' as const]))];
  for (const { key, values } of conditions) {
    if (absent.includes(key) || /^aws:(?:source(?!vpc|ip)|principal)/.test(key)) continue;
    const tried = [...values.map((value) => [value]), ['1'], 'absent' as const];
    contexts = contexts.flatMap((context) => tried.map((value) => ({ ...context, [key]: value })));
  }
  return contexts;
}

function shown({ decision, on }: Decision): string {
  return [decision, ...on].join(' ');
}

/** An action of those that a pattern stands for. */
function named(pattern: string): string {
  return pattern === '*' ? 's3:Anything' : pattern.replace(/\*/g, 'Anything');
}

function symbols(expression: string): Text {
  if (expression === '${stranger}') return [hole('stranger', ':/', STRANGER)];
  if (expression.startsWith('${data.')) return [hole(expression, ':/')];
  const type = /^\$\{aws_(\w+)\.[\w-]+\.arn\}$/.exec(expression)?.[1];
  return type === undefined ? [hole(expression)] : [...`arn:aws:${type}:`, hole(expression)];
}

function askers(account: string, partition: string, { statements }: Policy): Asker[] {
  const role = (of: string, id = `arn:${partition}:iam::${of}:role/some`): Request['caller'] => {
    return { kind: 'role', id, account: of };
  };
  const service = (id: string, of: string, arn: string): Asker => ({
    caller: { kind: 'service', id },
    context: {
      'aws:SourceAccount': [of],
      'aws:SourceArn': [arn],
      'aws:SourceOrgID': 'absent',
      'aws:SourceOrgPaths': 'absent',
    },
  });
  const conditions = statements.flatMap((statement) => statement.conditions);
  const roles = conditions.flatMap(({ key, values }) => (key === 'aws:principalarn' ? values : []));
  const principals = statements.flatMap((statement) => statement.principals);
  const accounts = principals.flatMap(({ id }) => /\b\d{12}\b/.exec(id)?.[0] ?? []);
  return [
    { caller: role(account), own: UNLIMITED, context: NO_SOURCE },
    { caller: role(account), context: NO_SOURCE },
    ...[...new Set(roles)].map((id) => ({ caller: role(account, id), own: UNLIMITED, context: NO_SOURCE })),
    ...[...new Set(accounts)].map((of) => ({ caller: role(of), own: UNLIMITED, context: NO_SOURCE })),
    { caller: role('${stranger}'), own: UNLIMITED, context: NO_SOURCE },
    { caller: { kind: 'anonymous', id: '' }, context: NO_SOURCE },
    service('other.amazonaws.com', account, `arn:aws:other:eu-central-1:${account}:some`),
    ...statements.flatMap((statement) =>
      statement.principals
        .filter(({ type }) => type === 'Service')
        .flatMap(({ id }) => {
          const own = `arn:aws:${id.split('.').slice(-3)[0]}:eu-central-1:`;
          const sources = statement.conditions.flatMap(({ key, values }) => (key === 'aws:sourcearn' ? values : []));
          return [
            ...[...sources, `${own}${account}:some`].map((arn) => service(id, account, arn.replace(/\*/g, 'some'))),
            service(id, '${stranger}', `${own}\${stranger}:some`),
          ];
        })
    ),
  ];
}
