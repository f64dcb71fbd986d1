import { DataClass } from './data-class';
import { Posture } from './posture';

/** The keys of the tags that every resource of this library carries. */
export const TAG = {
  environment: 'tom:environment',
  owner: 'tom:owner',
  dataClass: 'tom:data-class',
  measures: 'tom:measures',
} as const;

/** The tags of a resource: environment, owner, class of data, the measures it serves, and the user's own (TOM 3.1.2). */
export function tags(
  posture: Posture,
  dataClass: DataClass,
  measures: readonly string[],
  own: { [key: string]: string } = {}
): { [key: string]: string } {
  const all: { [key: string]: string } = {
    ...own,
    [TAG.environment]: posture.environment,
    [TAG.dataClass]: dataClass,
    [TAG.measures]: measures.join(' '),
  };
  if (posture.owner !== undefined) all[TAG.owner] = posture.owner;
  return all;
}
