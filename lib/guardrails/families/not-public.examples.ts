import { RESOURCE_TYPES } from '../../aws/types';
import { JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { OPEN, example, joined } from './examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map(ofType));
}

function ofType(type: string): Examples {
  const { policy, publicPolicy } = RESOURCE_TYPES[type];
  const { attribute } = policy!;
  const open = { Sid: 'Open', Effect: 'Allow', Action: '*', Resource: '*' };
  const everyone = { ...open, Principal: '*' };
  const withPolicy = (title: string, statement: JsonObject, more: JsonObject = {}): Example =>
    example(title, type, { ...more, [attribute]: JSON.stringify({ Statement: statement }) });
  const pass = [
    withPolicy('a role', { ...everyone, Principal: { AWS: 'arn:aws:iam::111122223333:role/shop' } }),
    withPolicy('an organization', {
      ...everyone,
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
    }),
    withPolicy('a denial for everyone', { ...everyone, Effect: 'Deny' }),
  ];
  const vpc = publicPolicy?.vpc;
  return {
    pass: vpc === undefined ? pass : [...pass, withPolicy('everyone in a VPC', everyone, { [vpc]: 'vpc-1' })],
    fail: [
      withPolicy('everyone', everyone),
      withPolicy('everyone but one account', { ...open, NotPrincipal: { AWS: '111122223333' } }),
      withPolicy('a condition that does not narrow', {
        ...everyone,
        Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } },
      }),
    ],
    undetermined: [
      example('a variable is the policy', type, { [attribute]: '${var.open}' }, OPEN),
      example(
        'a variable names the principal',
        type,
        { [attribute]: JSON.stringify({ Statement: { ...everyone, Principal: { AWS: '${var.open}' } } }) },
        OPEN
      ),
    ],
  };
}
