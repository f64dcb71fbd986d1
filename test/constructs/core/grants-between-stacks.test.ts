import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, Testing, TerraformOutput, TerraformStack } from 'cdktf';
import * as toms from '../../../lib';
import {
  EncryptedBucket,
  EncryptedDatabase,
  IVpc,
  Port,
  Posture,
  PseudonymizationKey,
  RotatedKey,
  SecurityGroup,
} from '../../../lib';
import { EXPORTED } from '../../support/constructs';
import { GRANTING, NAMING } from '../../support/granting';
import { reachableNetwork } from '../../support/network';
import { Written, messageOf, temporaryApp } from '../../support/synth';

const ORDERS: readonly (readonly string[])[] = [
  ['network', 'data', 'service'],
  ['service', 'data', 'network'],
];

interface Stacks {
  readonly app: App;
  readonly data: TerraformStack;
  readonly service: TerraformStack;
  readonly vpc: () => IVpc;
}

function stacks(order: readonly string[]): Stacks {
  const app = temporaryApp();
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const made = Object.fromEntries(
    order.map((id) => {
      const stack = new TerraformStack(app, id);
      new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
      return [id, stack];
    })
  );
  let vpc: IVpc | undefined;
  return { app, data: made.data, service: made.service, vpc: () => (vpc ??= reachableNetwork(made.network)) };
}

const roleIn = (stack: TerraformStack, id = 'Role'): IamRole => new IamRole(stack, id, { assumeRolePolicy: '{}' });

/** An ordinary reference from one stack to another, which no grant can avoid. */
function refer(from: TerraformStack, to: TerraformStack): void {
  const role = roleIn(to, 'Referred');
  new TerraformOutput(from, 'referring', { value: role.arn });
}

const policies = (stack: TerraformStack): string[] =>
  // What a construct grants to a role of its own is not asked here.
  Object.keys(Written.of(stack).resources('aws_iam_role_policy')).filter(
    (path) => path.includes('Grants') && !path.startsWith('It/')
  );

test('every construct that grants something is among those that are tried', () => {
  const granting = EXPORTED.filter((name) => {
    const { prototype } = toms[name as keyof typeof toms] as unknown as { prototype: object };
    for (let one = prototype; one !== null; one = Object.getPrototypeOf(one) as object) {
      if (Object.getOwnPropertyNames(one).some((method) => /^(?:grant|deny)[A-Z]/.test(method))) return true;
    }
    return false;
  });
  expect(Object.keys(GRANTING)).toEqual(expect.arrayContaining(granting));
});

describe.each(ORDERS)('stacks in the order %s, %s, %s', (...order) => {
  describe.each(Object.entries(GRANTING))('%s', (name, grantAll) => {
    const names = NAMING.includes(name);

    test('grants a role of another stack there, which then depends on its own', () => {
      const { data, service, vpc } = stacks(order);
      grantAll(data, 'It', roleIn(service), vpc);
      expect(policies(names ? data : service)).toEqual(names ? [] : ['Role/Grants']);
      expect(names ? data.dependsOn(service) : service.dependsOn(data)).toBe(true);
    });

    test('grants a role of a stack that it depends on at home', () => {
      const { data, service, vpc } = stacks(order);
      grantAll(data, 'It', roleIn(service), vpc);
      refer(data, service);
      expect(policies(data)).toEqual(names ? [] : ['Grants-service-Role']);
      expect(policies(service)).toEqual([]);
      expect(data.dependsOn(service)).toBe(true);
    });

    test('makes no circle with what the other stack grants to a role of this one', () => {
      const { app, data, service, vpc } = stacks(order);
      grantAll(data, 'It', roleIn(service), vpc);
      const role = roleIn(data);
      for (const [other, grantOther] of Object.entries(GRANTING)) {
        if (!NAMING.includes(other)) grantOther(service, `Other${other}`, role, vpc);
      }
      app.synth();
      expect(data.dependsOn(service)).not.toBe(service.dependsOn(data));
    });
  });

  test('a role that connects to a database and logs in there', () => {
    const { data, service, vpc } = stacks(order);
    const database = new EncryptedDatabase(data, 'Orders', { vpc: vpc() });
    const group = new SecurityGroup(service, 'Group', { vpc: vpc() });
    group.connections.allowTo(database, Port.POSTGRESQL);
    database.grantConnect(roleIn(service), 'orders');
    const found = [...policies(data), ...policies(service)];
    expect(found).toHaveLength(1);
    expect(data.dependsOn(service)).not.toBe(service.dependsOn(data));
  });
});

test('a role has one policy in each stack that grants it something', () => {
  const { data, service } = stacks(ORDERS[0]);
  const role = roleIn(service);
  new EncryptedBucket(service, 'Own').grantRead(role);
  new EncryptedBucket(data, 'Other').grantRead(role);
  refer(data, service);
  expect(Object.keys(Written.of(service).granted('Role/Grants'))).toContain('<Own>/*');
  expect(Written.of(data).resources('aws_iam_role_policy')).toHaveProperty('Grants-service-Role');
});

test('a role with a provider of its own keeps its policies, whatever its stack depends on', () => {
  const { data, service } = stacks(ORDERS[0]);
  const provider = new AwsProvider(service, 'other', { region: 'eu-central-1', alias: 'other' });
  const role = new IamRole(service, 'Role', { assumeRolePolicy: '{}', provider });
  new EncryptedBucket(data, 'Orders').grantRead(role);
  expect(Written.of(service).resource('aws_iam_role_policy')).toMatchObject({ provider: 'aws.other' });
});

test('keys that name the roles of each other’s stacks are a circle, which is refused', () => {
  const { app, data, service } = stacks(ORDERS[0]);
  new RotatedKey(data, 'Key', { userArns: ['arn:aws:iam::111122223333:role/orders'] }).grantDecrypt(roleIn(service));
  new PseudonymizationKey(service, 'Tokens').grantTokenize(roleIn(data));
  expect(messageOf(() => app.synth())).toContain("'references' must lead one way between stacks");
});

test('what is written more than once is settled once', () => {
  const { app, data, service } = stacks(ORDERS[0]);
  new EncryptedBucket(data, 'Orders').grantRead(roleIn(service));
  app.synth();
  const first = Written.of(service).json;
  expect(Written.of(service).json).toEqual(first);
  expect(policies(service)).toEqual(['Role/Grants']);
});

test('the tests of cdktf see grants', () => {
  const { data, service } = stacks(ORDERS[0]);
  new EncryptedBucket(data, 'Orders').grantRead(roleIn(service));
  expect(Testing.synth(service)).toContain('s3:GetObject');
});
