import { engineNamed, engineOfFamily, isAtLeast } from '../../../lib/aws/rds/engines';

test.each([
  ['aurora-mysql', 'require_secure_transport'],
  ['aurora-postgresql', 'rds.force_ssl'],
  ['db2-ae', 'DB2COMM'],
  ['docdb', 'tls'],
  ['mariadb', 'require_secure_transport'],
  ['mysql', 'require_secure_transport'],
  ['postgres', 'rds.force_ssl'],
  ['sqlserver-web', 'rds.force_ssl'],
  ['neptune', undefined],
  ['oracle-ee-cdb', undefined],
])('%s is forced to TLS by %s', (engine, parameter) => {
  expect(engineNamed(engine)).toBeDefined();
  expect(engineNamed(engine)?.tls?.name).toBe(parameter);
});

test.each(['aurora', 'custom-oracle-ee', 'custom-sqlserver-se', 'informix', ''])(
  'nothing is known of "%s"',
  (engine) => {
    expect(engineNamed(engine)).toBeUndefined();
  }
);

test.each([
  ['aurora-mysql8.0', 'aurora-mysql', '8.0'],
  ['aurora-postgresql16', 'aurora-postgresql', '16'],
  ['db2-se-11.5', 'db2-se', '11.5'],
  ['docdb5.0', 'docdb', '5.0'],
  ['mariadb10.11', 'mariadb', '10.11'],
  ['oracle-se2-cdb-19', 'oracle-se2-cdb', '19'],
  ['postgres9.6', 'postgres', '9.6'],
  ['sqlserver-ee-15.0', 'sqlserver-ee', '15.0'],
])('the family %s is for %s %s', (family, engine, version) => {
  expect(engineOfFamily(family)).toEqual({ engine, version });
});

test.each(['', 'postgres', '16'])('the family "%s" is for nothing', (family) => {
  expect(engineOfFamily(family)).toBeUndefined();
});

test.each([
  ['15', '15', true],
  ['15.4', '15', true],
  ['9.6.24', '15', false],
  ['11.8', '11.8', true],
  ['11.8.3', '11.8', true],
  ['11.4.8', '11.8', false],
  ['10.11', '11.8', false],
  ['12', '11.8', true],
  ['11', '11.8', undefined],
  ['8.0.mysql_aurora.3.08.0', '9.7', false],
  ['', '15', undefined],
  ['latest', '15', undefined],
])('%s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected);
});
