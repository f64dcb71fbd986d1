import { ResourceRule, violated } from '../../rule';
import { allOf, requireAttribute, requireTrue } from '../checks';

/** Private lines that carry nothing in the clear. */
export const DX_001: ResourceRule = {
  id: 'DX-001',
  title: 'A Direct Connect line is encrypted by MACsec, without a way back',
  severity: 'medium',
  measures: ['1.1.2'],
  rationale:
    'A Direct Connect line is private, but not encrypted: its carrier and whoever reaches the cross connect can read it. MACsec encrypts it between the two routers, and with must_encrypt the line is down rather than in the clear where that fails. MACsec needs a dedicated connection at a location that offers it, and a key that both ends hold. The AWS provider has no MACsec arguments for `aws_dx_lag`, so a LAG cannot show it.',
  fix: 'Set `request_macsec` to true and `encryption_mode` to must_encrypt, and associate a key by `aws_dx_macsec_key_association`. Where the line cannot do that, run a site-to-site VPN over it, and waive the rule with that reason.',
  sources: [
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/MACsec.html',
    'https://docs.aws.amazon.com/directconnect/latest/UserGuide/encryption-in-transit.html',
  ],
  types: ['aws_dx_connection', 'aws_dx_lag'],
  check: (line) => {
    if (line.type === 'aws_dx_lag' && !line.has('request_macsec')) {
      return violated('the LAG cannot ask for MACsec: it may carry traffic in the clear');
    }
    return allOf([
      requireTrue(line, 'request_macsec'),
      requireAttribute(line, 'encryption_mode', (value) => value === 'must_encrypt', {
        encryption_mode: 'must_encrypt',
      }),
    ]);
  },
  examples: {
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
          resource: [
            { aws_dx_connection: [{ office: [{ request_macsec: 'true', encryption_mode: 'must_encrypt' }] }] },
          ],
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
  },
};
