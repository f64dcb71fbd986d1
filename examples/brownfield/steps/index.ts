import { ShopStack } from '../old/shop-stack';
import { posture } from './2-posture';
import { logs } from './3-logs';
import { stores } from './4-stores';
import { network } from './5-network';
import { peopleAndSecrets } from './6-people-and-secrets';
import { Made } from './made';

/** What is done to the old stack, in this order. The first step, to enforce against a baseline, changes nothing in it. */
const CHANGES: readonly ((shop: ShopStack, made: Made) => void)[] = [
  () => undefined,
  posture,
  logs,
  stores,
  network,
  peopleAndSecrets,
];

export const STEPS = CHANGES.length;

/** Takes the first steps, as many as are asked for. */
export function take(steps: number, shop: ShopStack): void {
  const made = {} as Made;
  for (const change of CHANGES.slice(0, steps)) change(shop, made);
}
