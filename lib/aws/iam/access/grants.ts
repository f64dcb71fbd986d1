import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isJsonObject, isUnknown, items } from '../../../terraform/value';
import { HeldPolicy } from '../evaluation/statements';
import { Condition } from '../policy';
import { symbolsOf } from './symbols';

const GRANT = 'aws_kms_grant';

/**
 * What the grants of a key allow, as policies of the key: each lets its grantee, in whichever account, without a policy of his own, until a denial.
 * https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
 */
export function grantsOn(model: Model, key: Resource): readonly HeldPolicy[] {
  const found = companionsOf(model, key, GRANT, 'key_id', ['id', 'arn', 'key_id']).map((grant) => held(model, grant));
  if (!hasUndeterminedCompanion(model, GRANT, 'key_id')) return found;
  const where = `an ${GRANT} that may be of ${key.address}`;
  return [...found, { where, policy: { unknown: where } }];
}

function held(model: Model, grant: Resource): HeldPolicy {
  const grantees = items(grant.get('grantee_principal')).map((id) => ({ type: 'AWS', id: textFor(id) }));
  const statement = {
    effect: 'Allow',
    actions: items(grant.get('operations')).map((operation) =>
      isUnknown(operation) ? operation.text : `kms:${textFor(operation)}`
    ),
    notActions: [],
    resources: [],
    notResources: [],
    principals: grantees,
    notPrincipals: [],
    conditions: grant.blocks('constraints').flatMap(conditionsOf),
  };
  return {
    where: grant.address,
    policy: { version: '2012-10-17', statements: [statement], complete: true },
    symbols: symbolsOf(model, grant),
  };
}

function textFor(value: Value): string {
  return isUnknown(value) ? value.text : typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a grant demands of the encryption context. */
function conditionsOf(constraints: { get(attribute: string): Value }): Condition[] {
  return ['encryption_context_equals', 'encryption_context_subset'].flatMap((attribute): Condition[] => {
    const context = constraints.get(attribute);
    if (context === undefined) return [];
    if (isUnknown(context) || !isJsonObject(context)) return [{ operator: '?', key: '?', values: [attribute] }];
    return Object.entries(context as { [key: string]: Value }).map(([key, value]) => ({
      operator: 'StringEquals',
      key: `kms:encryptioncontext:${key.toLowerCase()}`,
      values: [textFor(value)],
    }));
  });
}
