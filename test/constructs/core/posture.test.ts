import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { DataClass, EncryptedBucket, EncryptedStateBackend, Environment, Posture, PostureProps } from '../../../lib';
import { recordPosture } from '../../../lib/constructs/core/posture';
import { EU_REGIONS } from '../../../lib/toms/regions';
import { STATE } from '../../support/constructs';
import { Written, messageOf, newStack, temporaryApp } from '../../support/synth';

test('is production, personal data and the EU, with no owner and no retention, where nobody says otherwise', () => {
  const posture = Posture.of(new TerraformStack(temporaryApp(), 'test'));
  expect({ ...posture }).toEqual({
    environment: Environment.PRODUCTION,
    dataClass: DataClass.PERSONAL,
    residency: [...EU_REGIONS],
    owner: undefined,
    retentionDays: undefined,
    namePrefix: undefined,
  });
  expect(posture.isEphemeral).toBe(false);
  expect(posture.residency).not.toContain('eu-west-2');
  expect(posture.residency).not.toContain('eu-central-2');
});

test('is refined further in, value by value', () => {
  const stack = newStack({ owner: 'platform', retentionDays: 3650, namePrefix: 'acme', residency: ['eu-west-1'] });
  Posture.set(stack, { environment: Environment.EPHEMERAL });
  const inner = new Construct(stack, 'Inner');
  Posture.set(inner, { dataClass: DataClass.INTERNAL, retentionDays: 90 });
  expect({ ...Posture.of(new Construct(inner, 'Deep')) }).toEqual({
    environment: Environment.EPHEMERAL,
    owner: 'platform',
    dataClass: DataClass.INTERNAL,
    residency: ['eu-west-1'],
    retentionDays: 90,
    namePrefix: 'acme',
  });
  expect(Posture.of(stack)).toMatchObject({ retentionDays: 3650, dataClass: DataClass.PERSONAL, isEphemeral: true });
  expect(Posture.of(stack.node.root).isEphemeral).toBe(false);
});

test('the term of waivers is that of the strictest scope', () => {
  const stack = newStack({ owner: 'tests', maxWaiverDays: 90 });
  Posture.set(stack, { maxWaiverDays: 366 });
  const inner = new Construct(stack, 'Inner');
  Posture.set(inner, { maxWaiverDays: 30 });
  expect(Posture.of(stack).maxWaiverDays).toBe(90);
  expect(Posture.of(inner).maxWaiverDays).toBe(30);
});

test('does not change with the object that it was set from', () => {
  const props: { -readonly [K in keyof PostureProps]: PostureProps[K] } = { owner: 'first' };
  const stack = newStack(props);
  props.owner = 'second';
  expect(Posture.of(stack).owner).toBe('first');
});

test.each<[string, PostureProps, string]>([
  [
    'an unknown region',
    { residency: ['eu-central-1', 'eu-central-9'] },
    `'residency' must be an AWS region (TOM 7.1 Protected perimeter), got "eu-central-9"; write one of eu-central-1, `,
  ],
  [
    'an empty residency',
    { residency: [] },
    `'residency' must name at least one region, got []; write residency: ['eu-central-1']`,
  ],
  [
    'a declaration without a reason',
    { globalServiceLogs: ' ' },
    `'globalServiceLogs' must say why (TOM 7.1 Protected perimeter), got " "; write globalServiceLogs: 'requests to CloudFront are logged in us-east-1, under the EU-U.S. Data Privacy Framework'`,
  ],
  ['a blank owner', { owner: ' ' }, `'owner' must name somebody (TOM 10.2 `],
  ['a blank owner, and shows the line', { owner: '' }, `, got ""; write owner: 'team-name'`],
  [
    'a retention of 0',
    { retentionDays: 0 },
    `'retentionDays' must be a whole number of days, at least 1 (TOM 2.2 Retention schedule), got 0; write retentionDays: 365`,
  ],
  ['a retention of -1', { retentionDays: -1 }, ', got -1; '],
  ['a retention of NaN', { retentionDays: NaN }, ', got NaN; '],
  ['a retention without end', { retentionDays: Infinity }, ', got Infinity; '],
  [
    'a term of waivers of half a day',
    { maxWaiverDays: 0.5 },
    `'maxWaiverDays' must be a whole number of days, at least 1 (TOM 10.3 `,
  ],
  [
    'a prefix in capitals',
    { namePrefix: 'Acme' },
    `'namePrefix' must be 1 to 30 lower case letters, digits and hyphens, a letter first, got "Acme"; write namePrefix: 'acme-payments'`,
  ],
  ['a prefix that begins with a digit', { namePrefix: '1a' }, `'namePrefix' must be`],
  ['an empty prefix', { namePrefix: '' }, `'namePrefix' must be`],
  ['a prefix of 31 characters', { namePrefix: 'a'.repeat(31) }, `'namePrefix' must be`],
])('refuses %s', (_title, props, message) => {
  const app = temporaryApp();
  const thrown = messageOf(() => Posture.set(app, props));
  expect(thrown).toMatch(/^\[App\] /);
  expect(thrown).toContain(message);
  expect(Posture.of(app).retentionDays).toBeUndefined();
});

test('refuses a retention that only Terraform knows', () => {
  const stack = newStack({});
  const retentionDays = new TerraformVariable(stack, 'days', { type: 'number' }).numberValue;
  expect(messageOf(() => Posture.set(stack, { retentionDays }))).toBe(
    `[test] 'retentionDays' must be a plain number, known when the program runs (TOM 2.2 Retention schedule), got a token; write retentionDays: 365`
  );
});

