import { secretNameOf } from '../../lib/aws/secret-parameters';
import { at, resources } from '../support/models';

test.each([
  ['/orders/db-password', 'db-password'],
  ['/${var.stage}/api_key', 'api_key'],
  ['/orders/url', undefined],
])('the last part of %s decides', (name, expected) => {
  const model = resources({ aws_ssm_parameter: { one: { name } } });
  expect(secretNameOf(at(model, 'aws_ssm_parameter.one'))).toBe(expected);
});

test('a parameter without a name has none', () => {
  expect(secretNameOf(at(resources({ aws_ssm_parameter: { one: {} } }), 'aws_ssm_parameter.one'))).toBeUndefined();
});
