import { TerraformVariable } from 'cdktf';
import { DatabaseEngine } from '../../../lib';
import { messageOf, newStack } from '../../support/synth';

test.each([
  ['AURORA_POSTGRESQL', DatabaseEngine.AURORA_POSTGRESQL, 'aurora-postgresql', '17', 'aurora-postgresql17', 5432, true],
  ['AURORA_MYSQL', DatabaseEngine.AURORA_MYSQL, 'aurora-mysql', '8.0', 'aurora-mysql8.0', 3306, true],
  ['POSTGRESQL', DatabaseEngine.POSTGRESQL, 'postgres', '17', 'postgres17', 5432, false],
  ['MYSQL', DatabaseEngine.MYSQL, 'mysql', '8.4', 'mysql8.4', 3306, false],
  ['MARIADB', DatabaseEngine.MARIADB, 'mariadb', '11.8', 'mariadb11.8', 3306, false],
] as const)('%s is what RDS calls it', (_name, engine, name, version, family, port, isAurora) => {
  expect(engine.engine).toBe(name);
  expect(engine.version).toBe(version);
  expect(engine._family).toBe(family);
  expect(engine.port.fromPort).toBe(port);
  expect(engine.isAurora).toBe(isAurora);
});

test.each([
  [DatabaseEngine.auroraPostgresql('16.9'), 'aurora-postgresql16'],
  [DatabaseEngine.auroraMysql('8.0.mysql_aurora.3.10.0'), 'aurora-mysql8.0'],
  [DatabaseEngine.postgresql('12'), 'postgres12'],
  [DatabaseEngine.mysql('8.0.43'), 'mysql8.0'],
  [DatabaseEngine.mariadb('10.11'), 'mariadb10.11'],
  [DatabaseEngine.mariadb('11.4.8'), 'mariadb11.4'],
])('the family of a parameter group follows from the version (%#)', (engine, family) => {
  expect(engine._family).toBe(family);
});

test.each([
  [
    () => DatabaseEngine.postgresql('11.22'),
    `'version' must be 12 or newer for postgres: older ones take TLS below 1.2 (TOM 1.1.2 Strong ciphers between services too), got "11.22"; write a newer one, such as '12'`,
  ],
  [
    () => DatabaseEngine.mysql('5.7'),
    `'version' must be 8.0 or newer for mysql: older ones take TLS below 1.2 (TOM 1.1.2 Strong ciphers between services too), got "5.7"; write a newer one, such as '8.0'`,
  ],
  [
    () => DatabaseEngine.mariadb('10.6'),
    `'version' must be 10.11 or newer for mariadb: older ones know no IAM authentication (TOM 1.1.2 Strong ciphers between services too), got "10.6"; write a newer one, such as '10.11'`,
  ],
  [
    () => DatabaseEngine.auroraMysql('3.10'),
    `'version' must be 8.0 or newer for aurora-mysql: older ones take TLS below 1.2 (TOM 1.1.2 Strong ciphers between services too), got "3.10"; write a newer one, such as '8.0'`,
  ],
  [
    () => DatabaseEngine.auroraPostgresql('latest'),
    `'version' must be a version of aurora-postgresql, known when the program runs (TOM 1.1.2 Strong ciphers between services too), got "latest"; write a newer one, such as '12'`,
  ],
])('refuses versions that cannot be made safe (%#)', (make, message) => {
  expect(messageOf(make)).toBe(message);
});

test('refuses a token, from which no family follows', () => {
  const version = new TerraformVariable(newStack(), 'version', {}).stringValue;
  expect(messageOf(() => DatabaseEngine.mysql(version))).toMatch(/^'version' must be a version of mysql/);
});
