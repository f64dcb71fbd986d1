import { Statement } from '../../aws/iam/policy';
import { wideAction } from '../../aws/iam/wide-actions';
import { Verdict, undetermined, violated } from '../rule';

/**
 * The verdict on a statement that must not allow some actions on every resource.
 *
 * @param meaning what anyone may do who has it, for the message
 */
export function wideActionVerdict(
  statement: Statement,
  actions: ReadonlyMap<string, string>,
  narrows: (key: string) => boolean,
  meaning: string
): Verdict | undefined {
  const wide = wideAction(statement, actions, narrows);
  if (wide === undefined) return undefined;
  const message = `allows ${wide.action} on ${wide.on}`;
  if (wide.open !== undefined) return undetermined(`${message}: only a plan can tell the ${wide.open}`);
  return violated(`${message}: ${meaning}`);
}
