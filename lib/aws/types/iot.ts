import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'IoT Core',
  types: {
    aws_iot_logging_options: {
      noun: 'logging of IoT Core',
      logs: {
        what: 'what devices do',
        ways: [
          [
            { attribute: 'default_log_level', is: ['ERROR', 'WARN', 'INFO', 'DEBUG'] },
            { attribute: 'disable_all_logs', is: [false], default: false },
          ],
        ],
        otherwise: 'no log says which device connected, or failed to',
        facts:
          'IoT Core logs the connections and messages of devices from the level that its options set. DISABLED, or disabling all logs, leaves none.',
        sources: ['https://docs.aws.amazon.com/iot/latest/developerguide/configure-logging.html'],
      },
    },
    aws_iot_authorizer: {
      noun: 'custom authorizer',
      authentication: {
        demand: 'takes signed tokens only',
        ways: [[{ attribute: 'signing_disabled', is: [false], default: false }]],
        otherwise: 'anyone may make it run with a token of their own',
        facts:
          'An authorizer whose signing is disabled invokes its function for every token that somebody sends, signed or not.',
        sources: ['https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth.html'],
      },
    },
    aws_iot_domain_configuration: {
      noun: 'domain configuration',
      minTls: {
        demand: 'takes TLS 1.2 or newer only',
        settings: [
          {
            attribute: 'tls_config.security_policy',
            is: [
              'IoTSecurityPolicy_TLS13_1_2_2022_10',
              'IoTSecurityPolicy_TLS13_1_3_2022_10',
              'IoTSecurityPolicy_TLS12_1_2_2022_10',
            ],
            otherwise: 'devices may use TLS 1.0, in some Regions by default',
          },
        ],
        facts:
          'The policy of a domain sets the versions of TLS that devices may use. Where none is set, the Region decides: in some it is one with TLS 1.0.',
        sources: ['https://docs.aws.amazon.com/iot/latest/developerguide/transport-security.html'],
      },
    },
  },
};
