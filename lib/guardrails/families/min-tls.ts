import { InTransit } from '../../aws/types/resource-type';
import { Family, unique } from './family';
import { IN_TRANSIT } from './in-transit';

/** The oldest TLS and the weakest ciphers that a resource takes, where a policy sets them (TOM 1.1.1). */
export const MIN_TLS: Family<InTransit> = {
  ...IN_TRANSIT,
  name: 'min-tls',
  claims: ['1.1.1.b', '1.1.2.a'],
  facetOf: ({ minTls }) => minTls,
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      'TLS 1.0 and 1.1 are deprecated. Without forward secrecy, anyone who gets the private key later can read what was recorded before.',
    ].join(' '),
};
