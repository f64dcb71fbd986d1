import { unreadPolicies } from '../aws/iam/access/resource-side';
import { Undo, whoCanUndo } from '../aws/iam/access/who-can-undo';
import { Model } from '../terraform/model';
import { Redaction } from '../terraform/redaction';

/** Who can lift a control by some actions, of those that were read. */
export interface ControlEvidence {
  /** The trail, key or lock: `stack:address`. */
  readonly control: string;
  /** Each lifts it: they stand together where the same can take them. */
  readonly actions: readonly string[];
  /** Roles and users of the stacks, and others whom a policy names, who certainly can. */
  readonly by: readonly string[];
  /** Those of whom nobody can tell. */
  readonly perhaps: readonly string[];
}

/** What protects logs and data from those who work with them. */
const CONTROLS = ['aws_cloudtrail', 'aws_kms_key', 'aws_s3_bucket_object_lock_configuration'];

/** Of every trail, key and Object Lock, who can lift it and by which actions. */
export function controlEvidence(model: Model): readonly ControlEvidence[] {
  const redaction = new Redaction(model.stacks);
  return CONTROLS.flatMap((type) => model.present(type)).flatMap((control) => {
    const rows = new Map<string, ControlEvidence>();
    for (const { action, of, access } of whoCanUndo(model, control)) {
      const by = named(access, 'allow', redaction);
      const unread = unreadPolicies(model, of).map((where) => `those whom ${redaction.of(where)} names`);
      const perhaps = [...named(access, 'depends', redaction), ...unread];
      const key = JSON.stringify([by, perhaps]);
      const actions = [...(rows.get(key)?.actions ?? []), action];
      rows.set(key, { control: control.qualifiedAddress, actions, by, perhaps });
    }
    return [...rows.values()];
  });
}

function named(access: Undo['access'], decision: 'allow' | 'depends', redaction: Redaction): readonly string[] {
  const found = access.filter((one) => one.decision === decision).map(({ who }) => redaction.of(who));
  return [...new Set(found)];
}
