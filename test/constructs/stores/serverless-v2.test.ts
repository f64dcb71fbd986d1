import { TerraformVariable, Token } from 'cdktf';
import { DatabaseEngine, EncryptedDatabase, EncryptedDatabaseProps } from '../../../lib';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedDatabaseProps, 'vpc'>;

function database(props: Props): Written {
  const stack = newStack();
  new EncryptedDatabase(stack, 'Orders', { vpc: network(stack), ...props });
  return Written.of(stack);
}

const AURORA_17 = DatabaseEngine.AURORA_POSTGRESQL;
const WIDE = { serverlessV2MinCapacity: 0.5, serverlessV2MaxCapacity: 64 };

test('the instances of a cluster grow and shrink with their load', () => {
  const written = database({ serverlessV2MaxCapacity: 64.5 });
  expect(written.resource('aws_rds_cluster')).toMatchObject({
    engine: 'aurora-postgresql',
    serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 64.5 },
    storage_encrypted: true,
  });
  expect(written.resource('aws_rds_cluster')).not.toHaveProperty('engine_mode');
  const scaling = written.resource('aws_rds_cluster').serverlessv2_scaling_configuration as object;
  expect(scaling).not.toHaveProperty('seconds_until_auto_pause');
  const instances = Object.values(written.resources('aws_rds_cluster_instance'));
  expect(instances.map((instance) => instance.instance_class as string)).toEqual(['db.serverless', 'db.serverless']);
  for (const instance of instances) {
    expect(instance).toMatchObject({ performance_insights_enabled: true, publicly_accessible: false });
  }
});

test.each([
  [undefined, 300],
  [3600, 3600],
])('at 0 they pause, after %p seconds', (autoPauseSeconds, seconds) => {
  const written = database({
    serverlessV2MinCapacity: 0,
    serverlessV2MaxCapacity: 4,
    serverlessV2AutoPauseSeconds: autoPauseSeconds,
  });
  expect(written.resource('aws_rds_cluster').serverlessv2_scaling_configuration).toEqual({
    min_capacity: 0,
    max_capacity: 4,
    seconds_until_auto_pause: seconds,
  });
});

describe('a version offers what AWS documents', () => {
  const offered = (engine: DatabaseEngine, min: number, max: number): boolean => {
    try {
      database({ engine, serverlessV2MinCapacity: min, serverlessV2MaxCapacity: max });
      return true;
    } catch {
      return false;
    }
  };
  const auroraPostgresql = (version: string): DatabaseEngine => DatabaseEngine.auroraPostgresql(version);
  const auroraMysql = (version: string): DatabaseEngine => DatabaseEngine.auroraMysql(version);
  const mysql = (version: string): DatabaseEngine => auroraMysql(`8.0.mysql_aurora.${version}`);

  test.each<[string, DatabaseEngine, 'nothing' | 'to 128' | 'to 256' | 'from 0']>([
    ['12', auroraPostgresql('12'), 'nothing'],
    ['13.5', auroraPostgresql('13.5'), 'nothing'],
    ['13.6', auroraPostgresql('13.6'), 'to 128'],
    ['13.13', auroraPostgresql('13.13'), 'to 256'],
    ['13.15', auroraPostgresql('13.15'), 'from 0'],
    ['13', auroraPostgresql('13'), 'from 0'],
    ['14.2', auroraPostgresql('14.2'), 'nothing'],
    ['14.3', auroraPostgresql('14.3'), 'to 128'],
    ['14.10', auroraPostgresql('14.10'), 'to 256'],
    ['14.12', auroraPostgresql('14.12'), 'from 0'],
    ['15.1', auroraPostgresql('15.1'), 'nothing'],
    ['15.2', auroraPostgresql('15.2'), 'to 128'],
    ['15.5', auroraPostgresql('15.5'), 'to 256'],
    ['15.7', auroraPostgresql('15.7'), 'from 0'],
    ['16.1', auroraPostgresql('16.1'), 'to 256'],
    ['16.3', auroraPostgresql('16.3'), 'from 0'],
    ['17.4', auroraPostgresql('17.4'), 'from 0'],
    ['18', auroraPostgresql('18'), 'from 0'],
    ['Aurora MySQL 3.01.0', mysql('3.01.0'), 'nothing'],
    ['Aurora MySQL 3.02.0', mysql('3.02.0'), 'to 128'],
    ['Aurora MySQL 3.05.2', mysql('3.05.2'), 'to 128'],
    ['Aurora MySQL 3.06.0', mysql('3.06.0'), 'to 256'],
    ['Aurora MySQL 3.08.0', mysql('3.08.0'), 'from 0'],
    ['Aurora MySQL 3.10.0', mysql('3.10.0'), 'from 0'],
    ['Aurora MySQL 4.01.0', mysql('4.01.0'), 'from 0'],
    ['MySQL 8.0', auroraMysql('8.0'), 'from 0'],
  ])('%s', (_version, engine, offer) => {
    expect(offered(engine, 0.5, 128)).toBe(offer !== 'nothing');
    expect(offered(engine, 0.5, 256)).toBe(offer === 'to 256' || offer === 'from 0');
    expect(offered(engine, 0, 256)).toBe(offer === 'from 0');
  });
});

