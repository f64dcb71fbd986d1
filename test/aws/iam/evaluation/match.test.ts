import { matches, matchesArn, matchesResource } from '../../../../lib/aws/iam/evaluation/match';
import { Symbols, hole, someOf, textOf } from '../../../../lib/aws/iam/evaluation/text';

const symbols: Symbols = (expression) => {
  const name = /^\$\{(?:bucket|role)\.(\w+)\}$/.exec(expression)?.[1];
  if (name === undefined) return [hole(expression)];
  return expression.startsWith('${bucket')
    ? [...'arn:aws:s3:::', hole(name, ':/*?', 'bucket')]
    : [hole(name, ':/*?', 'role')];
};

const pattern = (text: string): ReturnType<typeof textOf> => textOf(text, { wildcards: true, symbols });
const one = (text: string): ReturnType<typeof textOf> => textOf(text, { symbols });

test.each<[string, string, string]>([
  ['s3:Get*', 's3:GetObject', 'yes'],
  ['s3:?etObject', 's3:GetObject', 'yes'],
  ['s3:Put*', 's3:GetObject', 'no'],
  ['*', '', 'yes'],
  ['a*b*c', 'abbbc', 'yes'],
  ['a*b*c', 'abbb', 'no'],
  ['${*}', '*', 'yes'],
  ['${*}', 'a', 'no'],
  ['${?}a${$}', '?a$', 'yes'],
  ['${var.a}', '${var.a}', 'yes'],
  ['${var.a}', '${var.b}', 'open'],
  ['${var.a}/*', '${var.a}/x', 'yes'],
  ['x-${var.a}', 'y-${var.a}', 'no'],
  ['x-${var.a}', 'x-prod', 'open'],
  ['${bucket.logs}/*', '${bucket.logs}/a/b', 'yes'],
  ['${bucket.logs}/*', '${bucket.data}/a/b', 'no'],
  ['${bucket.logs}*', '${bucket.data}/a/b', 'open'],
  ['${bucket.logs}', 'arn:aws:s3:::logs/x', 'no'],
  ['${bucket.logs}', 'arn:aws:s3:::logs', 'open'],
  ['arn:aws:s3:::*/AWSLogs/*', '${bucket.logs}/AWSLogs/1', 'yes'],
  ['arn:aws:kms:*', '${bucket.logs}', 'no'],
  ['${role.logs}', '${bucket.logs}', 'no'],
])('whether %s matches %s: %s', (wanted, text, answer) => {
  expect(matches(pattern(wanted), one(text)).is).toBe(answer);
});

test('what is open says what it hangs on', () => {
  expect(matches(pattern('${var.a}/*'), one('${var.b}'))).toEqual({ is: 'open', on: ['${var.a}', '${var.b}'] });
});

test('one of several resources is covered only by what covers each', () => {
  const some = someOf(pattern('arn:aws:s3:::logs/*'));
  expect(matches(pattern('arn:aws:s3:::logs/*'), some).is).toBe('yes');
  expect(matches(pattern('arn:aws:s3:::logs/a*'), some).is).toBe('open');
  expect(matches(pattern('arn:aws:s3:::data/*'), some).is).toBe('no');
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
test.each<[string, string, string]>([
  ['arn:aws:sqs', 'arn:aws:sqs:eu-central-1:1:jobs', 'yes'],
  ['arn:aws:*', 'arn:aws:sqs:eu-central-1:1:jobs', 'yes'],
  ['arn:aws:sqs:*:1:jobs', 'arn:aws:sqs:eu-central-1:1:jobs', 'yes'],
  ['arn:aws:lo*-1:1:log-group:a:b', 'arn:aws:logs:eu-central-1:1:log-group:a:b', 'open'],
  ['*jobs', 'arn:aws:sqs:eu-central-1:1:jobs', 'open'],
  ['arn:aws:logs:*:*:log-group:a*:x', 'arn:aws:logs:eu-central-1:1:log-group:a:b:x', 'yes'],
  ['*', 'anything', 'yes'],
])('whether the resource %s matches %s: %s', (wanted, text, answer) => {
  expect(matchesResource(pattern(wanted), one(text)).is).toBe(answer);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
test.each<[string, string, string]>([
  ['arn:aws:sns:*:1:*', 'arn:aws:sns:eu-central-1:1:a:b', 'yes'],
  ['arn:aws:sns:*:a:b', 'arn:aws:sns:eu-central-1:1:a:b', 'no'],
  ['arn:aws:sns*:a', 'arn:aws:sns:eu-central-1:1:a', 'open'],
  ['${var.arn}', 'arn:aws:sns:eu-central-1:1:a', 'open'],
  ['${var.arn}', '${var.arn}', 'yes'],
])('whether the six parts of %s match %s: %s', (wanted, text, answer) => {
  expect(matchesArn(pattern(wanted), one(text)).is).toBe(answer);
});

test('patterns that are all wildcards take no longer than their length', () => {
  const worst = pattern('*a'.repeat(500));
  const start = process.cpuUsage();
  expect(matches(worst, one('a'.repeat(999) + 'b')).is).toBe('no');
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  expect(matches(pattern('*a'), one('a'.repeat(5000))).is).toBe('open');
});
