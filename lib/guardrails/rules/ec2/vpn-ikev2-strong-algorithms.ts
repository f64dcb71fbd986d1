import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, hasUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, unknownAttribute } from '../../verdicts/checks';

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

/** Site-to-site tunnels that agree on nothing weak. */
export const RULE: ResourceRule = {
  id: 'EC2-014',
  name: 'vpn-ikev2-strong-algorithms',
  title: 'A VPN connection admits IKEv2 with strong algorithms only',
  severity: 'medium',
  claims: ['1.1.2.e'],
  rationale:
    'What a tunnel does not name it admits: by default IKEv1, AES with 128 bits, SHA-1 and Diffie-Hellman group 2 are among it, and AWS tries the lowest value first, whatever the other side prefers. Either of the two tunnels carries the traffic. AES with 128 bits is not broken; the rule asks for the 256 that the measures ask of data at rest.',
  fix: 'For `tunnel1` and `tunnel2` set `…_ike_versions` to ikev2, the encryption algorithms of both phases to AES256-GCM-16 (or AES256), the integrity algorithms to SHA2-256 or longer, and the Diffie-Hellman groups to 14 to 21.',
  sources: [
    'https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html',
    'https://www.rfc-editor.org/rfc/rfc8247 (algorithms of IKEv2)',
  ],
  types: ['aws_vpn_connection'],
  check: (connection) => allOf(TUNNELS.flatMap((tunnel) => judgeTunnel(connection, tunnel))),
};

function judgeTunnel(connection: Resource, tunnel: string): Verdict[] {
  const options = OPTIONS.map(({ name, strong }) => ({
    name,
    strong,
    value: configured(connection, `${tunnel}_${name}`),
  }));
  const unset = options.filter(({ value }) => isAbsent(value)).map(({ name }) => name);
  const absent = unset.length === OPTIONS.length ? ['algorithms'] : unset;
  return [
    absent.length > 0 ? violated(`${tunnel} sets no ${absent.join(', ')}: AWS admits weak values too`) : MET,
    ...options
      .filter(({ value }) => !isAbsent(value))
      .map(({ name, strong, value }) => judgeValues(`${tunnel}_${name}`, value, strong)),
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