describe('refuses', () => {
  const CAPACITY = ' (TOM 3.3.2 Capacity management)';

  test.each<[object, string]>([
    [
      { instanceClass: 'db.serverless' },
      `'instanceClass' must not be db.serverless: how large such instances become is a prop of its own${CAPACITY}, got "db.serverless"; leave it out, and write serverlessV2MaxCapacity: 16`,
    ],
    [
      { serverlessV2MinCapacity: 2 },
      `'serverlessV2MinCapacity' must not be set without serverlessV2MaxCapacity, which is what makes instances follow their load${CAPACITY}, got 2; write serverlessV2MaxCapacity: 16, or remove it`,
    ],
    [
      { serverlessV2AutoPauseSeconds: 600 },
      `'serverlessV2AutoPauseSeconds' must not be set without serverlessV2MaxCapacity, which is what makes instances follow their load${CAPACITY}, got 600; write serverlessV2MaxCapacity: 16, or remove it`,
    ],
    [
      { ...WIDE, engine: DatabaseEngine.POSTGRESQL },
      `'serverlessV2MaxCapacity' must be left out for postgres: only Aurora has it${CAPACITY}, got 64; remove it, and write instanceClass`,
    ],
    [
      { ...WIDE, instanceClass: 'db.r7g.large' },
      `'instanceClass' must not be set where serverlessV2MaxCapacity is: the instances are of the class db.serverless${CAPACITY}, got "db.r7g.large"; leave one of the two out; readers may be of a class of their own`,
    ],
    [
      { ...WIDE, engine: DatabaseEngine.auroraPostgresql('15.1') },
      `'serverlessV2MaxCapacity' must be left out for aurora-postgresql 15.1: Aurora Serverless v2 begins with Aurora PostgreSQL 13.6, 14.3, 15.2 and 16.1, and with Aurora MySQL 3.02${CAPACITY}, got 64; remove it, or write a newer version`,
    ],
    [
      { serverlessV2MinCapacity: 0, serverlessV2MaxCapacity: 8, engine: DatabaseEngine.auroraPostgresql('16.2') },
      `'serverlessV2MinCapacity' must be a number of ACU from 0.5 to 256 in steps of 0.5 for aurora-postgresql 16.2${CAPACITY}, got 0; write serverlessV2MinCapacity: 0.5`,
    ],
    [
      { serverlessV2MinCapacity: 0.5, serverlessV2MaxCapacity: 129, engine: DatabaseEngine.auroraPostgresql('15.2') },
      `'serverlessV2MaxCapacity' must be a number of ACU from 1 to 128 in steps of 0.5 for aurora-postgresql 15.2${CAPACITY}, got 129; write serverlessV2MaxCapacity: 16`,
    ],
    [
      { serverlessV2MinCapacity: 0.75, serverlessV2MaxCapacity: 8 },
      `'serverlessV2MinCapacity' must be a number of ACU from 0 to 256 in steps of 0.5 for aurora-postgresql 17${CAPACITY}, got 0.75; write serverlessV2MinCapacity: 0.5`,
    ],
    [
      { serverlessV2MinCapacity: -1, serverlessV2MaxCapacity: 8 },
      `'serverlessV2MinCapacity' must be a number of ACU from 0 to 256 in steps of 0.5 for aurora-postgresql 17${CAPACITY}, got -1; write serverlessV2MinCapacity: 0.5`,
    ],
    [
      { serverlessV2MinCapacity: 0.5, serverlessV2MaxCapacity: 0.5 },
      `'serverlessV2MaxCapacity' must be a number of ACU from 1 to 256 in steps of 0.5 for aurora-postgresql 17${CAPACITY}, got 0.5; write serverlessV2MaxCapacity: 16`,
    ],
    [
      { serverlessV2MinCapacity: 32, serverlessV2MaxCapacity: 16 },
      `'serverlessV2MaxCapacity' must be a number of ACU from 32 to 256 in steps of 0.5, and no less than serverlessV2MinCapacity${CAPACITY}, got 16; write serverlessV2MaxCapacity: 32`,
    ],
    [
      { serverlessV2MinCapacity: 1, serverlessV2MaxCapacity: NaN },
      `'serverlessV2MaxCapacity' must be a number of ACU from 1 to 256 in steps of 0.5 for aurora-postgresql 17${CAPACITY}, got NaN; write serverlessV2MaxCapacity: 16`,
    ],
    [
      { serverlessV2MinCapacity: 0.5, serverlessV2MaxCapacity: 8, serverlessV2AutoPauseSeconds: 300 },
      `'serverlessV2AutoPauseSeconds' must be left out where serverlessV2MinCapacity is not 0: instances only pause at 0${CAPACITY}, got 300; remove it, or write serverlessV2MinCapacity: 0`,
    ],
    [
      { serverlessV2MinCapacity: 0, serverlessV2MaxCapacity: 8, serverlessV2AutoPauseSeconds: 299 },
      `'serverlessV2AutoPauseSeconds' must be a whole number of seconds from 300 to 86400${CAPACITY}, got 299; write serverlessV2AutoPauseSeconds: 300`,
    ],
  ])('%j', (props, message) => {
    expect(messageOf(() => database({ engine: AURORA_17, ...props }))).toBe(`[test/Orders] ${message}`);
  });

  test('a capacity that only Terraform knows', () => {
    const stack = newStack();
    const variable = new TerraformVariable(stack, 'Capacity', { type: 'number' });
    const props = { vpc: network(stack), serverlessV2MaxCapacity: Token.asNumber(variable.value) };
    expect(messageOf(() => new EncryptedDatabase(stack, 'Orders', props))).toBe(
      `[test/Orders] 'serverlessV2MaxCapacity' must be a plain number, known when the program runs${CAPACITY}, got a token; write serverlessV2MaxCapacity: 16`
    );
  });
});
