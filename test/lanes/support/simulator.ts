import { JsonObject } from '../../../lib/terraform/value';
import { AccessCase } from '../../support/random-access';

/** What the lane uses of the other evaluator. It is loaded by name, so that nothing needs it to compile. */
export interface Simulator {
  readonly anonymousPrincipal: object;
  readonly runSimulation: (simulation: object, options: object) => Promise<Simulated>;
}

export interface Simulated {
  readonly resultType: string;
  readonly overallResult: 'Allowed' | 'ExplicitlyDenied' | 'ImplicitlyDenied';
  readonly result: { readonly ignoredContextKeys?: readonly string[] };
}

const NAME = '@cloud-copilot/iam-simulate';

const EVERYTHING: JsonObject = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

export function simulationOf(access: AccessCase, { anonymousPrincipal }: Simulator): object {
  const { caller } = access;
  const named = (policies: readonly JsonObject[]): { name: string; policy: JsonObject }[] =>
    policies.map((policy, index) => ({ name: `p${index}`, policy }));
  const session = caller.id.replace(':iam:', ':sts:').replace(/:role\/(?:.*\/)?/, ':assumed-role/');
  return {
    request: {
      principal:
        caller.kind === 'anonymous'
          ? anonymousPrincipal
          : caller.kind === 'role'
            ? `${session}/${caller.session}`
            : caller.id,
      action: access.action,
      resource: { resource: access.resource, accountId: access.account },
      contextVariables: Object.fromEntries(
        Object.entries(access.context).map(([key, found]) => [
          key,
          found.length === 1 && key !== 'aws:TagKeys' ? found[0] : [...found],
        ])
      ),
    },
    // What the root of an account may do, AWS does not write as a policy.
    identityPolicies: named(caller.kind === 'root' ? [EVERYTHING] : access.identity),
    sessionPolicy: access.session[0],
    permissionBoundaryPolicies: access.boundary.length > 0 ? named(access.boundary) : undefined,
    vpcEndpointPolicies: access.endpoint.length > 0 ? named(access.endpoint) : undefined,
    resourcePolicy: access.resourcePolicy,
    serviceControlPolicies: access.serviceControl.map((level, index) => ({
      orgIdentifier: `level ${index}`,
      policies: named(level),
    })),
    resourceControlPolicies:
      access.resourceControl.length > 0 ? [{ orgIdentifier: 'o-abc', policies: named(access.resourceControl) }] : [],
  };
}

export async function loadSimulator(): Promise<Simulator> {
  return (await import(NAME)) as Simulator;
}
