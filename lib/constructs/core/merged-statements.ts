import { Effect, IdentityStatement } from './policy';

/**
 * The same rights in fewer statements: of two that differ only in their resources, or only in their actions, one is made. A Sid that several
 * statements would have is left out, since Sids must be unique in a policy.
 */
export function mergeStatements(statements: readonly IdentityStatement[]): IdentityStatement[] {
  const byActions = join(
    statements,
    ({ effect = Effect.ALLOW, actions, conditions }) => [effect, [...actions].sort(), conditions],
    (one, other) => ({ ...one, resources: union(one.resources, other.resources) })
  );
  const merged = join(
    byActions,
    ({ effect = Effect.ALLOW, resources, conditions }) => [effect, [...resources].sort(), conditions],
    (one, other) => ({ ...one, actions: union(one.actions, other.actions) })
  );
  return merged.map((statement) => {
    const isTaken = merged.some((other) => other !== statement && other.sid === statement.sid);
    return isTaken ? { ...statement, sid: undefined } : statement;
  });
}

function join(
  statements: readonly IdentityStatement[],
  keyOf: (statement: IdentityStatement) => unknown,
  merge: (one: IdentityStatement, other: IdentityStatement) => IdentityStatement
): IdentityStatement[] {
  const found = new Map<string, IdentityStatement>();
  for (const statement of statements) {
    const key = JSON.stringify(keyOf(statement));
    const known = found.get(key);
    found.set(key, known ? { ...merge(known, statement), sid: sidOfBoth(known, statement) } : statement);
  }
  return [...found.values()];
}

function sidOfBoth({ sid }: IdentityStatement, other: IdentityStatement): string | undefined {
  return sid === other.sid ? sid : undefined;
}

function union(some: readonly string[], others: readonly string[]): string[] {
  return [...new Set([...some, ...others])];
}
