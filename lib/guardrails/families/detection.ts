import { demands } from './demands';

/** Services that look for attacks and deviations, on for all that they can look at (TOM 8.1). */
export const DETECTION = demands({
  name: 'detection',
  claims: ['8.1.q'],
  facetOf: ({ detection }) => detection,
});
