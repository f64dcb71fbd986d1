import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'off or unset',
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
      title: 'on, for public data',
      terraform: {
        resource: {
          aws_apigatewayv2_stage: {
            prices: { tags: { 'tom:data-class': 'public' }, default_route_settings: { data_trace_enabled: true } },
          },
        },
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
      title: 'on, for the second route',
      terraform: {
        resource: {
          aws_apigatewayv2_stage: {
            chat: {
              count: 2,
              route_settings: [{ route_key: '$connect' }, { route_key: 'send', data_trace_enabled: 'true' }],
            },
          },
        },
      },
      addresses: ['aws_apigatewayv2_stage.chat'],
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
