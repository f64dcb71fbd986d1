import { Safeguard } from '../../aws/types/resource-type';
import { Family } from './family';
import { safeguards } from './safeguards';

/** Resources that cannot be deleted in one call (TOM 3.2.1). */
export const DELETION_PROTECTION: Family<Safeguard> = safeguards({
  name: 'deletion-protection',
  claims: ['3.2.1.e'],
  facetOf: ({ deletionProtection }) => deletionProtection,
  why: 'With deletion protection it takes a change of its own to delete a resource, which a review sees; without it a wrong destroy, or a change that replaces the resource, is enough.',
});
