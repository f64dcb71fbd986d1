import { RESOURCE_TYPES } from '../../aws/types';
import { JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { OPEN, example, joined } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

function ofType(type: string): Examples {
  const { policy, plainTransport } = RESOURCE_TYPES[type];
  const { action, isOfPolicies } = plainTransport!;
  const { apart, attribute } = policy!;
  const denial = {
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: '*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };

  /** A resource with a policy of this one statement, apart from it where the service has that. */
  function withPolicy(title: string, statement: JsonObject | string, beside: JsonObject = {}): Example {
    const text = typeof statement === 'string' ? statement : JSON.stringify({ Statement: statement });
    if (apart === undefined) return example(title, type, { [attribute]: text }, beside);
    const holder = { [apart.attribute]: `\${${type}.this.${apart.names}}`, policy: text };
    return example(title, type, {}, { ...beside, resource: { [apart.type]: { this: holder } } });
  }

  const withoutPolicy = example('no policy', type, {});
  return {
    pass: [
      withPolicy('a denial for everyone', denial),
      withPolicy('a wider denial', { ...denial, Action: '*', Principal: { AWS: '*' } }),
      ...(isOfPolicies ? [withoutPolicy] : []),
    ],
    fail: [
      ...(isOfPolicies ? [] : [withoutPolicy]),
      withPolicy('a denial for one account', { ...denial, Principal: { AWS: '111122223333' } }),
      withPolicy('a denial of something else', { ...denial, Action: `${action.split(':')[0]}:TagResource` }),
      withPolicy('a denial on a further condition', {
        ...denial,
        Condition: { ...denial.Condition, StringEquals: { 'aws:PrincipalTag/team': 'shop' } },
      }),
      withPolicy('a permission', { ...denial, Effect: 'Allow' }),
    ],
    undetermined: [withPolicy('a variable is the policy', '${var.open}', OPEN)],
  };
}
