import { IConstruct } from 'constructs';
import { Statement, policyFromJson } from '../../aws/iam/policy';
import { allowsAction, allowsEverything, isOnEverything, wholeService } from '../../aws/iam/statements';
import { refuse } from '../core/errors';
import { Effect, IdentityStatement, identityPolicyText } from '../core/policy';

/**
 * Refuses a statement that allows every action, a whole service on every resource, or the passing of every role to any service.
 *
 * @param use what the actions are for, in the way out: `deployments change`
 */
export function requireNarrow(scope: IConstruct, statement: IdentityStatement, use = 'deployments change'): void {
  if (statement.effect === Effect.DENY) return;
  const read = policyFromJson(JSON.parse(identityPolicyText([statement])) as Parameters<typeof policyFromJson>[0]);
  const must = 'statements' in read ? read.statements.map(tooWide).find((one) => one !== undefined) : undefined;
  if (must === undefined) return;
  refuse(scope, {
    prop: 'actions',
    must,
    value: statement.actions,
    measure: '3.1.1',
    fix: `name the actions and the resources that ${use}`,
  });
}

function tooWide(statement: Statement): string | undefined {
  if (allowsEverything(statement)) return 'must not allow every action';
  if (!isOnEverything(statement)) return undefined;
  const service = wholeService(statement);
  if (service !== undefined) return `must not allow a whole service on every resource, as ${service} does`;
  const limits = statement.conditions.some(({ key }) => key === 'iam:passedtoservice');
  if (limits || !allowsAction(statement, 'iam:PassRole')) return undefined;
  return 'must not allow the passing of every role, without a condition on iam:PassedToService';
}
