import { Decision, Policies, Request, evaluate } from '../../lib/aws/iam/evaluation/evaluate';
import { HeldPolicy } from '../../lib/aws/iam/evaluation/statements';
import { policyFromJson } from '../../lib/aws/iam/policy';
import { JsonObject, Value } from '../../lib/terraform/value';
import { AccessCase } from './random-access';

/** Policies as they are held somewhere. */
export function held(where: string, ...policies: readonly JsonObject[]): HeldPolicy[] {
  return policies.map((policy) => ({ where, policy: policyFromJson(policy as { [key: string]: Value }) }));
}

export function requestOf({ caller, action, resource, account, context }: AccessCase): Request {
  return { caller, action, resource, account, context, isWhole: true };
}

export function policiesOf(access: AccessCase): Policies {
  return {
    identity: held('identity', ...access.identity),
    boundary: held('boundary', ...access.boundary),
    session: held('session', ...access.session),
    resource: access.resourcePolicy ? held('resource', access.resourcePolicy) : undefined,
    endpoint: held('endpoint', ...access.endpoint),
    serviceControl: access.serviceControl.map((level) => held('service control', ...level)),
    resourceControl: held('resource control', ...access.resourceControl),
  };
}

export function decide(access: AccessCase): Decision {
  return evaluate(requestOf(access), policiesOf(access));
}
