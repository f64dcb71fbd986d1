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
      title: 'the data is internal, and blocks as lists',
      terraform: {
        resource: [
          {
            aws_dynamodb_table: [
              { builds: [{ tags: { 'tom:data-class': 'internal' } }] },
              { sessions: [{ ttl: [{ attribute_name: 'expires', enabled: 'true' }] }] },
            ],
          },
        ],
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
      title: 'nothing ends within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_dynamodb_table.sessions',
                    mode: 'managed',
                    type: 'aws_dynamodb_table',
                    name: 'sessions',
                    values: { name: 'sessions', ttl: [] },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_dynamodb_table.sessions'],
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
