import { STACK_POPULATIONS } from '../../../lib/evidence/populations/stacks';
import { membersIn } from '../../support/members';
import { Json } from '../../../lib/terraform/value';
import { at, modelOf } from '../../support/models';

const ONE = '111122223333';
const PROVIDERS: readonly Json[] = [
  { region: 'eu-central-1', allowed_account_ids: [ONE] },
  { alias: 'logs', region: 'eu-west-1', assume_role: [{ role_arn: 'arn:aws:iam::444455556666:role/Logs' }] },
  { alias: 'open', assume_role: [{ role_arn: '${var.role}' }] },
];

const MODEL = modelOf({
  app: {
    provider: { aws: [...PROVIDERS] },
    variable: { role: {} },
    resource: {
      aws_s3_bucket: { a: {}, b: { provider: 'aws.logs' }, c: { provider: 'aws.open' }, d: { region: 'eu-west-3' } },
      random_id: { e: {} },
    },
  },
  other: { resource: { aws_sqs_queue: { a: {} } } },
});

test('accounts are told by their ids, by the credentials of who works there, or by the run', () => {
  expect(membersIn(MODEL, 'accounts')).toEqual([
    ONE,
    '444455556666',
    'the account of app:provider.aws.open',
    'the account of the run',
  ]);
});

test('accounts and Regions are the places that resources lie in', () => {
  expect(membersIn(MODEL, 'accounts and regions')).toEqual([
    `${ONE}, eu-central-1`,
    `${ONE}, eu-west-3`,
    '444455556666, eu-west-1',
    'the account of app:provider.aws.open, Region not known',
    'the account of the run, Region not known',
  ]);
});

test('stacks, and the modules that a configuration names', () => {
  expect(membersIn(MODEL, 'stacks')).toEqual(['app', 'other']);
  expect(membersIn(MODEL, 'modules')).toEqual([]);
  const model = modelOf({ app: { module: { store: { source: './store' } } } });
  expect(membersIn(model, 'modules')).toEqual(['app:module.store']);
  const [stack] = model.stacks;
  expect(STACK_POPULATIONS.modules.placesOf(model, { stack, address: 'module.store' })).toEqual(['app:module.store']);
});

test('an organization is there where anything of it is', () => {
  expect(membersIn(MODEL, 'organizations')).toEqual([]);
  const model = modelOf({ app: { resource: { aws_organizations_policy: { regions: {} } } } });
  expect(membersIn(model, 'organizations')).toEqual(['the organization']);
});

test('one app', () => {
  expect(membersIn(MODEL, 'apps')).toEqual(['the app']);
});

test('a verdict counts for the place of its resource, and one about a Region for that Region', () => {
  const { 'accounts and regions': places } = STACK_POPULATIONS;
  const resource = at(MODEL, 'aws_s3_bucket.d');
  const { stack } = resource;
  expect(places.placesOf(MODEL, { stack, resource, address: resource.address })).toEqual([`${ONE}, eu-west-3`]);
  expect(places.placesOf(MODEL, { stack, address: 'eu-west-1' })).toEqual(['444455556666, eu-west-1']);
});
