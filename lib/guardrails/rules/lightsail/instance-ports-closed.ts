import { areEverybody } from '../../../aws/ip-ranges';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Value, asNumber, asStrings, describe, hasUnknown, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const PORTS = 'port_info';

/** SSH, Telnet, and remote desktops. */
const ADMIN_PORTS = [22, 23, 3389, 5985, 5986];

/** Servers of Lightsail that not everyone can try to log in to. */
export const RULE: ResourceRule = {
  id: 'LIGHTSAIL-003',
  name: 'instance-ports-closed',
  title: 'An instance of Lightsail opens no administrative port to every address',
  severity: 'high',
  claims: ['1.1.3.e'],
  rationale:
    'Everyone on the internet tries the passwords and keys of a port for SSH or remote desktops, and its defects. A port that names no addresses is open to all of them.',
  fix: 'Set `port_info.cidrs` to the addresses of the administrators, or leave the port out: the browser of the console reaches the instance by `cidr_list_aliases` lightsail-connect.',
  sources: [
    'https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-firewall-and-port-mappings-in-amazon-lightsail.html',
    'https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_PortInfo.html',
  ],
  types: ['aws_lightsail_instance_public_ports'],
  check: (instance) => {
    const ports = instance.blocks(PORTS);
    const whole = ports.length === 0 ? configured(instance, PORTS) : undefined;
    if (isUnknown(whole)) return unknownAttribute(PORTS, whole);
    return worst(ports.map(portVerdict)) ?? MET;
  },
};

function portVerdict(port: Block): Verdict {
  const [from, to, protocol] = ['from_port', 'to_port', 'protocol'].map((attribute) => configured(port, attribute));
  if (!mayOpenAdminPort(from, to, protocol)) return MET;
  const lists = ['cidrs', 'ipv6_cidrs'].map((attribute): readonly [string, Value] => [
    attribute,
    configured(port, attribute),
  ]);
  const set = lists.filter(([, list]) => list !== undefined && !(Array.isArray(list) && list.length === 0));
  const aliases = configured(port, 'cidr_list_aliases');
  const wide = set.find(([, list]) => areEverybody(asStrings(list)));
  const isAll = set.length === 0 && aliases === undefined;
  if (!wide && !isAll) {
    const open = set.find(([, list]) => hasUnknown(list));
    return open ? unknownAttribute(`${PORTS}.${open[0]}`, open[1]) : MET;
  }
  const unknown = (
    [
      ['from_port', from],
      ['to_port', to],
      ['protocol', protocol],
    ] as const
  ).find(([, value]) => isUnknown(value));
  if (unknown) return unknownAttribute(`${PORTS}.${unknown[0]}`, unknown[1]);
  const who = wide ? `${wide[0]} ${describe(wide[1])}` : 'no addresses, which means all';
  return violated(`ports ${describe(from)} to ${describe(to)} have ${who}: everyone may try to log in`);
}

function mayOpenAdminPort(from: Value, to: Value, protocol: Value): boolean {
  if (typeof protocol === 'string' && !['tcp', 'all'].includes(protocol)) return false;
  if (protocol === 'all') return true;
  const [low, high] = [asNumber(from) ?? 0, asNumber(to) ?? 65_535];
  return ADMIN_PORTS.some((admin) => admin >= low && admin <= high);
}
