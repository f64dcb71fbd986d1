import { isIPv6 } from 'node:net';

/** A range of IPv4 addresses: the number of its first address, and how many bits of it are fixed. */
export interface Ipv4Range {
  readonly first: number;
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`. Returns what is wrong with the text where it is no range. */
export function parseIpv4(text: string): Ipv4Range | string {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  const parts = match?.slice(1).map(Number);
  if (!parts || parts.slice(0, 4).some((part) => part > 255) || parts[4] > 32) return 'is no IPv4 range';
  const [a, b, c, d, prefix] = parts;
  const range = { first: ((a * 256 + b) * 256 + c) * 256 + d, prefix };
  return range.first % sizeOf(range) === 0 ? range : `begins within the range ${showIpv4(network(range))}`;
}

/** How many addresses a range has. */
export function sizeOf({ prefix }: Ipv4Range): number {
  return 2 ** (32 - prefix);
}

/** As it is written: `10.0.0.0/16`. */
export function showIpv4({ first, prefix }: Ipv4Range): string {
  const bytes = [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(first / unit) % 256);
  return `${bytes.join('.')}/${prefix}`;
}

/** Whether two ranges have an address in common. */
export function overlaps(a: Ipv4Range, b: Ipv4Range): boolean {
  return a.first < b.first + sizeOf(b) && b.first < a.first + sizeOf(a);
}

/** Whether a range lies within another. */
export function contains(outer: Ipv4Range, inner: Ipv4Range): boolean {
  return inner.first >= outer.first && inner.first + sizeOf(inner) <= outer.first + sizeOf(outer);
}

/** How many bits of an IPv6 range such as `2001:db8::/32` are fixed, or `undefined` where the text is none. */
export function ipv6Prefix(text: string): number | undefined {
  const match = /^([0-9a-f:.]+)\/(\d{1,3})$/i.exec(text);
  if (!match || !isIPv6(match[1]) || Number(match[2]) > 128) return undefined;
  return Number(match[2]);
}

function network(range: Ipv4Range): Ipv4Range {
  return { ...range, first: range.first - (range.first % sizeOf(range)) };
}
