import { DataClass } from '../../toms/data-class';
import { LogKind, TAG } from '../../toms/tags';
import { Posture } from './posture';

/** The tags of a resource: environment, owner, class and category of data, and the user's own (TOM 3.1.2). */
export function tags(
  posture: Posture,
  dataClass: DataClass,
  own: { [key: string]: string } = {},
  logKind?: LogKind
): { [key: string]: string } {
  const all: { [key: string]: string } = {
    ...own,
    [TAG.environment]: posture.environment,
    [TAG.dataClass]: dataClass,
  };
  if (posture.dataCategory !== undefined) {
    all[TAG.dataCategory] = posture.dataCategory;
    all[TAG.retentionDays] = String(posture.retentionDays);
  }
  if (logKind !== undefined) all[TAG.logKind] = logKind;
  if (posture.owner !== undefined) all[TAG.owner] = posture.owner;
  return all;
}
