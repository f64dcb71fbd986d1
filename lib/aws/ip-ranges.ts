import { SocketAddress, isIP } from 'node:net';

type Family = 'ipv4' | 'ipv6';

/** A range of addresses. */
export interface IpRange {
  readonly family: Family;
  /** The address that it is written with, as a number: the first one, where nothing follows its prefix. */
  readonly bits: bigint;
  /** How many bits of it are fixed. */
  readonly prefix: number;
}

const LENGTH = { ipv4: 32, ipv6: 128 };
const NAME = { ipv4: 'IPv4', ipv6: 'IPv6' };

/**
 * The most public addresses that a rule may name without naming everybody: a /8 of IPv4, a /16 of IPv6. Hardly any
 * organization holds more, so more, in one range or in halves and quarters, means the internet.
 */
export const WIDEST = { ipv4: 8, ipv6: 16 };

/** Ranges that the internet does not route to anybody, read on first use: the first look at an IPv6 address costs Node milliseconds. */
const PRIVATE = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
];
let privateRanges: readonly IpRange[] | undefined;

function isPrivate(range: IpRange): boolean {
  privateRanges ??= PRIVATE.flatMap((text) => parseCidr(text) ?? []);
  return privateRanges.some((outer) => contains(outer, range));
}

/** Reads `10.0.0.0/16` or `2001:db8::/32`; an address without a prefix is a range of one. `undefined` for other text. */
export function parseCidr(text: string): IpRange | undefined {
  const [address, bits, ...rest] = text.trim().split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const prefix = bits === undefined ? LENGTH[family] : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
  if (!(prefix <= LENGTH[family])) return undefined;
  return { family, bits: version === 4 ? bitsOf4(address) : bitsOf6(address), prefix };
}

/**
 * Reads a range as Terraform and AWS take it: with its prefix, beginning with its first address. Returns what is wrong
 * with other text.
 */
export function parseNetwork(text: string, family: Family): IpRange | string {
  const range = /^[\da-f.:]+\/\d+$/i.test(text) ? parseCidr(text) : undefined;
  if (range?.family !== family) return `is no ${NAME[family]} range`;
  const network = networkOf(range);
  return network.bits === range.bits ? range : `begins within the range ${showRange(network)}`;
}

/** How many addresses a range has. */
export function sizeOf({ family, prefix }: IpRange): bigint {
  return 1n << BigInt(LENGTH[family] - prefix);
}

/** As it is written: `10.0.0.0/16`. */
export function showRange({ family, bits, prefix }: IpRange): string {
  const [width, base, separator] = family === 'ipv4' ? ([8, 10, '.'] as const) : ([16, 16, ':'] as const);
  const groups = Array.from({ length: LENGTH[family] / width }, (_, index) =>
    BigInt.asUintN(width, bits >> BigInt(LENGTH[family] - width * (index + 1))).toString(base)
  );
  return `${new SocketAddress({ family, address: groups.join(separator) }).address}/${prefix}`;
}

/** Whether a range holds all of another. */
export function contains(outer: IpRange, inner: IpRange): boolean {
  if (outer.family !== inner.family || outer.prefix > inner.prefix) return false;
  const rest = BigInt(LENGTH[outer.family] - outer.prefix);
  return outer.bits >> rest === inner.bits >> rest;
}

/** Whether two ranges have an address in common. Ranges never overlap in part: one holds the other. */
export function overlaps(one: IpRange, other: IpRange): boolean {
  return contains(one, other) || contains(other, one);
}

/** Whether text names a range that lies within the one that other text names. */
export function isInside(cidr: string, range: string): boolean {
  const [inner, outer] = [parseCidr(cidr), parseCidr(range)];
  return inner !== undefined && outer !== undefined && contains(outer, inner);
}

/** Whether ranges, taken together, amount to everybody. */
export function areEverybody(cidrs: readonly string[]): boolean {
  const shares = new RangeShares();
  for (const text of cidrs) shares.add(text, 1);
  return shares.areEverybody();
}

/** How much ranges that come and go amount to, each counted once. */
export class RangeShares {
  private readonly counts = new Map<string, number>();
  private readonly share = { ipv4: 0, ipv6: 0 };

  /** Adds a range so many times, or takes it away. Text that is no range, and private addresses, are nobody. */
  public add(text: string, times: number): void {
    const before = this.counts.get(text) ?? 0;
    const after = before + times;
    if (after > 0) this.counts.set(text, after);
    else this.counts.delete(text);
    if (before > 0 === after > 0) return;
    const cidr = parseCidr(text);
    if (!cidr || isPrivate(cidr)) return;
    this.share[cidr.family] += (after > 0 ? 1 : -1) * 2 ** (WIDEST[cidr.family] - cidr.prefix);
  }

  /** How many ranges there are. */
  public get size(): number {
    return this.counts.size;
  }

  /** Whether they amount to everybody. */
  public areEverybody(): boolean {
    return this.share.ipv4 > 1 || this.share.ipv6 > 1;
  }
}

/** Whether a range that ends in a prefix, such as `${aws_eip.nat.public_ip}/32`, is too narrow for everybody. */
export function endsNarrow(text: string): boolean {
  const prefix = /\}\/(\d{1,3})$/.exec(text)?.[1];
  return prefix !== undefined && Number(prefix) >= Math.max(WIDEST.ipv4, WIDEST.ipv6);
}

function networkOf(range: IpRange): IpRange {
  const rest = BigInt(LENGTH[range.family] - range.prefix);
  return { ...range, bits: (range.bits >> rest) << rest };
}

function bitsOf4(address: string): bigint {
  return address.split('.').reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

/** Eight groups of 16 bits, of which `::` leaves some out; the last two may be written as an IPv4 address. */
function bitsOf6(address: string): bigint {
  const [head, tail] = address
    .split('%')[0]
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const groups = (parts: readonly string[]): bigint[] =>
    parts.flatMap((part) => {
      if (!part.includes('.')) return [BigInt(`0x${part}`)];
      const bits = bitsOf4(part);
      return [bits >> 16n, bits & 0xffffn];
    });
  const [first, last] = [groups(head), groups(tail ?? [])];
  const left = Array<bigint>(8 - first.length - last.length).fill(0n);
  return [...first, ...left, ...last].reduce((bits, group) => (bits << 16n) | group, 0n);
}
