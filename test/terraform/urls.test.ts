import { withoutCredentials } from '../../lib/terraform/urls';

test.each([
  ['http://api:S3CRET@h.example/x', 'http://h.example/x'],
  ['uri is "https://u@h:8443/x?token=S3CRET#S3CRET", and', 'uri is "https://h:8443/x", and'],
  ['postgres://u:S3/CRET@h/db', 'postgres://h/db'],
  ['postgres://u:S3?CRET#@h/db', 'postgres://h/db'],
  ['postgres://u:S3@CRET@h/db', 'postgres://h/db'],
  ['https://h?S3CRET', 'https://h'],
  ['jdbc:sqlserver://h:1433;password=S3CRET', 'jdbc:sqlserver://h:1433'],
  ['a http://u:S3CRET@h b https://v:S3CRET@i?S3CRET c', 'a http://h b https://i c'],
  ['https://h/a@b, http://[::1]:80/x and s3://bucket/key', 'https://h/a@b, http://[::1]:80/x and s3://bucket/key'],
  ['https://${var.user}:${var.password}@h/x', 'https://h/x'],
  ['http://', 'http://'],
])('%s', (text, expected) => {
  expect(withoutCredentials(text)).toBe(expected);
});

test('blanks and quotes are part of the password of a whole value', () => {
  expect(withoutCredentials('http://u:S3 "CRET\'@h/x?S3 CRET', true)).toBe('http://h/x');
  expect(withoutCredentials('http://g http://u:S3 CRET@h', true)).toBe('http://h');
});

test.each(['://', '@', '?', 'a://b@', ':'])('many %j cost little', (unit) => {
  const before = performance.now();
  withoutCredentials(`a://${unit.repeat(50_000)}`);
  expect(performance.now() - before).toBeLessThan(1000);
});
