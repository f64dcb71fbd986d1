import { Resource } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { asNumber, isUnknown } from '../../value';
import { requireTrue, unknownAttribute } from '../checks';

const DEFAULT = 'default_time_to_live';
const STATUS = 'ttl.status';

/** Tables whose items end. */
export const DYNAMODB_003: ResourceRule = {
  id: 'DYNAMODB-003',
  title: 'A table of personal data deletes items whose time is up',
  severity: 'low',
  measures: ['2.2'],
  rationale:
    'A table keeps an item for ever unless somebody deletes it. Time to live lets each item carry its own end, and the service sees to it at no cost. Whether the application writes that end, the configuration does not show. Where another process deletes what is due, a waiver says which. A table whose class nobody declares counts as personal.',
  fix: 'Set `ttl` with `enabled` = true and the `attribute_name` that holds the time of deletion. For Keyspaces set `default_time_to_live` in seconds, or `ttl.status` to ENABLED where each row brings its own.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/TTL.html',
  ],
  types: ['aws_dynamodb_table', 'aws_keyspaces_table'],
  check: (table) => {
    if (!table.isPersonal) return undefined;
    return table.type === 'aws_dynamodb_table'
      ? requireTrue(table, 'ttl.enabled', 'items are kept for ever')
      : keyspacesVerdict(table);
  },
  examples: {
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
  },
};

function keyspacesVerdict(table: Resource): Verdict {
  const seconds = table.get(DEFAULT);
  const status = table.get(STATUS);
  if ((asNumber(seconds) ?? 0) > 0 || status === 'ENABLED') return MET;
  if (isUnknown(seconds)) return unknownAttribute(DEFAULT, seconds);
  if (isUnknown(status)) return unknownAttribute(STATUS, status);
  return violated(`neither ${DEFAULT} nor ${STATUS} is set: rows are kept for ever`);
}
