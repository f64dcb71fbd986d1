import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { targetOf, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { NOTHING_ASSUMED, inWorld, noting } from '../../../terraform/worlds';
import { accountOf } from '../../account-of';
import { Policies } from '../evaluation/evaluate';
import { HeldPolicy } from '../evaluation/statements';
import { PolicyReading, readPolicy } from '../policy';
import { unlimited } from './holders';
import { symbolsOf } from './symbols';

/** The policies of an organization that bind accounts. */
type ControlKind = 'serviceControl' | 'resourceControl';

const KINDS: { readonly [type: string]: ControlKind } = {
  SERVICE_CONTROL_POLICY: 'serviceControl',
  RESOURCE_CONTROL_POLICY: 'resourceControl',
};

/** A policy of an organization, and the account that it is attached to. Where that is not told, it may bind any. */
interface Control {
  readonly kind: ControlKind;
  readonly held: HeldPolicy;
  readonly account: string | undefined;
  /** The account that attaches it. Service control policies do not bind the management account. */
  readonly by: string | undefined;
}

const CONTROLS = new Memo<readonly Control[]>();

/** The service and resource control policies that a model attaches. */
function controlsOf(model: Model): readonly Control[] {
  return CONTROLS.of(model, () => inWorld(NOTHING_ASSUMED, () => noting(() => readControls(model)).value));
}

function readControls(model: Model): readonly Control[] {
  return model.resources('aws_organizations_policy_attachment').flatMap((attachment): Control[] => {
    const { value: controls, choices } = noting(() =>
      targetsOf(model, attachment, attachment.get('policy_id'), ['aws_organizations_policy']).flatMap((policy) => {
        const type = policy.get('type') ?? 'SERVICE_CONTROL_POLICY';
        const kinds = isUnknown(type) ? Object.values(KINDS) : typeof type === 'string' ? [KINDS[type]] : [];
        const isCertain = policy.isThere && attachment.isThere && !isUnknown(type);
        const held = {
          where: policy.address,
          policy: readPolicy(model, policy, 'content'),
          symbols: symbolsOf(model, policy),
        };
        const account = isCertain ? accountAttached(model, attachment) : undefined;
        return kinds.filter(Boolean).map((kind) => ({ kind, held, account, by: accountOf(attachment) }));
      })
    );
    return choices ? controls.map((control) => ({ ...control, account: undefined })) : controls;
  });
}

/** The account that a policy is attached to. `undefined` where that is a root or a unit, whose accounts nobody lists. */
function accountAttached(model: Model, attachment: Resource): string | undefined {
  const id = attachment.get('target_id');
  const target = targetOf(model, attachment, id);
  const told = target?.type === 'aws_organizations_account' ? target.get('id') : id;
  return typeof told === 'string' && /^\d{12}$/.test(told) ? told : undefined;
}

/**
 * What the organization denies, by the policies that the model attaches to the accounts of a caller and of a resource. What it allows is not looked at: AWS
 * attaches a policy that allows everything to each root, unit and account, until somebody takes it away.
 *
 * @param caller whose account is bound; none for a service, and for who has no account
 */
export function organizationPolicies(
  model: Model,
  caller: { readonly account: string | undefined } | undefined,
  owner: string | undefined
): Pick<Policies, ControlKind> {
  const controls = controlsOf(model);
  if (controls.length === 0) return {};
  const denials = (kind: ControlKind, account: string | undefined): HeldPolicy[] =>
    controls.flatMap((control) => (control.kind === kind ? bindingOn(control, account) : []));
  const service = caller ? denials('serviceControl', caller.account) : [];
  const resource = denials('resourceControl', owner);
  return {
    serviceControl: service.length > 0 ? [[unlimited('FullAWSAccess'), ...service]] : undefined,
    resourceControl: resource.length > 0 ? [unlimited('RCPFullAWSAccess'), ...resource] : undefined,
  };
}

function bindingOn({ held, account: bound, by }: Control, account: string | undefined): HeldPolicy[] {
  if (bound !== undefined && account !== undefined && bound !== account) return [];
  const isCertain = bound !== undefined && bound === account && bound !== by;
  return [{ ...held, policy: isCertain ? denialsOf(held.policy) : perhapsDenialsOf(held.policy) }];
}

function denialsOf(policy: PolicyReading): PolicyReading {
  if (!policy || !('statements' in policy)) return policy;
  return { ...policy, statements: policy.statements.filter(({ effect }) => effect !== 'Allow') };
}

/** The denials of a policy of which nobody can tell whether it binds the account. */
function perhapsDenialsOf(policy: PolicyReading): PolicyReading {
  const denials = denialsOf(policy);
  if (!denials || !('statements' in denials)) return denials;
  return { ...denials, statements: denials.statements.map((one) => ({ ...one, effect: `${one.effect}, perhaps` })) };
}
