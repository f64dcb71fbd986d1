import { Safeguard } from '../../aws/types/resource-type';
import { Family } from './family';
import { safeguards } from './safeguards';

/** Data that a destroy does not take with it (TOM 4.1). */
export const LAST_COPY: Family<Safeguard> = safeguards({
  name: 'last-copy',
  claims: ['4.1.e'],
  facetOf: ({ lastCopy }) => lastCopy,
  why: 'One wrong destroy, or a change that replaces the resource, must not take the last copy of its data along.',
});
