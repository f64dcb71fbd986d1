import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'MACsec or nothing',
      terraform: {
        resource: {
          aws_dx_connection: {
            office: { count: 2, bandwidth: '10Gbps', request_macsec: true, encryption_mode: 'must_encrypt' },
          },
        },
      },
    },
    {
      title: 'MACsec or nothing, blocks as lists',
      terraform: {
        resource: [{ aws_dx_connection: [{ office: [{ request_macsec: 'true', encryption_mode: 'must_encrypt' }] }] }],
      },
    },
  ],
  fail: [
    {
      title: 'a line in the clear, one that may fall back to it, and a LAG',
      terraform: {
        resource: {
          aws_dx_connection: {
            clear: { bandwidth: '1Gbps' },
            should: { request_macsec: true, encryption_mode: 'should_encrypt' },
          },
          aws_dx_lag: { office: { connections_bandwidth: '10Gbps' } },
        },
      },
      addresses: ['aws_dx_connection.clear', 'aws_dx_connection.should', 'aws_dx_lag.office'],
    },
    {
      title: 'no mode, within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.line',
                resources: [
                  {
                    address: 'module.line.aws_dx_connection.office',
                    mode: 'managed',
                    type: 'aws_dx_connection',
                    name: 'office',
                    values: { request_macsec: true, encryption_mode: null },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.line.aws_dx_connection.office'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { mode: {}, macsec: {} },
        resource: {
          aws_dx_connection: {
            a: { request_macsec: true, encryption_mode: '${var.mode}' },
            b: { request_macsec: '${var.macsec}', encryption_mode: 'must_encrypt' },
          },
        },
      },
      addresses: ['aws_dx_connection.a', 'aws_dx_connection.b'],
    },
  ],
};
