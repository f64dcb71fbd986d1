import { isIP } from 'node:net';
import { Value, asNumber } from '../value';

/** An address range in bits. */
interface Range {
  readonly first: bigint;
  readonly prefix: number;
  /** 32 or 128. */
  readonly bits: number;
}

/** Terraform's `cidrsubnet`. */
export function cidrsubnet(range: Value, newBits: Value, number: Value): Value {
  const [outer, more, at] = [parse(range), asNumber(newBits), asNumber(number)];
  if (!outer || more === undefined || at === undefined || !Number.isInteger(more) || !Number.isInteger(at)) {
    return undefined;
  }
  const prefix = outer.prefix + more;
  if (more < 0 || at < 0 || prefix > outer.bits || BigInt(at) >= 1n << BigInt(more)) return undefined;
  return `${show(outer.first + (BigInt(at) << BigInt(outer.bits - prefix)), outer.bits)}/${prefix}`;
}

/** Terraform's `cidrhost`. */
export function cidrhost(range: Value, number: Value): Value {
  const [outer, at] = [parse(range), asNumber(number)];
  if (!outer || at === undefined || !Number.isInteger(at)) return undefined;
  const size = 1n << BigInt(outer.bits - outer.prefix);
  const offset = at < 0 ? size + BigInt(at) : BigInt(at);
  return offset < 0n || offset >= size ? undefined : show(outer.first + offset, outer.bits);
}

function parse(range: Value): Range | undefined {
  const found = typeof range === 'string' ? /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(range) : null;
  const version = found ? isIP(found[1]) : 0;
  if (!found || version === 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = Number(found[2]);
  const address = version === 4 ? v4(found[1]) : v6(found[1]);
  if (prefix > bits || address === undefined) return undefined;
  const rest = BigInt(bits - prefix);
  return { first: (address >> rest) << rest, prefix, bits };
}

function v4(text: string): bigint {
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function v6(text: string): bigint | undefined {
  if (text.includes('.')) return undefined;
  const [head, tail] = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups =
    tail === undefined ? head : [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}

function show(address: bigint, bits: number): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => ((address >> BigInt(112 - at * 16)) & 65535n).toString(16));
  const zeros = /(?:^|:)0(?::0)+(?:$|:)/.exec(groups.join(':'))?.[0];
  return zeros === undefined ? groups.join(':') : groups.join(':').replace(zeros, '::');
}
