import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
