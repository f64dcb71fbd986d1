import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { JsonObject, Value, asNumber, hasUnknown, isTrue } from '../../value';
import { allOf, requireAttribute, unknownAttribute } from '../checks';
import { configured } from '../configured';

/** An option of a tunnel, and the values of it that are strong. */
interface Option {
  readonly name: string;
  readonly strong: readonly (string | number)[];
}

const ENCRYPTION = ['AES256', 'AES256-GCM-16'];
const INTEGRITY = ['SHA2-256', 'SHA2-384', 'SHA2-512'];
/** RFC 8247 advises against the groups 22, 23 and 24 as well as against the short ones. */
const GROUPS = [14, 15, 16, 17, 18, 19, 20, 21];

const OPTIONS: readonly Option[] = [
  { name: 'ike_versions', strong: ['ikev2'] },
  { name: 'phase1_encryption_algorithms', strong: ENCRYPTION },
  { name: 'phase1_integrity_algorithms', strong: INTEGRITY },
  { name: 'phase1_dh_group_numbers', strong: GROUPS },
  { name: 'phase2_encryption_algorithms', strong: ENCRYPTION },
  { name: 'phase2_integrity_algorithms', strong: INTEGRITY },
  { name: 'phase2_dh_group_numbers', strong: GROUPS },
];

const TUNNELS = ['tunnel1', 'tunnel2'];

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
    [`${tunnel}_log_options`]: {
      cloudwatch_log_options: { log_enabled: true, log_group_arn: '${aws_cloudwatch_log_group.vpn.arn}' },
    },
  };
}

/** Site-to-site tunnels that agree on nothing weak, and log. */
export const EC2_014: ResourceRule = {
  id: 'EC2-014',
  title: 'A VPN connection admits IKEv2 with strong algorithms alone, and logs both tunnels',
  severity: 'medium',
  measures: ['1.1.2'],
  rationale:
    'What a tunnel does not name it admits: by default IKEv1, AES with 128 bits, SHA-1 and Diffie-Hellman group 2 are among it, and AWS tries the lowest value first, whatever the other side prefers. Either of the two tunnels carries the traffic. AES with 128 bits is not broken; the rule asks for the 256 that the measures ask of data at rest. The tunnel logs show what was agreed on, and every attempt that failed.',
  fix: 'For `tunnel1` and `tunnel2` set `…_ike_versions` to ikev2, the encryption algorithms of both phases to AES256-GCM-16 (or AES256), the integrity algorithms to SHA2-256 or longer, the Diffie-Hellman groups to 14 to 21, and `…_log_options` with `log_enabled` true and a log group.',
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html',
    'https://www.rfc-editor.org/rfc/rfc8247 (algorithms of IKEv2)',
    'AWS Security Hub EC2.171',
  ],
  types: ['aws_vpn_connection'],
  check: (connection) => allOf(TUNNELS.flatMap((tunnel) => judgeTunnel(connection, tunnel))),
  examples: {
    pass: [
      {
        title: 'both tunnels are strong and log',
        terraform: {
          resource: {
            aws_vpn_connection: { office: { count: 2, ...strongTunnel('tunnel1'), ...strongTunnel('tunnel2') } },
          },
        },
      },
      {
        title: 'several values, each of them strong, blocks as lists',
        terraform: {
          resource: [
            {
              aws_vpn_connection: [
                {
                  office: [
                    {
                      ...strongTunnel('tunnel1'),
                      ...strongTunnel('tunnel2'),
                      tunnel1_phase1_dh_group_numbers: [14, 19, '21'],
                      tunnel1_phase1_encryption_algorithms: ['AES256', 'AES256-GCM-16'],
                      tunnel2_log_options: [{ cloudwatch_log_options: [{ log_enabled: 'true' }] }],
                    },
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
        title: 'nothing said: AWS admits what is old, too',
        terraform: { resource: { aws_vpn_connection: { office: { type: 'ipsec.1' } } } },
        addresses: ['aws_vpn_connection.office'],
      },
      {
        title: 'one weak value, one weak tunnel, one that does not log',
        terraform: {
          resource: {
            aws_vpn_connection: {
              group: {
                ...strongTunnel('tunnel1'),
                ...strongTunnel('tunnel2'),
                tunnel2_phase2_dh_group_numbers: [24, 20],
              },
              half: strongTunnel('tunnel1'),
              quiet: {
                ...strongTunnel('tunnel1'),
                ...strongTunnel('tunnel2'),
                tunnel1_log_options: { cloudwatch_log_options: { log_enabled: false } },
              },
            },
          },
        },
        addresses: ['aws_vpn_connection.group', 'aws_vpn_connection.half', 'aws_vpn_connection.quiet'],
      },
      {
        title: 'IKEv1 admitted within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.vpn',
                  resources: [
                    {
                      address: 'module.vpn.aws_vpn_connection.office',
                      mode: 'managed',
                      type: 'aws_vpn_connection',
                      name: 'office',
                      values: {
                        ...strongTunnel('tunnel1'),
                        ...strongTunnel('tunnel2'),
                        tunnel1_ike_versions: ['ikev1', 'ikev2'],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.vpn.aws_vpn_connection.office'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides the groups, or whether a tunnel logs',
        terraform: {
          variable: { groups: {}, logs: {} },
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
                tunnel1_log_options: '${var.logs}',
              },
            },
          },
        },
        addresses: ['aws_vpn_connection.a', 'aws_vpn_connection.b'],
      },
    ],
  },
};

function judgeTunnel(connection: Resource, tunnel: string): Verdict[] {
  const options = OPTIONS.map(({ name, strong }) => ({
    name,
    strong,
    value: configured(connection, `${tunnel}_${name}`),
  }));
  const unset = options.filter(({ value }) => isAbsent(value)).map(({ name }) => name);
  const absent = unset.length === OPTIONS.length ? ['algorithms'] : unset;
  const log = `${tunnel}_log_options.cloudwatch_log_options.log_enabled`;
  return [
    absent.length > 0 ? violated(`${tunnel} sets no ${absent.join(', ')}: AWS admits weak values too`) : MET,
    ...options
      .filter(({ value }) => !isAbsent(value))
      .map(({ name, strong, value }) => judgeValues(`${tunnel}_${name}`, value, strong)),
    requireAttribute(connection, log, isTrue),
  ];
}

function isAbsent(value: Value): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function judgeValues(attribute: string, value: Value, strong: readonly (string | number)[]): Verdict {
  const weak = Array.isArray(value) ? value.filter((item) => !isStrong(item, strong)) : [];
  if (weak.length > 0) return violated(`${attribute} admits ${weak.map((item) => describe(item)).join(' and ')}`);
  return hasUnknown(value) ? unknownAttribute(attribute, value) : MET;
}

function isStrong(item: Value, strong: readonly (string | number)[]): boolean {
  return hasUnknown(item) || strong.includes(asNumber(item) ?? (typeof item === 'string' ? item : ''));
}
