import { demands } from './demands';

/** Containers, builds and notebooks without the rights of what is around them (TOM 9.3). */
export const HARDENING = demands({
  name: 'hardening',
  claims: ['9.3.f'],
  facetOf: ({ hardening }) => hardening,
});
