import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';

const LEVEL = 'logging_configuration.level';
const DATA = 'logging_configuration.include_execution_data';

/** Logs of a state machine without its data. */
export const SFN_002: ResourceRule = {
  id: 'SFN-002',
  title: 'A state machine that handles personal data leaves execution data out of its logs',
  severity: 'medium',
  measures: ['2.1'],
  rationale:
    'With execution data the log holds the input and output of every state, personal data included, for every reader of the log and as long as the log is kept. The history of an execution shows the same to who may see it.',
  fix: 'Leave `logging_configuration.include_execution_data` false.',
  sources: ['https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  types: ['aws_sfn_state_machine'],
  check: (machine) => {
    if (!machine.isPersonal) return undefined;
    const data = configured(machine, DATA);
    if (isUnknown(data)) return unknownAttribute(DATA, data);
    if (!isTrue(data)) return MET;
    const level = configured(machine, LEVEL);
    if (isUnknown(level)) return unknownAttribute(LEVEL, level);
    if (level === undefined || level === 'OFF') return MET;
    return violated(`${DATA} is ${describe(data)}: the log holds the input and output of every state`, {
      [DATA]: false,
    });
  },
  examples: {
    pass: [
      {
        title: 'logged without data, or not at all',
        terraform: {
          resource: {
            aws_sfn_state_machine: {
              orders: { count: 2, logging_configuration: { level: 'ALL', include_execution_data: false } },
              reports: { name: 'reports' },
            },
          },
        },
      },
      {
        title: 'public data, and a log that is off, blocks as lists',
        terraform: {
          resource: [
            {
              aws_sfn_state_machine: [
                {
                  prices: [
                    {
                      tags: { 'tom:data-class': 'public' },
                      logging_configuration: [{ level: 'ALL', include_execution_data: true }],
                    },
                  ],
                  orders: [{ logging_configuration: [{ level: 'OFF', include_execution_data: true }] }],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'with data',
        terraform: {
          resource: {
            aws_sfn_state_machine: {
              orders: { logging_configuration: { level: 'ERROR', include_execution_data: true } },
            },
          },
        },
        addresses: ['aws_sfn_state_machine.orders'],
      },
      {
        title: 'with data, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.orders',
                  resources: [
                    {
                      address: 'module.orders.aws_sfn_state_machine.orders',
                      mode: 'managed',
                      type: 'aws_sfn_state_machine',
                      name: 'orders',
                      values: { logging_configuration: [{ level: 'ALL', include_execution_data: true }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.orders.aws_sfn_state_machine.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { data: {} },
          resource: {
            aws_sfn_state_machine: {
              orders: { logging_configuration: { level: 'ALL', include_execution_data: '${var.data}' } },
            },
          },
        },
        addresses: ['aws_sfn_state_machine.orders'],
      },
    ],
  },
};
