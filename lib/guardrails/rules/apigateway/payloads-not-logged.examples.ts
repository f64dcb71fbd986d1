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
    {
      title: 'domains that take TLS 1.2',
      terraform: {
        resource: {
          aws_api_gateway_domain_name: {
            main: { domain_name: 'api.example.com', security_policy: 'TLS_1_2' },
            strict: { domain_name: 'strict.example.com', security_policy: 'SecurityPolicy_TLS13_1_3_2025_09' },
          },
          aws_apigatewayv2_domain_name: { main: { domain_name_configuration: { security_policy: 'TLS_1_2' } } },
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
    {
      title: 'domains that take TLS 1.0',
      terraform: {
        resource: {
          aws_api_gateway_domain_name: { main: { domain_name: 'api.example.com', security_policy: 'TLS_1_0' } },
          aws_apigatewayv2_domain_name: { main: { domain_name_configuration: [{ security_policy: 'TLS_1_0' }] } },
        },
      },
      addresses: ['aws_api_gateway_domain_name.main', 'aws_apigatewayv2_domain_name.main'],
    },
  ],
  undetermined: [
    {
      title: 'no security policy, or one of a variable',
      terraform: {
        variable: { policy: {} },
        resource: {
          aws_api_gateway_domain_name: {
            main: { domain_name: 'api.example.com' },
            other: { domain_name: 'other.example.com', security_policy: '${var.policy}' },
          },
        },
      },
      addresses: ['aws_api_gateway_domain_name.main', 'aws_api_gateway_domain_name.other'],
    },
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
