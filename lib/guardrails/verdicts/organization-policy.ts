import { unlimited } from '../../aws/iam/access/holders';
import { symbolsOf } from '../../aws/iam/access/symbols';
import { Request, evaluate } from '../../aws/iam/evaluation/evaluate';
import { Statement, readPolicy } from '../../aws/iam/policy';
import { isAnything, isOnEverything } from '../../aws/iam/statements';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, undetermined, violated } from '../rule';
import { listed } from './both-duties';
import { denialsOf } from './identity-policies';

const ATTACHMENT = 'aws_organizations_policy_attachment';

/** A request that a policy must deny, and what it is called in a message. */
export interface Probe {
  readonly called: string;
  readonly request: Request;
}

/**
 * The verdict on a service control policy that denies everything, or all but a few actions, on a condition: whether it denies each request, to somebody who may do
 * everything otherwise, and is attached to something. `undefined` for policies that deny something else.
 *
 * @param key the condition key that tells such policies, in lower case
 */
export function deniesVerdict(
  model: Model,
  policy: Resource,
  key: string,
  probes: readonly Probe[]
): Verdict | undefined {
  const type = configured(policy, 'type') ?? 'SERVICE_CONTROL_POLICY';
  if (isUnknown(type)) return undetermined(`type is ${type.text}, which only a plan can tell`);
  if (type !== 'SERVICE_CONTROL_POLICY') return undefined;
  const reading = readPolicy(model, policy, 'content');
  if (reading && 'unknown' in reading) return undetermined(`content is ${reading.unknown}, which only a plan can tell`);
  if (!denialsOf(reading).some((statement) => isGeneral(statement, key))) return undefined;
  const held = { where: policy.address, policy: reading, symbols: symbolsOf(model, policy) };
  const everything = [unlimited('FullAWSAccess')];
  let open: Verdict | undefined;
  for (const { called, request } of probes) {
    const { decision, on } = evaluate(request, { identity: everything, serviceControl: [[...everything, held]] });
    if (decision === 'allow') return violated(`content allows ${called}`);
    if (decision === 'depends') open ??= undetermined(`whether content denies ${called} hangs on ${listed(on)}`);
  }
  return open ?? attachedVerdict(model, policy);
}

function attachedVerdict(model: Model, policy: Resource): Verdict {
  if (companionsOf(model, policy, ATTACHMENT, 'policy_id').length > 0) return MET;
  return hasUndeterminedCompanion(model, ATTACHMENT, 'policy_id')
    ? undetermined('only a plan can tell what is attached')
    : violated(`no ${ATTACHMENT} attaches it, so it binds no account`);
}

/** Whether a denial is of everything, or of all but a few actions, on a condition with a key. */
function isGeneral(statement: Statement, key: string): boolean {
  const { actions, notActions, conditions } = statement;
  if (!conditions.some((condition) => condition.key === key) || !isOnEverything(statement)) return false;
  return notActions.length > 0 || actions.some(isAnything);
}