test('refuses to be set twice on one scope', () => {
  const stack = newStack({ owner: 'first' });
  expect(messageOf(() => Posture.set(stack.node.root, { owner: 'second' }))).toBe(
    `[App] 'Posture.set' must be called once on a scope; merge the two calls, or set the second on a construct further in`
  );
  expect(Posture.of(stack).owner).toBe('first');
});

describe('is not set where a construct was made with it already:', () => {
  const late = (scope: string, reader: string): string =>
    `[${scope}] 'Posture.set' must be called before anything is made in the scope: ${reader} was made with the posture as it was before, and keeps it; move the call before ${reader}, or set the posture on a scope of its own for what comes later`;

  test.each<[string, (stack: TerraformStack) => IConstruct, string]>([
    ['the app', (stack) => stack.node.root, 'App'],
    ['the stack', (stack) => stack, 'test'],
    ['a construct around it', (stack) => stack.node.findChild('Shop'), 'test/Shop'],
    ['the construct itself', (stack) => stack.node.findChild('Shop').node.findChild('Orders'), 'test/Shop/Orders'],
  ])('%s', (_title, scopeIn, path) => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    new EncryptedBucket(new Construct(stack, 'Shop'), 'Orders', { retentionDays: 90 });
    new EncryptedBucket(stack, 'Later', { retentionDays: 90 });
    const scope = scopeIn(stack);
    const message = path.endsWith('Orders')
      ? `[${path}] 'Posture.set' must be called once on a scope; merge the two calls, or set the second on a construct further in`
      : late(path, 'test/Shop/Orders');
    expect(messageOf(() => Posture.set(scope, { environment: Environment.EPHEMERAL }))).toBe(message);
  });

  test('a backend reads it, too', () => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    new EncryptedStateBackend(stack, 'State', STATE);
    expect(messageOf(() => Posture.set(stack, { owner: 'late' }))).toBe(late('test', 'test/State'));
  });

  test('but beside it, and on what is made later, it is', () => {
    const app = temporaryApp();
    const [first, second] = ['first', 'second'].map((id) => new TerraformStack(app, id));
    new EncryptedBucket(first, 'Orders', { retentionDays: 90 });
    Posture.set(second, { retentionDays: 30 });
    Posture.set(new Construct(first, 'Inner'), { retentionDays: 60 });
    expect(Posture.of(second).retentionDays).toBe(30);
  });

  test('and who only asks for it does not fix it', () => {
    const stack = new TerraformStack(temporaryApp(), 'test');
    Posture.set(stack, { retentionDays: Posture.of(stack).retentionDays ?? 90 });
    expect(Posture.of(stack).retentionDays).toBe(90);
  });
});

describe('in the written stack', () => {
  test('stands what is declared above a stack that declares something of its own, and nothing else', () => {
    const stack = newStack({ owner: 'platform', dataClass: DataClass.PERSONAL, residency: ['eu-central-1'] });
    Posture.set(stack, { dataClass: DataClass.PUBLIC, retentionDays: 400 });
    new EncryptedBucket(stack, 'Scans');
    const { outer, posture } = Written.of(stack).json['//'].toms;
    expect(outer).toEqual({ dataClass: 'personal', residency: ['eu-central-1'] });
    expect(posture).toMatchObject({ dataClass: 'public', residency: ['eu-central-1'] });
  });

  test('stands the posture of the stack, and of the scopes within it that differ', () => {
    const stack = newStack({ owner: 'platform', retentionDays: 400 });
    const inner = new Construct(stack, 'Inner');
    Posture.set(inner, { dataClass: DataClass.SPECIAL_CATEGORY });
    new EncryptedBucket(inner, 'Scans');
    expect(Written.of(stack).json['//'].toms).toEqual({
      version: 1,
      posture: {
        path: 'test',
        environment: 'production',
        owner: 'platform',
        dataClass: 'personal',
        residency: [...EU_REGIONS],
        retentionDays: 400,
      },
      scopes: [
        {
          path: 'test/Inner',
          environment: 'production',
          owner: 'platform',
          dataClass: 'special-category',
          residency: [...EU_REGIONS],
          retentionDays: 400,
        },
      ],
    });
  });

  test('stands why logs of global services lie outside, above the stack and in it', () => {
    const stack = newStack({ owner: 'platform', globalServiceLogs: 'for CloudFront' });
    Posture.set(stack, { retentionDays: 400 });
    new EncryptedBucket(stack, 'Scans');
    const { outer, posture } = Written.of(stack).json['//'].toms;
    expect(outer).toEqual({ globalServiceLogs: 'for CloudFront' });
    expect(posture).toMatchObject({ globalServiceLogs: 'for CloudFront' });
  });

  test('stands what was said after the stack asked for it, which reads nothing', () => {
    const app = temporaryApp();
    const stack = new TerraformStack(app, 'test');
    recordPosture(stack);
    Posture.set(app, { owner: 'late' });
    expect(Written.of(stack).json['//'].toms.posture.owner).toBe('late');
  });

  test('stands nothing where no construct and no guardrails ask for it', () => {
    expect(Written.of(newStack()).json['//']).not.toHaveProperty('toms');
  });
});
