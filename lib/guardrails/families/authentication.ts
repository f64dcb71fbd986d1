import { demands } from './demands';

/** Callers that prove who they are (TOM 3.1.1). */
export const AUTHENTICATION = demands({
  name: 'authentication',
  claims: ['3.1.1.l'],
  facetOf: ({ authentication }) => authentication,
});
