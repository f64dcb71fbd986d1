import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { configured } from '../configured';

const FLAG = 'data_trace_enabled';

/** The blocks that say what is logged, by type. */
const BLOCKS: { readonly [type: string]: readonly string[] } = {
  aws_api_gateway_method_settings: ['settings'],
  aws_apigatewayv2_stage: ['default_route_settings', 'route_settings'],
};

/** Logs of an API without what was sent through it. */
export const APIGATEWAY_001: ResourceRule = {
  id: 'APIGATEWAY-001',
  title: 'An API that carries personal data does not log requests and responses in full',
  severity: 'medium',
  measures: ['2.1'],
  rationale:
    'With data tracing API Gateway writes whole requests and responses into the execution log: form fields, tokens, answers about people, for every reader of the log and as long as the log is kept. AWS advises against it in production. Access logs with chosen fields show who called what.',
  fix: 'Leave `data_trace_enabled` false, and log the fields that you need by `access_log_settings`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
  ],
  types: Object.keys(BLOCKS),
  check: (resource) => (resource.isPersonal ? verdictOn(resource) : undefined),
  examples: {
    pass: [
      {
        title: 'off, or left out',
        terraform: {
          resource: {
            aws_api_gateway_method_settings: {
              all: { count: 2, method_path: '*/*', settings: { logging_level: 'ERROR', data_trace_enabled: false } },
            },
            aws_apigatewayv2_stage: { live: { name: 'live' } },
          },
        },
      },
      {
        title: 'on, for public data, blocks as lists',
        terraform: {
          resource: [
            {
              aws_apigatewayv2_stage: [
                {
                  prices: [
                    { tags: { 'tom:data-class': 'public' }, default_route_settings: [{ data_trace_enabled: true }] },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'on, for every method',
        terraform: {
          resource: {
            aws_api_gateway_method_settings: { all: { method_path: '*/*', settings: { data_trace_enabled: true } } },
          },
        },
        addresses: ['aws_api_gateway_method_settings.all'],
      },
      {
        title: 'on, for the second route, blocks as lists',
        terraform: {
          resource: [
            {
              aws_apigatewayv2_stage: [
                {
                  chat: [
                    {
                      count: 2,
                      route_settings: [{ route_key: '$connect' }, { route_key: 'send', data_trace_enabled: 'true' }],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_apigatewayv2_stage.chat'],
      },
      {
        title: 'on, within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.api',
                  resources: [
                    {
                      address: 'module.api.aws_api_gateway_method_settings.all',
                      mode: 'managed',
                      type: 'aws_api_gateway_method_settings',
                      name: 'all',
                      values: { method_path: '*/*', settings: [{ data_trace_enabled: true }] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.api.aws_api_gateway_method_settings.all'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { trace: {} },
          resource: {
            aws_api_gateway_method_settings: { all: { settings: { data_trace_enabled: '${var.trace}' } } },
          },
        },
        addresses: ['aws_api_gateway_method_settings.all'],
      },
    ],
  },
};

function verdictOn(resource: Resource): Verdict {
  const values = BLOCKS[resource.type].flatMap((name) =>
    resource.blocks(name).map((block) => ({ path: `${name}.${FLAG}`, value: configured(block, FLAG) }))
  );
  const on = values.find(({ value }) => isTrue(value));
  if (on) return violated(`${on.path} is ${describe(on.value)}: whole requests and responses stand in the log`);
  const open = values.find(({ value }) => isUnknown(value));
  return open ? undetermined(`${open.path} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
