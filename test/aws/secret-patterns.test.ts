import { assignmentsIn, isSecretName, mayBeSecret, secretIn } from '../../lib/aws/secret-patterns';

test.each([
  ['AKIAIOSFODNN7EXAMPLE', 'an AWS access key'],
  ['key: ASIAIOSFODNN7EXAMPLE;', 'an AWS access key'],
  ['-----BEGIN PRIVATE KEY-----', 'a private key'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----\nabc', 'a private key'],
  ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'a private key'],
  [`ghp_${'a'.repeat(36)}`, 'a GitHub token'],
  [`xoxb-${'1'.repeat(12)}`, 'a Slack token'],
  [`sk_live_${'a'.repeat(24)}`, 'a Stripe key'],
  ['postgres://app:n0t-real@db.internal:5432/orders', 'a URL with a password'],
  ['redis://:n0t-real@cache.internal', 'a URL with a password'],
  ['postgres://app:n0t-real@${aws_db_instance.orders.address}/orders', 'a URL with a password'],
])('%s is %s', (text, kind) => {
  expect(secretIn(text)).toBe(kind);
});

test.each([
  'AKIAIOSFODNN7EXAMPLEXYZ',
  'xAKIAIOSFODNN7EXAMPLE',
  '-----BEGIN PUBLIC KEY-----',
  '-----BEGIN CERTIFICATE-----',
  'https://example.com:8443/a@b',
  'postgres://app@db.internal/orders',
  'postgres://app:$PASSWORD@db.internal/orders',
  'postgres://app:${var.password}@db.internal/orders',
  'git@github.com:acme/orders.git',
])('%s is no secret by its form', (text) => {
  expect(secretIn(text)).toBeUndefined();
});

test.each([
  'DB_PASSWORD',
  'dbPassword',
  'PGPASSWORD',
  'MYSQL_PWD',
  '/orders/db-password',
  'CLIENT_SECRET',
  'clientSecret',
  'AWS_SECRET_ACCESS_KEY',
  'STRIPE_API_KEY',
  'apikey',
  'GITHUB_TOKEN',
  'spring.datasource.password',
])('%s is the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

test.each(['DB_PASSWORD_ARN', 'SECRET_NAME', 'SECRET_ID', 'PWD', 'OLDPWD', 'TOKEN_URL', 'PASSWORD_MIN_LENGTH', 'KEY'])(
  '%s is not',
  (name) => {
    expect(isSecretName(name)).toBe(false);
  }
);

test.each(['n0t-real', 'secret', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', '12345678'])('%s may be one', (text) => {
  expect(mayBeSecret(text)).toBe(true);
});

test.each([
  '',
  'true',
  'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-AbCdEf',
  '/run/secrets/db',
  'https://vault.internal',
  'alias/orders',
  '$DB_PASSWORD',
  '$(DB_PASSWORD)',
  '<from the vault>',
  '{{resolve:secretsmanager:orders}}',
  'prod/orders/db',
  'orders-db-secret',
])('%s only names one', (text) => {
  expect(mayBeSecret(text)).toBe(false);
});

test('assignments of a script', () => {
  const script = [
    'export DB_PASSWORD="n0t-real"',
    'API_KEY=$(aws ssm get-parameter --name /api)',
    "mysql --password='n0t-real' orders",
    'TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`',
    'client_secret: n0t-real',
    'db_password = ${var.password}',
    'AUTH_TOKEN=${var.token}',
    'lock_passwd: true',
    'chpasswd: { expire: false }',
    'echo $DB_PASSWORD',
  ].join('\n');
  expect(assignmentsIn(script)).toEqual([
    { name: 'DB_PASSWORD', isOpen: false },
    { name: 'password', isOpen: false },
    { name: 'client_secret', isOpen: false },
    { name: 'AUTH_TOKEN', isOpen: true },
  ]);
});

test('a long script takes no long time', () => {
  const start = performance.now();
  for (const part of ['a.', 'a-', 'A=', '?null', 'a://b:']) {
    secretIn(part.repeat(20000));
    assignmentsIn(part.repeat(20000));
  }
  expect(performance.now() - start).toBeLessThan(2000);
});
