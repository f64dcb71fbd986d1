import { instancesOf, named } from '../../lib/terraform/named';
import { at, modelOf, resources } from '../support/models';

const TYPES = ['aws_db_instance', 'aws_rds_cluster'];

test('a reference and a text name the same, of any of the types', () => {
  const model = resources({
    aws_db_instance: { a: { identifier: 'a', copy: '${aws_rds_cluster.b.arn}', text: 'b' } },
    aws_rds_cluster: { b: { identifier: 'b' } },
  });
  const from = at(model, 'aws_db_instance.a');
  for (const attribute of ['copy', 'text']) {
    expect(named(model, from, from.get(attribute), TYPES, 'identifier')).toEqual([at(model, 'aws_rds_cluster.b')]);
  }
});

test('what is of another type, a data source, open, or nowhere, is not named', () => {
  const model = modelOf({
    stack: {
      data: { aws_db_instance: { a: {} } },
      resource: {
        aws_db_instance: { a: { x: ['${data.aws_db_instance.a.arn}', '${aws_sqs_queue.a.arn}', '${var.open}', 'z'] } },
        aws_sqs_queue: { a: { identifier: 'z' } },
      },
    },
  });
  const from = at(model, 'aws_db_instance.a');
  const values = [...(from.get('x') as string[]), undefined];
  for (const value of values) expect(named(model, from, value, TYPES, 'identifier')).toEqual([]);
});

test('a reference means every instance, a text the one that it names', () => {
  const instance = (key: string) => ({
    address: `aws_db_instance.a["${key}"]`,
    mode: 'managed',
    type: 'aws_db_instance',
    name: 'a',
    index: key,
    values: { identifier: key, copy: '${aws_db_instance.a["x"].arn}' },
  });
  const model = modelOf({
    stack: { format_version: '1.2', planned_values: { root_module: { resources: [instance('x'), instance('y')] } } },
  });
  const [x, y] = model.stacks[0].resources;
  expect(named(model, x, x.get('copy'), TYPES, 'identifier')).toEqual([x, y]);
  expect(named(model, x, 'y', TYPES, 'identifier')).toEqual([y]);
  expect(instancesOf(model, y)).toEqual([x, y]);
});
