import { JsonReading, readJsonText } from '../../lib/terraform/json-attribute';
import { Json, Unknown } from '../../lib/terraform/value';
import { at, resources } from '../support/models';

function read(text: Json): JsonReading {
  const model = resources({ aws_emr_security_configuration: { it: { configuration: text } } });
  return readJsonText(at(model, 'aws_emr_security_configuration.it'), 'configuration');
}

test('plain text, and JSON that stands as it is', () => {
  expect(read('[{"a": 1}]')).toEqual({ json: [{ a: 1 }] });
  expect(read({ a: 1 })).toEqual({ json: { a: 1 } });
});

test('references within strings are values of their own, whatever quotes they hold', () => {
  expect(read('{"a": "${aws_kms_key.main.arn}", "b": "x-${var.open}"}')).toEqual({
    json: {
      a: new Unknown('${aws_kms_key.main.arn}', ['aws_kms_key.main.arn']),
      b: new Unknown('x-${var.open}', ['var.open']),
    },
  });
  const reading = read('{"a": "${lookup(var.open, "key")}", "b": "c"}');
  expect(reading).toMatchObject({ json: { b: 'c' } });
});

test('jsonencode', () => {
  expect(read('${jsonencode({ a = [1, "b"] })}')).toEqual({ json: { a: [1, 'b'] } });
});

test('what cannot be read says why', () => {
  expect(read(null)).toBeUndefined();
  expect(read('')).toBeUndefined();
  expect(read('no JSON')).toEqual({ broken: true });
  expect(read('{"a": ')).toEqual({ broken: true });
  expect(read('${var.open}')).toEqual({ unknown: '${var.open}' });
  expect(read('{"a": ${var.open}}')).toEqual({ unknown: '{"a": ${var.open}}' });
});
