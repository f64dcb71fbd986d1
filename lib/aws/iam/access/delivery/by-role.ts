import { Model } from '../../../../terraform/model';
import { targetsOf } from '../../../../terraform/references';
import { Resource } from '../../../../terraform/stack';
import { Value } from '../../../../terraform/value';
import { Request } from '../../evaluation/evaluate';
import { Right, Writer } from './need';
import { Origin } from './source';

/** The role of the model that a value names. */
export function roleOf(model: Model, source: Resource, value: Value): Resource | undefined {
  return targetsOf(model, source, value, ['aws_iam_role'], ['arn', 'name'])[0];
}

/** That a service may assume a role. */
export function assuming(role: Resource, by: readonly Writer[], { texts, context }: Origin): Right {
  return { by, action: 'sts:AssumeRole', of: role, part: '', texts, contexts: [context] };
}

/** What a role needs on something. */
export function byRole(
  role: Resource,
  of: Resource,
  actions: readonly string[],
  part = '',
  context: NonNullable<Request['context']> = {}
): readonly Right[] {
  return actions.map((action) => ({ by: [{ role }], action, of, part, contexts: [context] }));
}
