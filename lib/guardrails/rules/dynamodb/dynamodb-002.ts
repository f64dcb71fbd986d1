import { ResourceRule } from '../../rule';
import { requireAttribute, requireTrue } from '../checks';

const STATUS = 'point_in_time_recovery.status';
const LOST = 'what is overwritten or deleted is lost';

/** Tables that can be restored to any second. */
export const DYNAMODB_002: ResourceRule = {
  id: 'DYNAMODB-002',
  title: 'A table outside ephemeral environments has point-in-time recovery',
  severity: 'high',
  measures: ['4.1'],
  rationale:
    'A faulty release or a stolen key overwrites and deletes items like any other caller, and a replica repeats it within seconds. Point-in-time recovery keeps every change for up to 35 days, with no hand needed. It is off unless a table asks for it.',
  fix: 'Set `point_in_time_recovery.enabled` to true, for Keyspaces `point_in_time_recovery.status` to ENABLED.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html',
    'AWS Security Hub DynamoDB.2',
  ],
  types: ['aws_dynamodb_table', 'aws_keyspaces_table'],
  check: (table) => {
    if (table.isEphemeral) return undefined;
    if (table.type === 'aws_dynamodb_table') return requireTrue(table, 'point_in_time_recovery.enabled', LOST);
    return requireAttribute(table, STATUS, (value) => value === 'ENABLED', { [STATUS]: 'ENABLED' }, LOST);
  },
  examples: {
    pass: [
      {
        title: 'recovery is on, for both services',
        terraform: {
          resource: {
            aws_dynamodb_table: { orders: { count: 2, point_in_time_recovery: { enabled: true } } },
            aws_keyspaces_table: { orders: { point_in_time_recovery: { status: 'ENABLED' } } },
          },
        },
      },
      {
        title: 'a test environment, and blocks as lists',
        terraform: {
          resource: [
            {
              aws_dynamodb_table: [
                { orders: [{ point_in_time_recovery: [{ enabled: 'true', recovery_period_in_days: 35 }] }] },
                { test: [{ tags: { 'tom:environment': 'ephemeral' } }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'nothing is said, or recovery is off',
        terraform: {
          resource: {
            aws_dynamodb_table: {
              orders: { name: 'orders' },
              returns: { point_in_time_recovery: { enabled: false } },
            },
            aws_keyspaces_table: { orders: { point_in_time_recovery: { status: 'DISABLED' } } },
          },
        },
        addresses: ['aws_dynamodb_table.orders', 'aws_dynamodb_table.returns', 'aws_keyspaces_table.orders'],
      },
      {
        title: 'recovery is off within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_dynamodb_table.orders',
                      mode: 'managed',
                      type: 'aws_dynamodb_table',
                      name: 'orders',
                      values: { name: 'orders', point_in_time_recovery: [] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_dynamodb_table.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { recovery: {} },
          resource: {
            aws_dynamodb_table: { orders: { point_in_time_recovery: { enabled: '${var.recovery}' } } },
            aws_keyspaces_table: { orders: { point_in_time_recovery: { status: '${var.recovery}' } } },
          },
        },
        addresses: ['aws_dynamodb_table.orders', 'aws_keyspaces_table.orders'],
      },
    ],
  },
};
