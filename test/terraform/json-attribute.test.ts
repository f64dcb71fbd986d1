import { JsonReading, Strings, readJson } from '../../lib/terraform/json-attribute';
import { readStack } from '../../lib/terraform/read-stack';
import { Json, Unknown } from '../../lib/terraform/value';

function read(content: Json, strings?: Strings): JsonReading | undefined {
  const stack = readStack('stack', 'cdk.tf.json', {
    locals: { minutes: 15, text: '{"a": 1}' },
    resource: { aws_ssm_document: { it: { content } } },
  });
  return readJson(stack.resources[0], 'content', strings);
}

/** The content of a document that a plan only knows after apply. */
function readPlanned(expressions: object): JsonReading | undefined {
  const resource = { type: 'aws_ssm_document', name: 'it', mode: 'managed', address: 'aws_ssm_document.it' };
  const stack = readStack('plan', 'plan.json', {
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ ...resource, values: {} }] } },
    resource_changes: [{ address: resource.address, change: { after_unknown: { content: true } } }],
    configuration: { root_module: { resources: [{ ...resource, expressions }] } },
  });
  return readJson(stack.resources[0], 'content');
}

test('an object and a list, as text and as they stand', () => {
  expect(read('{"a": 1}')).toEqual({ json: { a: 1 } });
  expect(read('[{"a": 1}]')).toEqual({ json: [{ a: 1 }] });
  expect(read({ a: 1 })).toEqual({ json: { a: 1 } });
  expect(read('["${local.minutes}", "${var.open}"]')).toEqual({ json: [15, new Unknown('${var.open}', ['var.open'])] });
});

test('references within strings are values of their own', () => {
  expect(read('{"key":"${aws_kms_key.main.arn}","minutes":"15"}')).toEqual({
    json: { key: new Unknown('${aws_kms_key.main.arn}', ['aws_kms_key.main.arn'], ''), minutes: '15' },
  });
  expect(read('{"minutes":"${local.minutes}","key":"x-${var.key}"}')).toEqual({
    json: { minutes: 15, key: new Unknown('x-${var.key}', ['var.key']) },
  });
});

test('texts keep plain references, and have everything else read', () => {
  expect(read('{"a":"${aws_kms_key.main.arn}/*"}', 'texts')).toEqual({ json: { a: '${aws_kms_key.main.arn}/*' } });
  expect(read('{"a":"${local.minutes}","b":"${var.b}"}', 'texts')).toEqual({
    json: { a: 15, b: new Unknown('${var.b}', ['var.b']) },
  });
});

test('quotes within an interpolation end no string', () => {
  expect(read('{"name":"${lookup(var.names, "a")}", "b": "c"}')).toEqual({
    json: { name: new Unknown('${lookup(var.names, "a")}', ['var.names']), b: 'c' },
  });
});

test('an escaped template is text', () => {
  expect(read('{"a":"$${aws:username}"}')).toEqual({ json: { a: '${aws:username}' } });
  expect(read('{"a":"$${aws:username}","b":"${var.b}"}')).toMatchObject({ json: { a: '${aws:username}' } });
});

test('a directive within a string stays open', () => {
  expect(read('{"a":"%{ if var.a }x%{ endif }"}')).toEqual({
    json: { a: new Unknown('%{ if var.a }x%{ endif }', ['var.a']) },
  });
});

test('jsonencode, a heredoc and a local are read', () => {
  expect(read('${jsonencode({ a = [1, "b"] })}')).toEqual({ json: { a: [1, 'b'] } });
  expect(read('${<<EOT\n{"a": 1}\nEOT\n}')).toEqual({ json: { a: 1 } });
  expect(read('${<<EOT\n{"a": "${var.b}"}\nEOT\n}')).toEqual({ json: { a: new Unknown('${var.b}', ['var.b']) } });
  expect(read('${local.text}')).toEqual({ json: { a: 1 } });
});

test('an interpolation outside of strings is read where its value is known', () => {
  expect(read('{"a": ${local.minutes}}')).toEqual({ json: { a: 15 } });
  expect(read('{"a": ${var.a}, "b": "c"}')).toEqual({ unknown: 'a template of var.a' });
});

test('null is not set', () => {
  expect(read('{"a": null, "b": "${var.b}"}')).toMatchObject({ json: { a: undefined } });
  expect(read('{"a": null}')).toStrictEqual({ json: { a: undefined } });
});

test('text that names of resources do not make JSON is broken, and what may be anything is not', () => {
  expect(read('{"a": ["${aws_sns_topic.t.arn}",]}')).toEqual({ broken: 'it is no JSON' });
  expect(read('{"a": ["${var.rest}",]}')).toEqual({ unknown: 'a template of var.rest' });
  expect(read('{"a": ["x",${var.rest}]}')).toEqual({ unknown: 'a template of var.rest' });
});

test('what cannot be read says why', () => {
  expect(read('${file("content.json")}')).toEqual({ unknown: '${file("content.json")}' });
  expect(read('${jsonencode(var.open)}')).toEqual({ unknown: '${var.open}' });
  expect(read('a: 1')).toEqual({ broken: 'it is no JSON' });
  expect(read('{"a": ')).toEqual({ broken: 'it is no JSON' });
});

test('nothing is nothing', () => {
  expect(read('')).toBeUndefined();
  expect(read(null)).toBeUndefined();
});

test('what a plan only knows after apply is unknown where it is written, and not set where it is not', () => {
  expect(readPlanned({ content: { references: ['aws_s3_object.x.content', 'aws_s3_object.x'] } })).toEqual({
    unknown: '${aws_s3_object.x.content}',
  });
  expect(readPlanned({})).toBeUndefined();
});

test('text that holds what marks an interpolation is not read', () => {
  expect(read('{"a": "${f("x")}", "b": "\\u00010\\u0001"}')).toEqual({ unknown: expect.any(String) as unknown });
});
