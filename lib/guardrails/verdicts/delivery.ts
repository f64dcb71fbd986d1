import { Delivery, absentEndsOf, deliveriesOf } from '../../aws/iam/access/can-deliver';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { MET, Verdict, undetermined, violated } from '../rule';
import { listed } from './both-duties';
import { unknownAttribute } from './checks';

/**
 * The verdict on what a source delivers: violated where it certainly cannot, undetermined where nobody can tell, and met where all that it takes is in the
 * model. `undefined` where something of that is in the hands of others, or it delivers to nothing.
 */
export function deliveryVerdict(model: Model, source: Resource): Verdict | undefined {
  const deliveries = deliveriesOf(model, source);
  const denied = deliveries.filter(({ decision }) => decision === 'deny');
  if (denied.length > 0) return violated([...refusals(denied)].join(', and '));
  const depending = deliveries.find(({ decision }) => decision === 'depends');
  if (depending) return undetermined(`whether ${asked(depending)} hangs on ${listed(depending.on)}`);
  const absent = absentEndsOf(model, source);
  const open = absent.find(({ isOpen }) => isOpen);
  if (open) return unknownAttribute(open.attribute, open.value);
  return deliveries.length > 0 && absent.length === 0 ? MET : undefined;
}

/** Why nothing arrives. What no policy allows somebody to do with one resource is one reason. */
function refusals(denied: readonly Delivery[]): ReadonlySet<string> {
  const missing = new Map<string, string[]>();
  const reasons = denied.map(({ to, of, action, by, fact, because }): (() => string) => {
    if (action === undefined) return () => `nothing arrives in ${to.address}: ${fact}`;
    const denial = because.find(({ effect }) => effect === 'Deny');
    if (denial) return () => `${shown(denial)} denies ${by} ${action} on ${of.address}`;
    const place = `${by} ${of.address}`;
    missing.set(place, [...(missing.get(place) ?? []), action]);
    return () => `no policy allows ${by} ${missing.get(place)!.join(' and ')} on ${of.address}`;
  });
  return new Set(reasons.map((reason) => reason()));
}

function shown({ where, statement }: Delivery['because'][number]): string {
  return statement === undefined ? `a statement of ${where}` : `the statement ${statement} of ${where}`;
}

function asked({ to, of, action, by, fact }: Delivery): string {
  return action === undefined ? `anything arrives in ${to.address} (${fact})` : `${by} may ${action} on ${of.address}`;
}
