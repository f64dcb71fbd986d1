import { Block } from '../../terraform/block';
import { Value } from '../../terraform/value';

/** Whether a replication rule replicates deletions: `Enabled`, `Disabled`, or what only a plan can tell. */
export function deleteMarkers(rule: Block, attribute: string): Value {
  // Without a filter the rule is of the first version, which replicates them.
  return rule.get(attribute) ?? (rule.blocks('filter').length > 0 ? 'Disabled' : 'Enabled');
}
