import { conditionsHold } from '../../../../lib/aws/iam/evaluation/conditions';
import { Context } from '../../../../lib/aws/iam/evaluation/context';
import { textOf } from '../../../../lib/aws/iam/evaluation/text';
import { Condition } from '../../../../lib/aws/iam/policy';

const KEY = 'aws:key';

/** Whether a condition holds for a request that has these values under the key: `undefined` where that is not known. */
function holds(operator: string, values: readonly string[], found: readonly string[] | 'absent' | undefined): string {
  const known = new Map(
    found === undefined ? [] : [[KEY, found === 'absent' ? found : found.map((one) => textOf(one))]]
  );
  known.set('aws:username', [textOf('ada')]);
  known.set('aws:nobody', 'absent');
  const condition: Condition = { operator, key: KEY, values };
  return conditionsHold([condition], new Context(known, false), { version: '2012-10-17' }).is;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
test.each<[string, string[], string[] | 'absent' | undefined, string]>([
  ['StringEquals', ['a', 'b'], ['b'], 'yes'],
  ['StringEquals', ['a*'], ['ab'], 'no'],
  ['StringEquals', ['A'], ['a'], 'no'],
  ['StringEqualsIgnoreCase', ['A'], ['a'], 'yes'],
  ['StringNotEquals', ['a', 'b'], ['b'], 'no'],
  ['StringNotEquals', ['a'], 'absent', 'yes'],
  ['StringEquals', ['a'], 'absent', 'no'],
  ['StringEqualsIfExists', ['a'], 'absent', 'yes'],
  ['StringEqualsIfExists', ['a'], ['b'], 'no'],
  ['StringEquals', ['a'], undefined, 'open'],
  ['StringEquals', ['${var.a}'], ['a'], 'open'],
  ['StringEquals', ['${var.a}', 'a'], ['a'], 'yes'],
  ['StringLike', ['a*'], ['ab'], 'yes'],
  ['StringNotLike', ['a*'], ['ab'], 'no'],
  ['StringEquals', ['${aws:username}'], ['ada'], 'yes'],
  ['StringLike', ['home/${aws:username}/*'], ['home/ada/x'], 'yes'],
  ['StringEquals', ['${aws:nobody}'], ['ada'], 'no'],
  ['StringEquals', ['${aws:nobody}'], undefined, 'no'],
  ['StringEqualsIfExists', ['${aws:nobody}'], undefined, 'open'],
  ['StringNotEquals', ['${aws:nobody}'], undefined, 'open'],
  ['StringNotEquals', ['${aws:nobody}'], ['ada'], 'yes'],
  ['StringEquals', ["${aws:nobody, 'ada'}"], ['ada'], 'yes'],
  ['NumericLessThan', ['1.2'], ['1.1'], 'yes'],
  ['NumericLessThan', ['1.2'], ['1.2'], 'no'],
  ['NumericLessThan', ['1.2'], 'absent', 'no'],
  ['NumericGreaterThanEquals', ['10'], ['9'], 'no'],
  ['NumericNotEquals', ['10'], ['9'], 'yes'],
  ['DateLessThan', ['2026-02-01T00:00:00Z'], ['2026-01-01T00:00:00Z'], 'yes'],
  ['DateGreaterThan', ['1767225600'], ['2026-01-02T00:00:00Z'], 'yes'],
  ['Bool', ['true'], ['TRUE'], 'yes'],
  ['Bool', ['false'], 'absent', 'no'],
  ['BoolIfExists', ['false'], 'absent', 'yes'],
  ['IpAddress', ['203.0.113.0/24', '2001:db8::/32'], ['2001:db8::7'], 'yes'],
  ['NotIpAddress', ['203.0.113.0/24'], ['203.0.113.9'], 'no'],
  ['NotIpAddress', ['203.0.113.0/24'], ['10.0.0.1'], 'yes'],
  ['ArnLike', ['arn:aws:s3:*:*:b*'], ['arn:aws:s3:::bucket'], 'yes'],
  ['ArnEquals', ['arn:aws:s3:*:*:b*'], ['arn:aws:s3:::bucket'], 'yes'],
  ['ArnNotEquals', ['arn:aws:s3:::bucket'], 'absent', 'yes'],
  ['Null', ['true'], 'absent', 'yes'],
  ['Null', ['true'], ['a'], 'no'],
  ['Null', ['false'], ['a'], 'yes'],
  ['Null', ['false'], undefined, 'open'],
  ['StringMatches', ['a'], ['a'], 'open'],
  ['?', ['${var.condition}'], ['a'], 'open'],
])('%s %j against %j: %s', (operator, values, found, answer) => {
  expect(holds(operator, values, found)).toBe(answer);
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
test.each<[string, string[], string[] | 'absent', string]>([
  ['ForAllValues:StringEquals', ['a', 'b'], ['a'], 'yes'],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], 'no'],
  ['ForAllValues:StringEquals', ['a'], 'absent', 'yes'],
  ['ForAllValues:StringEquals', ['a'], [], 'yes'],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['a', 'c'], 'yes'],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c'], 'no'],
  ['ForAnyValue:StringEquals', ['a'], 'absent', 'no'],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'c'], 'yes'],
  ['ForAnyValue:StringNotEquals', ['a'], 'absent', 'no'],
  ['ForAllValues:StringNotLike', ['a*'], ['ab', 'c'], 'no'],
  ['forallvalues:STRINGLIKE', ['a*'], ['ab', 'ac'], 'yes'],
  ['StringEquals', ['a'], ['a', 'b'], 'open'],
])('%s %j against the values %j: %s', (operator, values, found, answer) => {
  expect(holds(operator, values, found)).toBe(answer);
});

test('all tests of a condition must hold', () => {
  const known = new Map([['aws:a', [textOf('1')]]]);
  const test_ = (key: string, value: string): Condition => ({ operator: 'StringEquals', key, values: [value] });
  const both = (...conditions: Condition[]): unknown =>
    conditionsHold(conditions, new Context(known, false), { version: undefined });
  expect(both(test_('aws:a', '1'), test_('aws:b', '1'))).toEqual({ is: 'open', on: ['aws:b'] });
  expect(both(test_('aws:a', '2'), test_('aws:b', '1'))).toEqual({ is: 'no', on: [] });
});

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
test('a policy of 2008, or without a version, knows no variables', () => {
  const condition: Condition = { operator: 'StringEquals', key: KEY, values: ['${aws:username}'] };
  const context = new Context(
    new Map([
      [KEY, [textOf('ada')]],
      ['aws:username', [textOf('ada')]],
    ]),
    true
  );
  const answers = ['2012-10-17', '2008-10-17', undefined, '${var.version}'];
  expect(answers.map((version) => conditionsHold([condition], context, { version }).is)).toEqual([
    'yes',
    'no',
    'no',
    'open',
  ]);
});
