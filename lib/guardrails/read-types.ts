import { holdsResourcePolicy } from '../aws/iam/resource-policies';
import { RESOURCE_TYPES } from '../aws/types';
import { compare } from '../terraform/compare';
import { Resource } from '../terraform/stack';
import { ownProperty } from '../terraform/value';
import { NAMED_TYPES } from './read-types.generated';

/** Facts that say what a type is, and not what to demand of it. */
const DESCRIPTIONS = ['noun', 'holdsData', 'network', 'reading'];

/** Whether a rule asks something of a type in particular, or of what has a resource of it beside it. Rules about resources of every type do not count. */
export function isRead(type: string): boolean {
  if (NAMED_TYPES.has(type) || (type.endsWith('_policy') && holdsResourcePolicy(type, 'policy'))) return true;
  const facts = Object.keys(ownProperty(RESOURCE_TYPES, type) ?? {});
  return facts.some((fact) => !DESCRIPTIONS.includes(fact));
}

/**
 * The types of resources that nothing reads, with their numbers.
 *
 * @param ofCompany types that a rule of the project is about
 */
export function countUnread(
  resources: Iterable<Resource>,
  ofCompany: readonly string[] = []
): { readonly [type: string]: number } {
  const counts = new Map<string, number>();
  for (const { mode, type } of resources) {
    if (mode === 'managed') counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const unread = [...counts].filter(([type]) => !isRead(type) && !ofCompany.includes(type));
  return Object.fromEntries(unread.sort(([one], [other]) => compare(one, other)));
}

/** The same for a message: `awscc_s3_bucket 2, null_resource 1`. */
export function unreadTypes(resources: Iterable<Resource>): string {
  const all = Object.entries(countUnread(resources)).map(([type, count]) => `${type} ${count}`);
  return all.length > 10 ? `${all.slice(0, 10).join(', ')} and ${all.length - 10} more types` : all.join(', ');
}
