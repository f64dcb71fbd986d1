import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'databases, Kafka and Redis',
      terraform: {
        resource: {
          aws_dms_endpoint: {
            events: { engine_name: 'kafka', kafka_settings: { security_protocol: 'sasl-ssl' } },
            orders: { count: 2, engine_name: 'aurora-postgresql', ssl_mode: 'verify-full' },
            sessions: { engine_name: 'redis', redis_settings: { server_name: 'cache' } },
          },
        },
      },
    },
    {
      title: 'what has no mode, a mode whatever the engine will be, and blocks as lists',
      terraform: {
        variable: { engine: {} },
        resource: [
          {
            aws_dms_endpoint: [
              { lake: [{ engine_name: 's3' }] },
              { events: [{ engine_name: 'kafka', kafka_settings: [{ security_protocol: 'ssl-encryption' }] }] },
              { sales: [{ engine_name: 'sqlserver', ssl_mode: 'require' }] },
              { source: [{ engine_name: '${var.engine}', ssl_mode: 'verify-ca' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'nothing is said, or none',
      terraform: {
        resource: {
          aws_dms_endpoint: {
            orders: { engine_name: 'mysql' },
            returns: { engine_name: 'oracle', ssl_mode: 'none' },
          },
        },
      },
      addresses: ['aws_dms_endpoint.orders', 'aws_dms_endpoint.returns'],
    },
    {
      title: 'Kafka and Redis in the clear',
      terraform: {
        resource: {
          aws_dms_endpoint: {
            events: { engine_name: 'kafka', kafka_settings: { broker: 'broker:9092' } },
            sessions: { engine_name: 'redis', redis_settings: { ssl_security_protocol: 'plaintext' } },
          },
        },
      },
      addresses: ['aws_dms_endpoint.events', 'aws_dms_endpoint.sessions'],
    },
    {
      title: 'none within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.copy',
                resources: [
                  {
                    address: 'module.copy.aws_dms_endpoint.orders',
                    mode: 'managed',
                    type: 'aws_dms_endpoint',
                    name: 'orders',
                    values: { engine_name: 'postgres', ssl_mode: 'none' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.copy.aws_dms_endpoint.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the engine and the mode',
      terraform: {
        variable: { engine: {}, mode: {} },
        resource: {
          aws_dms_endpoint: {
            orders: { engine_name: 'mysql', ssl_mode: '${var.mode}' },
            source: { engine_name: '${var.engine}' },
          },
        },
      },
      addresses: ['aws_dms_endpoint.orders', 'aws_dms_endpoint.source'],
    },
  ],
};
