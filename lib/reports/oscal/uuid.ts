import { createHash } from 'node:crypto';

/** The namespace of the names below, in which uuids are made. */
export const NAMESPACE = 'https://github.com/cdktf-aws-toms/cdktf-aws-toms/ns/oscal';

/** The namespace that RFC 9562 reserves for URLs. */
const URLS = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A uuid of version 5: the same for the same kind of thing of the same name, in every run. */
export function uuid(kind: string, ...names: readonly string[]): string {
  // As JSON, two lists of names never read alike.
  const name = `${NAMESPACE}#${JSON.stringify([kind, ...names])}`;
  const bytes = createHash('sha1').update(URLS).update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
