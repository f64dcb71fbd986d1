import { readJson } from '../../lib/terraform/json-text';
import { readStack } from '../../lib/terraform/read-stack';
import { Unknown } from '../../lib/terraform/value';

function read(content: unknown): ReturnType<typeof readJson> {
  const stack = readStack('stack', 'cdk.tf.json', {
    locals: { minutes: 15 },
    resource: { aws_ssm_document: { it: { content } } },
  });
  return readJson(stack.resources[0], 'content');
}

test('text is JSON around its references', () => {
  expect(read('{"key":"${aws_kms_key.main.arn}","minutes":"15"}')).toEqual({
    json: { key: '${aws_kms_key.main.arn}', minutes: '15' },
  });
});

test('templates in the text are read', () => {
  expect(read('{"minutes":"${local.minutes}","key":"${var.key}"}')).toEqual({
    json: { minutes: 15, key: new Unknown('${var.key}', ['var.key']) },
  });
});

test('quotes within an interpolation end no string', () => {
  expect(read('{"name":"${lookup(var.names, "a")}"}')).toEqual({
    json: { name: new Unknown('${lookup(var.names, "a")}', ['var.names']) },
  });
});

test('jsonencode and a heredoc are read', () => {
  expect(read('${jsonencode({ a = [1, "b"] })}')).toEqual({ json: { a: [1, 'b'] } });
  expect(read('${<<EOT\n{"a": 1}\nEOT\n}')).toEqual({ json: { a: 1 } });
});

test('an expression is unknown, other text broken, and nothing is nothing', () => {
  expect(read('${file("content.json")}')).toEqual({ unknown: '${file("content.json")}' });
  expect(read('a: 1')).toEqual({ broken: 'it is no JSON' });
  expect(read('{"a": ${var.a}}')).toEqual({ unknown: '{"a": ${var.a}}' });
  expect(read('')).toBeUndefined();
  expect(read(null)).toBeUndefined();
});
