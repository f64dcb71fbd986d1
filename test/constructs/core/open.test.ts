import { Construct } from 'constructs';
import { DataClass, RetentionSchedule } from '../../../lib';
import { CommonProps, Opened, Opening, openConstruct } from '../../../lib/constructs/core/open';
import { sourceOf } from '../../../lib/constructs/core/source';
import { LogKind } from '../../../lib/toms/tags';
import { Written, messageOf, newStack } from '../../support/synth';

class It extends Construct {
  public readonly opened: Opened;

  constructor(scope: Construct, props: CommonProps = {}, opening: Partial<Opening> = {}) {
    super(scope, 'It');
    this.opened = openConstruct(this, props, opening);
  }
}

test('takes class, region and tags from the posture and the provider', () => {
  const { opened } = new It(newStack());
  expect(opened.dataClass).toBe(DataClass.PERSONAL);
  expect(opened.region).toBeUndefined();
  expect(opened.tags).toEqual({
    'tom:environment': 'production',
    'tom:data-class': 'personal',
    'tom:owner': 'tests',
  });
});

test('takes what its props say', () => {
  const { opened } = new It(
    newStack(),
    { dataClass: DataClass.INTERNAL, region: 'us-east-1', tags: { team: 'orders' } },
    { logKind: LogKind.ACCESS }
  );
  expect(opened.dataClass).toBe(DataClass.INTERNAL);
  expect(opened.region).toBe('us-east-1');
  expect(opened.tags).toMatchObject({
    team: 'orders',
    'tom:data-class': 'internal',
    'tom:log-kind': 'access',
  });
});

test('is of the category that its props name, and recorded as such', () => {
  const stack = newStack();
  const categories = { invoices: { retentionDays: 365, legalBasis: 'a statute', dataClass: DataClass.CONFIDENTIAL } };
  RetentionSchedule.set(stack, categories);
  const { opened } = new It(stack, { dataCategory: 'invoices' });
  expect(opened.dataClass).toBe(DataClass.CONFIDENTIAL);
  expect(opened.posture.retentionDays).toBe(365);
  expect(opened.tags).toMatchObject({ 'tom:data-category': 'invoices', 'tom:retention-days': '365' });
  const { scopes } = (Written.of(stack).json['//'] as { toms: { scopes: { path: string }[] } }).toms;
  expect(scopes.map(({ path }) => path)).toEqual(['test/It']);
});

test('remembers where it was made', () => {
  expect(sourceOf(new It(newStack()))?.file).toBe(__filename);
});

test('is in the region of its network where it has no prop for one', () => {
  expect(new It(newStack(), {}, { region: 'eu-west-1' }).opened.region).toBe('eu-west-1');
});

test.each([
  [
    'a prop of another library',
    { acl: 'private' },
    {},
    '[test/It] \'acl\' must not be set, got "private"; leave it out',
  ],
  ['a region of the network outside the residency', {}, { region: 'us-east-1' }, "[test/It] 'region' must be within "],
  [
    'a region outside the residency',
    { region: 'us-east-1' },
    {},
    "[test/It] 'region' must be within the residency of ",
  ],
])('refuses %s', (_title, props, opening, message) => {
  const refused = { acl: { must: 'must not be set', fix: 'leave it out' } };
  expect(messageOf(() => new It(newStack(), props as CommonProps, { refused, ...opening }))).toContain(message);
});
