import fc from 'fast-check';
import { policyAttribute } from '../../../lib/aws/iam/resource-policies';
import { RESOURCE_TYPES, typesWith } from '../../../lib/aws/types';
import { policyFromJson } from '../../../lib/aws/iam/policy';
import { run } from '../../../lib/guardrails/engine';
import { RULES } from '../../../lib/guardrails/rules';
import { publicPolicyVerdict } from '../../../lib/guardrails/verdicts/public-principal';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { Json, JsonObject, Value } from '../../../lib/terraform/value';

// Whatever stands as a principal, a policy is only met where each name in it is one that AWS takes, and nobody else.

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

/** Whether a principal is written as AWS documents it, and names somebody. Written apart from the reader. */
function isProper(principal: Json): boolean {
  if (principal === null || typeof principal !== 'object' || Array.isArray(principal)) return false;
  const entries = Object.entries(principal);
  const names = (value: Json): Json[] => (Array.isArray(value) ? value : [value]);
  return (
    entries.length > 0 &&
    entries.every(
      ([type, value]) => TYPES.includes(type) && names(value).every((id) => typeof id === 'string' && !/[*?]/.test(id))
    ) &&
    entries.some(([, value]) => names(value).length > 0)
  );
}

function statement(principal: Json): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: 'sqs:SendMessage', Resource: '*' };
}

const name = fc.constantFrom<Json[]>(
  '*',
  'foo',
  '111122223333',
  'arn:aws:iam::111122223333:role/app',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::*:role/app',
  'arn:aws:iam::1111????3333:root',
  's3.amazonaws.com',
  '*.amazonaws.com',
  '',
  5,
  true
);
const principals = fc.letrec<{ readonly any: Json }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    name,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...TYPES, 'aws', 'Everybody', '*'), tie('any'), { maxKeys: 2 })
  ),
})).any;

test('what is met names principals as AWS takes them', () => {
  fc.assert(
    fc.property(principals, (principal) => {
      const policy = policyFromJson({ Statement: [statement(principal)] } as Value);
      const outcome = publicPolicyVerdict('policy', policy)?.outcome;
      if (outcome === 'met') expect(flattened(principal)).toBe(true);
    }),
    { numRuns: 3000 }
  );
});

/** A list within a list of names reads as one list, and a list without anybody beside one with somebody as that. */
function flattened(principal: Json): boolean {
  if (principal === null || typeof principal !== 'object' || Array.isArray(principal)) return false;
  return isProper(Object.fromEntries(Object.entries(principal).map(([type, value]) => [type, flat(value)])));
}

function flat(value: Json): Json[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value];
}

const ODD: readonly [string, Json, 'violated' | 'undetermined'][] = [
  ['a list with everybody', ['foo', '*'], 'violated'],
  ['a list', ['arn:aws:iam::111122223333:role/app'], 'undetermined'],
  ['a number', 5, 'undetermined'],
  ['a name without a type', 'arn:aws:iam::111122223333:role/app', 'undetermined'],
  ['a role of any account', { AWS: 'arn:aws:iam::*:role/sqs' }, 'violated'],
  ['some roles of an account', { AWS: ['arn:aws:iam::111122223333:role/*'] }, 'undetermined'],
  ['two stars', { AWS: '**' }, 'violated'],
  ['any service', { Service: '*' }, 'undetermined'],
  ['an unknown type', { aws: '*' }, 'undetermined'],
  ['an object within', { AWS: { id: '*' } }, 'undetermined'],
  ['nobody', { AWS: [] }, 'undetermined'],
];

/** Where the policies of all types stand: those of the table, and those of services that it does not have. */
const HOLDERS: readonly [string, string][] = [
  ...typesWith(({ policy, publicPolicy }) => policy !== undefined || publicPolicy !== undefined).flatMap(
    (type): [string, string][] =>
      RESOURCE_TYPES[type].policy?.apart === undefined
        ? [[type, RESOURCE_TYPES[type].policy?.attribute ?? 'policy']]
        : [[RESOURCE_TYPES[type].policy.apart.type, 'policy']]
  ),
  ...['aws_kms_key', 'aws_kms_key_policy', 'aws_ecr_repository_policy', 'aws_glue_resource_policy'].map(
    (type): [string, string] => [type, 'policy']
  ),
  ['aws_iam_role', 'assume_role_policy'],
  ['acme_thing', 'policy'],
];

test.each([...new Map(HOLDERS.map((one) => [one[0], one])).values()])(
  'odd principals in %s are seen',
  (type, given) => {
    for (const [title, principal, expected] of ODD) {
      const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement(principal)] });
      const probe = readStack('it', 'it.tf.json', { resource: { [type]: { it: {} } } }).resources[0];
      const attribute = type === 'aws_iam_role' ? given : (policyAttribute(probe) ?? given);
      const stack = readStack('it', 'it.tf.json', { resource: { [type]: { it: { [attribute]: policy } } } });
      const { outcomes } = run(new Model([stack]), PUBLIC);
      const found = outcomes.flatMap((one) => one[expected]);
      expect([title, found.length > 0]).toEqual([title, true]);
    }
  }
);

const PUBLIC = RULES.filter(
  ({ id, claims }) =>
    claims.some((claim) => claim === '3.1.1.c') || ['IAM-004', 'KMS-002', 'EC2-008', 'EFS-004'].includes(id)
);
