import { Resource, describe } from '../model';
import { Unknown, asNumber, isUnknown } from '../value';

const TAG = 'tom:retention-days';

/** How long the data of a resource may be kept, and who says so. */
export interface DeclaredRetention {
  readonly days: number | Unknown;
  /** For messages: `the 90 days that the posture declares`. */
  readonly text: string;
}

/** The retention that is declared for a resource: by its tag, else by the posture. `undefined` where nobody declares one. */
export function declaredRetention(resource: Resource): DeclaredRetention | undefined {
  const tag = resource.tag(TAG);
  if (isUnknown(tag)) return { days: tag, text: `the days that the tag ${TAG} declares` };
  const days = asNumber(tag);
  if (days !== undefined) return { days, text: `the ${describe(days)} days that the tag ${TAG} declares` };
  const posture = resource.posture?.retentionDays;
  return posture === undefined ? undefined : { days: posture, text: `the ${posture} days that the posture declares` };
}
