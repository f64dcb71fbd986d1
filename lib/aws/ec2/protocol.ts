import { Value } from '../../terraform/value';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['-1', 'all'],
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);

/** A protocol by its name, however Terraform writes it: `all` for every one, its number where it has no name here. */
export function protocolName(value: Value): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : 'all';
  return NAMES.get(text) ?? text;
}
