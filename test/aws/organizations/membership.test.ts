import { isOfOrganization } from '../../../lib/aws/organizations/membership';
import { Json } from '../../../lib/terraform/value';
import { modelOf } from '../../support/models';

const provider = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };
const resource = { aws_s3_bucket: { a: {} } };

function accounts(...ids: Json[]): Json {
  return { aws_organizations_organization: { all: { accounts: ids.map((id) => ({ id })) } } };
}

test.each<[string, { readonly [section: string]: Json }, boolean | undefined, boolean | undefined]>([
  ['nobody lists the accounts', { resource }, true, undefined],
  ['a data source lists them', { resource, data: accounts('111122223333', '222233334444') }, true, false],
  ['a data source lists some that nobody knows', { resource, data: accounts('${var.a}') }, true, undefined],
  ['it lists the account', { resource, data: accounts('444455556666') }, true, true],
  [
    'the account is made here',
    { resource: { ...resource, aws_organizations_account: { a: { id: '444455556666' } } } },
    true,
    true,
  ],
])('where %s', (_, stack, own, other) => {
  const model = modelOf({ stack: { provider, ...stack } });
  expect(isOfOrganization(model, '111122223333')).toBe(own);
  expect(isOfOrganization(model, '444455556666')).toBe(other);
});

test('every account that a stack works in is ours', () => {
  const there = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['444455556666'] }] };
  const model = modelOf({ here: { provider, resource }, there: { provider: there, resource } });
  expect(isOfOrganization(model, '444455556666')).toBe(true);
});
