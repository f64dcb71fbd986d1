import { Population } from '../../toms/claims/claim';
import { PopulationReader } from '../population';
import { COMPUTE_POPULATIONS } from './compute';
import { FRONT_POPULATIONS } from './fronts';
import { IDENTITY_POPULATIONS } from './identities';
import { KEY_POPULATIONS } from './keys';
import { LOG_POPULATIONS } from './logs';
import { NETWORK_POPULATIONS } from './networks';
import { STACK_POPULATIONS } from './stacks';
import { STORE_POPULATIONS } from './stores';

/** Waivers are read from files of their own too: the run knows them, and no model does. */
export type ModelPopulation = Exclude<Population, 'waivers'>;

/** What every population holds. None of them knows a rule: what no rule looks at makes it larger all the same. */
export const POPULATIONS: { readonly [P in ModelPopulation]: PopulationReader } = {
  ...STORE_POPULATIONS,
  ...FRONT_POPULATIONS,
  ...NETWORK_POPULATIONS,
  ...COMPUTE_POPULATIONS,
  ...IDENTITY_POPULATIONS,
  ...LOG_POPULATIONS,
  ...KEY_POPULATIONS,
  ...STACK_POPULATIONS,
};
