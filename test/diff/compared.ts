import { Change, Diff } from '../../lib/diff/change';
import { diffOfStacks } from '../../lib/diff/sides';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { TODAY } from '../cli/toms';
import { Stacks } from './examples';

/** The diff of stacks by name. */
export function compared(before: Stacks, after: Stacks): Diff {
  const [was, is] = [before, after].map((stacks) =>
    Object.entries(stacks).map(([name, json]) => readStack(name, `${name}/cdk.tf.json`, json))
  );
  return diffOfStacks(was, is, TODAY, () => ({ waivers: [], records: [] }));
}

/** The diff of the resources of one stack. What is named in both keeps the two sides related. */
export function comparedResources(before: JsonObject, after: JsonObject): Diff {
  const side = (resource: JsonObject): Stacks => ({
    app: { resource: { aws_vpc: { kept: { cidr_block: '10.0.0.0/16' } }, ...resource } },
  });
  return compared(side(before), side(after));
}

/** A change in one line, without what follows the first words of a rule's message. */
export function lineOf({ direction, subject, address, message }: Change): string {
  return `${direction} ${subject} ${address}: ${message}`;
}
