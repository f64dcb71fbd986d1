import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'items and rows end',
      terraform: {
        resource: {
          aws_dynamodb_table: { sessions: { count: 2, ttl: { attribute_name: 'expires', enabled: true } } },
          aws_keyspaces_table: {
            carts: { ttl: { status: 'ENABLED' } },
            sessions: { default_time_to_live: 86400 },
          },
        },
      },
    },
    {
      title: 'the data is internal',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            builds: { tags: { 'tom:data-class': 'internal' } },
            sessions: { ttl: { attribute_name: 'expires', enabled: 'true' } },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing ends',
      terraform: {
        resource: {
          aws_dynamodb_table: {
            orders: { name: 'orders' },
            sessions: { ttl: { attribute_name: '', enabled: false } },
          },
          aws_keyspaces_table: { sessions: { default_time_to_live: 0 } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.sessions', 'aws_keyspaces_table.sessions'],
    },
    {
      title: 'no time to live',
      terraform: { resource: { aws_dynamodb_table: { sessions: { name: 'sessions', ttl: [] } } } },
      addresses: ['aws_dynamodb_table.sessions'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide',
      terraform: {
        variable: { seconds: {}, ttl: {} },
        resource: {
          aws_dynamodb_table: { sessions: { ttl: { attribute_name: 'expires', enabled: '${var.ttl}' } } },
          aws_keyspaces_table: {
            carts: { ttl: { status: '${var.ttl}' } },
            sessions: { default_time_to_live: '${var.seconds}' },
          },
        },
      },
      addresses: ['aws_dynamodb_table.sessions', 'aws_keyspaces_table.carts', 'aws_keyspaces_table.sessions'],
    },
  ],
};
