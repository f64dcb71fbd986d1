import fc from 'fast-check';
import { Statement, coversAction } from '../../../lib/aws/iam/policy';
import { allowsEverything, isOnEverything, wholeService, wholeServiceResource } from '../../../lib/aws/iam/statements';

function statement(parts: Partial<Statement>): Statement {
  const NONE = { actions: [], notActions: [], resources: [], notResources: [], principals: [], notPrincipals: [] };
  return { effect: 'Allow', conditions: [], ...NONE, ...parts };
}

const SAMPLE = ['iam:PassRole', 's3:GetObject', 'ec2:RunInstances', 'secretsmanager:GetSecretValue', 'kms:Decrypt'];

test.each([
  ['*', true],
  ['**', true],
  ['*:*', true],
  ['*:?*', true],
  ['?*', true],
  ['s3:*', false],
  ['*:Get*', false],
  ['???', false],
])('%s is every action: %s', (action, expected) => {
  expect(allowsEverything(statement({ actions: [action] }))).toBe(expected);
});

test.each([
  ['s3:*', true],
  ['s3:?*', true],
  ['s3:*?', true],
  ['s?:*', true],
  ['iam*', true],
  ['s3:Get*', false],
  ['s3:?', false],
])('%s is a whole service: %s', (action, expected) => {
  expect(wholeService(statement({ actions: [action] })) !== undefined).toBe(expected);
});

test.each([
  ['*', true],
  ['arn:*', true],
  ['arn:aws:*', true],
  ['arn:aws:*:*:*:*', true],
  ['arn:aws:s3:::*', false],
  ['arn:aws:s3:::name*', false],
])('%s is every resource: %s', (resource, expected) => {
  expect(isOnEverything(statement({ resources: [resource] }))).toBe(expected);
});

test.each([
  ['arn:aws:s3:::*', true],
  ['arn:aws:s3:::*/*', true],
  ['arn:aws:s3:::name/*', false],
  ['arn:aws:sns:eu-central-1:111122223333:orders:*', false],
  ['arn:aws:dynamodb:*:*:table/*', true],
  ['arn:aws:dynamodb:*:*:table/orders*', false],
  ['arn:aws:iam::111122223333:role/?*', true],
  ['arn:aws:logs:*:*:*', true],
  ['arn:aws:logs:*:*:log-group:*', true],
  ['arn:aws:logs:*:*:log-group:orders:*', false],
])('%s is all of a service: %s', (resource, expected) => {
  expect(wholeServiceResource(statement({ resources: [resource] })) !== undefined).toBe(expected);
});

test('what is called every action covers every action, and a whole service every action of one', () => {
  const pattern = fc.string({ unit: fc.constantFrom('*', '?', ':', 's', '3', 'i'), maxLength: 6 });
  fc.assert(
    fc.property(pattern, (action) => {
      const of = statement({ actions: [action] });
      if (allowsEverything(of)) for (const one of SAMPLE) expect(coversAction(action, one)).toBe(true);
      const service = action.split(':')[0];
      if (wholeService(of) === undefined || !/^\w+$/.test(service) || !action.includes(':')) return;
      for (const one of SAMPLE) expect(coversAction(action, `${service}:${one.split(':')[1]}`)).toBe(true);
    }),
    { numRuns: 3000 }
  );
});
