import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'both tunnels are strong',
      terraform: {
        resource: {
          aws_vpn_connection: { office: { count: 2, ...strongTunnel('tunnel1'), ...strongTunnel('tunnel2') } },
        },
      },
    },
    {
      title: 'several values, each of them strong',
      terraform: {
        resource: {
          aws_vpn_connection: {
            office: {
              ...strongTunnel('tunnel1'),
              ...strongTunnel('tunnel2'),
              tunnel1_phase1_dh_group_numbers: [14, 19, '21'],
              tunnel1_phase1_encryption_algorithms: ['AES256', 'AES256-GCM-16'],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'unset: AWS accepts old versions, too',
      terraform: { resource: { aws_vpn_connection: { office: { type: 'ipsec.1' } } } },
      addresses: ['aws_vpn_connection.office'],
    },
    {
      title: 'one weak value, and one weak tunnel',
      terraform: {
        resource: {
          aws_vpn_connection: {
            group: {
              ...strongTunnel('tunnel1'),
              ...strongTunnel('tunnel2'),
              tunnel2_phase2_dh_group_numbers: [24, 20],
            },
            half: strongTunnel('tunnel1'),
          },
        },
      },
      addresses: ['aws_vpn_connection.group', 'aws_vpn_connection.half'],
    },
    {
      title: 'IKEv1 allowed',
      terraform: {
        resource: {
          aws_vpn_connection: {
            office: {
              ...strongTunnel('tunnel1'),
              ...strongTunnel('tunnel2'),
              tunnel1_ike_versions: ['ikev1', 'ikev2'],
            },
          },
        },
      },
      addresses: ['aws_vpn_connection.office'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide the groups and the versions',
      terraform: {
        variable: { groups: {}, versions: {} },
        resource: {
          aws_vpn_connection: {
            a: {
              ...strongTunnel('tunnel1'),
              ...strongTunnel('tunnel2'),
              tunnel1_phase1_dh_group_numbers: '${var.groups}',
            },
            b: {
              ...strongTunnel('tunnel1'),
              ...strongTunnel('tunnel2'),
              tunnel1_ike_versions: '${var.versions}',
            },
          },
        },
      },
      addresses: ['aws_vpn_connection.a', 'aws_vpn_connection.b'],
    },
  ],
};

/** What one tunnel says where it is strong. */
function strongTunnel(tunnel: string): JsonObject {
  return {
    [`${tunnel}_ike_versions`]: ['ikev2'],
    [`${tunnel}_phase1_encryption_algorithms`]: ['AES256-GCM-16'],
    [`${tunnel}_phase1_integrity_algorithms`]: ['SHA2-384'],
    [`${tunnel}_phase1_dh_group_numbers`]: [20],
    [`${tunnel}_phase2_encryption_algorithms`]: ['AES256-GCM-16'],
    [`${tunnel}_phase2_integrity_algorithms`]: ['SHA2-384'],
    [`${tunnel}_phase2_dh_group_numbers`]: [20],
  };
}
