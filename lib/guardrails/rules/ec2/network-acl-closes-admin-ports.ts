import {
  ACLS,
  ACL_RULE,
  AclEntry,
  all,
  coversPort,
  coversSource,
  entriesBeside,
  entriesOn,
  isAction,
  isForEverybody,
  precedes,
} from '../../../aws/ec2/network-acl';
import { describe, Unknown, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

/** What no entry may let everybody do: everything, to administer servers, and to speak to them unencrypted by FTP or Telnet. */
const FORBIDDEN: readonly { readonly protocol: string; readonly port?: number }[] = [
  { protocol: 'all' },
  { protocol: 'tcp', port: 20 },
  { protocol: 'tcp', port: 21 },
  { protocol: 'tcp', port: 22 },
  { protocol: 'tcp', port: 23 },
  { protocol: 'tcp', port: 3389 },
  { protocol: 'tcp', port: 5985 },
  { protocol: 'tcp', port: 5986 },
  { protocol: 'udp', port: 22 },
  { protocol: 'udp', port: 3389 },
];

/** Network ACLs that keep everybody from administering servers. */
export const RULE: ResourceRule = {
  id: 'EC2-003',
  name: 'network-acl-closes-admin-ports',
  title: 'A network ACL lets nobody from anywhere reach FTP, SSH, Telnet, RDP, WinRM or everything',
  severity: 'high',
  claims: ['1.1.3.e', '3.3.4.b', '6.4.b', '9.3.a'],
  rationale:
    'The network ACL is the layer behind the security group: it still holds where somebody opens a group too far. The entry with the lowest number that matches decides, so an entry that allows counts only for what no lower number denies to at least the same range. A public subnet that must let answers in on ports 1024 to 65535 denies 3389 and the ports of WinRM (5985 and 5986) first, by TCP, and 3389 by UDP where UDP may come back. FTP (20, 21) and Telnet (23) pass passwords unencrypted. An entry for every protocol is everything, whatever is denied before it, unless that is everything too.',
  fix: 'Allow the ports that are served, such as 443, and deny 20 to 23, 3389, 5985 and 5986 by lower numbers than those of the entries that let answers in.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html',
    'https://learn.microsoft.com/windows/win32/winrm/installation-and-configuration-for-windows-remote-management',
    'https://docs.aws.amazon.com/config/latest/developerguide/nacl-no-unrestricted-ssh-rdp.html',
    'CIS AWS Foundations Benchmark 3.0.0, 5.1',
    'AWS Security Hub EC2.21',
  ],
  types: [...ACLS, ACL_RULE],
  check: (resource, model) => {
    const entries = entriesOn(resource);
    if (entries.length === 0) return resource.type === ACL_RULE ? undefined : MET;
    return worst(entries.map((entry) => verdictOn(entry, () => entriesBeside(model, resource))));
  },
};

function verdictOn(
  entry: AclEntry | Unknown,
  beside: () => readonly (AclEntry | Unknown)[] | undefined
): Verdict | undefined {
  if (isUnknown(entry)) return undetermined(`an entry is ${describe(entry)}, which only a plan can tell`);
  const verdicts = FORBIDDEN.map(({ protocol, port }) => {
    const answer = all([isAction(entry, 'allow'), isForEverybody(entry), coversPort(entry, protocol, port)]);
    if (answer === 'no') return undefined;
    const others = beside();
    if (others === undefined) return undefined;
    const denials = others.map((other) =>
      isUnknown(other)
        ? 'open'
        : all([
            isAction(other, 'deny'),
            coversPort(other, protocol, port),
            precedes(other, entry),
            coversSource(other, entry),
          ])
    );
    if (denials.includes('yes')) return undefined;
    const what = port === undefined ? 'everything' : `${protocol} ${port}`;
    const name = entry.number === undefined ? 'an entry without a number' : `entry ${describe(entry.number)}`;
    const message = `${name} allows ${what} from ${entry.cidrs.map(describe).join(', ')}`;
    if (answer === 'open') return undetermined(`${message}, or not: only a plan can tell`);
    if (denials.includes('open')) return undetermined(`${message}: only a plan can tell whether it is denied before`);
    return violated(`${message}, and no entry with a lower number denies that`);
  });
  return worst(verdicts) ?? MET;
}
