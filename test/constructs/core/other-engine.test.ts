import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  EncryptedBucket,
  Guardrails,
  IKey,
  Posture,
  Records,
  RetentionSchedule,
  RotatedKey,
  Waivers,
} from '../../../lib';
import { isOfOtherEngine, otherEngine } from '../../../lib/constructs/core/other-engine';
import { ENGINE, LIBRARY, OTHER_ENGINE, OTHER_LIBRARY } from '../../../lib/toms/engine';
import { checkApp } from '../../../lib/testing';
import { WAYS } from '../../support/constructs';
import { network } from '../../support/network';
import { messageOf, newStack, temporaryApp, temporaryDirectory } from '../../support/synth';

// Objects of both engines, from both packages, are tried by `npm run test:cdktn`. Here classes bear the brand that jsii writes into those of the other one.
const BRAND = Symbol.for('jsii.rtti');

class ForeignApp extends App {
  public static readonly [BRAND] = { fqn: `${OTHER_ENGINE}.App`, version: '1.0.0' };
}

class ForeignStack extends TerraformStack {
  public static readonly [BRAND] = { fqn: `${OTHER_ENGINE}.TerraformStack`, version: '1.0.0' };
}

class ForeignResource extends TerraformResource {
  public static readonly [BRAND] = { fqn: `${OTHER_ENGINE}.TerraformResource`, version: '1.0.0' };
}

class ForeignKey extends Construct {
  public static readonly [BRAND] = { fqn: `${OTHER_LIBRARY}.RotatedKey`, version: '1.0.0' };
}

/** As programs write them. */
class OwnStack extends ForeignStack {}

function foreignResource(scope: Construct, type = 'aws_iam_role'): ForeignResource {
  return new ForeignResource(scope, 'Foreign', { terraformResourceType: type });
}

const said = (what: string): string =>
  `${what} is of ${OTHER_ENGINE}, and ${LIBRARY} is for ${ENGINE}: take ${OTHER_LIBRARY} instead (npm install ${OTHER_LIBRARY}), or make it with ${ENGINE}`;

test('the sentence names both packages and both engines', () => {
  expect(new Set([ENGINE, OTHER_ENGINE])).toEqual(new Set(['cdktf', 'cdktn']));
  expect(otherEngine('the app')).toBe(said('the app'));
});

test('objects are of the engine whose class made them, or a class that extends one', () => {
  const stack = newStack();
  const own = [stack, App.of(stack), new RotatedKey(stack, 'Key'), new Construct(stack, 'Plain'), { arn: 'a' }, 'a'];
  expect([...own, undefined, null, Object.create(null)].filter(isOfOtherEngine)).toEqual([]);
  const foreign = [new ForeignStack(temporaryApp(), 'a'), new OwnStack(temporaryApp(), 'b'), foreignResource(stack)];
  expect(foreign.map(isOfOtherEngine)).toEqual([true, true, true]);
});

describe('a stack of the other engine', () => {
  const stack = (): TerraformStack => new OwnStack(temporaryApp(), 'other');

  test.each(WAYS)('gets no $title', ({ make }) => {
    const scope = stack();
    expect(messageOf(() => make(scope, 'It', () => network(scope)))).toContain(said("'other'"));
  });

  test.each<[string, (scope: TerraformStack) => unknown]>([
    ['posture', (scope) => Posture.set(scope, {})],
    ['schedule', (scope) => RetentionSchedule.set(scope, { a: { retentionDays: 1, legalBasis: 'b' } })],
    ['waiver', (scope) => Waivers.of(scope)],
    ['imported bucket', (scope) => EncryptedBucket.fromBucketName(scope, 'It', 'acme')],
  ])('gets no %s', (_title, make) => {
    expect(messageOf(() => make(stack()))).toContain(said("'other'"));
  });
});

describe('an app of the other engine', () => {
  const app = (): App => new ForeignApp({ outdir: temporaryDirectory() });

  test.each<[string, (of: App) => unknown, string]>([
    ['enforces no guardrails', (of) => Guardrails.enforce(of), ''],
    ['is not checked', checkApp, ''],
    ['has no posture', (of) => Posture.set(of, {}), '[App] '],
    ['has no records', (of) => Records.of(of), '[App] '],
    ['lends its stacks no construct', (of) => new RotatedKey(new TerraformStack(of, 'mine'), 'Key'), '[mine/Key] '],
  ])('%s', (_title, use, place) => {
    expect(messageOf(() => use(app()))).toBe(`${place}${said('the app')}`);
  });
});

describe('a part of the other engine', () => {
  test('is no prop', () => {
    const stack = newStack();
    const encryptionKey = new ForeignKey(stack, 'Key') as unknown as IKey;
    expect(messageOf(() => new EncryptedBucket(stack, 'Orders', { encryptionKey }))).toBe(
      `[test/Orders] ${said("'encryptionKey'")}`
    );
  });

  test('is granted nothing', () => {
    const stack = newStack();
    const bucket = new EncryptedBucket(stack, 'Orders');
    const role = foreignResource(stack) as unknown as IamRole;
    expect(messageOf(() => bucket.grantRead(role))).toBe(`[test/Orders] ${said("'grantee'")}`);
  });

  test('is refused before synth, which leaves nothing to apply', () => {
    const stack = newStack();
    const app = App.of(stack);
    Guardrails.enforce(app);
    foreignResource(stack);
    expect(messageOf(() => app.synth())).toBe(said("'test/Foreign'"));
    expect(messageOf(() => checkApp(app))).toBe(said("'test/Foreign'"));
  });
});
