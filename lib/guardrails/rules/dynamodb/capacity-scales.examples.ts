import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function table(attributes: JsonObject, target?: JsonObject): JsonObject {
  return {
    aws_dynamodb_table: { orders: { name: 'orders', hash_key: 'id', ...attributes } },
    ...(target ? { aws_appautoscaling_target: { orders: target } } : {}),
  };
}

const ADDRESSES = ['aws_dynamodb_table.orders'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'on-demand mode', terraform: { resource: table({ billing_mode: 'PAY_PER_REQUEST' }) } },
    {
      title: 'a target that refers to the table',
      terraform: { resource: table({}, { resource_id: 'table/${aws_dynamodb_table.orders.name}' }) },
    },
    {
      title: 'a target that names the table',
      terraform: { resource: table({ billing_mode: 'PROVISIONED' }, { resource_id: 'table/orders' }) },
    },
    { title: 'another environment', terraform: { resource: table({ tags: { 'tom:environment': 'development' } }) } },
  ],
  fail: [
    { title: 'the default', terraform: { resource: table({}) }, addresses: ADDRESSES },
    {
      title: 'a target of another table',
      terraform: { resource: table({ billing_mode: 'PROVISIONED' }, { resource_id: 'table/carts' }) },
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable decides the mode',
      terraform: { resource: table({ billing_mode: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
    {
      title: 'a variable names what is scaled',
      terraform: { resource: table({}, { resource_id: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
