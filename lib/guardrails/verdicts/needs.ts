import { Need } from '../../aws/types/resource-type';
import { configured } from '../../terraform/configured';
import { isIdentity } from '../../terraform/expression/identity';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, describe, isFalse, isTrue, isUnknown, items } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { allOf, unknownAttribute } from './checks';

/**
 * The verdict on a demand that one of several ways meets, each of which is needs that must all hold.
 *
 * @param otherwise what it means where none does, for the message
 */
export function waysVerdict(resource: Resource, ways: readonly (readonly Need[])[], otherwise: string): Verdict {
  const verdicts = ways.map((needs) => allOf(needs.map((need) => needVerdict(resource, need, ways.length === 1))));
  const best =
    verdicts.find(({ outcome }) => outcome === 'met') ?? verdicts.find(({ outcome }) => outcome === 'undetermined');
  if (best) return best;
  const broken = verdicts.flatMap((verdict) => (verdict.outcome === 'violated' ? [verdict] : []));
  const begun = ways.flatMap((needs, at) => (needs.some((need) => isBegun(resource, need)) ? [verdicts[at]] : []));
  const named = broken.filter((verdict) => begun.includes(verdict));
  const messages = [...new Set((named.length > 0 ? named : broken).map(({ message }) => message))];
  return violated(`${messages.join(', and ')}: ${otherwise}`, broken.length === 1 ? broken[0].set : undefined);
}

/** Whether a resource has the outermost block of what an attribute is in: that of one destination of several. */
function isBegun(resource: Resource, { attribute }: Need): boolean {
  return resource.has(attribute.slice(0, Math.max(attribute.indexOf('.'), 0)) || attribute);
}

/**
 * The verdict where only resources of which something holds are meant: `undefined` for the others, and never a violation
 * where only a plan can tell.
 */
export function whereMeant(
  resource: Resource,
  only: readonly Need[] | undefined,
  judge: () => Verdict | undefined
): Verdict | undefined {
  if (only === undefined) return judge();
  const scope = allOf(only.map((need) => needVerdict(resource, need, false)));
  if (scope.outcome === 'violated') return undefined;
  const verdict = judge();
  return verdict?.outcome === 'violated' && scope.outcome === 'undetermined' ? scope : verdict;
}

function needVerdict(resource: Resource, need: Need, isOnly: boolean): Verdict {
  const { attribute, is, not, holds, unset } = need;
  const value = configured(resource, attribute);
  if (isUnknown(value)) {
    // Whatever it turns out to be, it is set.
    const takesAny = holds === undefined && is === undefined && unset === undefined;
    return takesAny && isCertainlySet(value) ? MET : unknownAttribute(attribute, value);
  }
  if (holds) return listVerdict(attribute, holds, value);
  if (is) return valueVerdict(need, is, value, isOnly);
  const isSet = value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  if (unset) return isSet ? violated(`${attribute} is set`) : MET;
  const isRefused = isSet && not !== undefined && items(value).every((one) => not.some((refused) => refused === one));
  return isSet && !isRefused ? MET : violated(`${attribute} is ${isSet ? describe(value) : 'not set'}`);
}

/** The attributes of other resources that never are null: what names them, and the secrets that they make. */
const MADE = /^random_\w+\.|^data\.aws_\w+\.[\w-]+\.secret_string$/;

/** Whether a value that only a plan can tell is one: a reference to what something is called, or a text with something in it. */
function isCertainlySet({ text, reference }: Unknown): boolean {
  if (reference !== undefined) return isIdentity(reference) || MADE.test(reference);
  return text.replace(/\$\{[^{}]*\}/g, '').trim() !== '' && !/^[$%]\{[^]*\}$/.test(text);
}

function valueVerdict(
  { attribute, default: byDefault }: Need,
  is: readonly (string | boolean)[],
  value: Value,
  isOnly: boolean
): Verdict {
  if (is.some((wanted) => isSame(value ?? byDefault, wanted))) return MET;
  const means = value === undefined && byDefault !== undefined ? `, which means ${describe(byDefault)}` : '';
  return violated(`${attribute} is ${describe(value)}${means}`, isOnly ? { [attribute]: is[0] } : undefined);
}

function listVerdict(attribute: string, wanted: readonly string[], value: Value): Verdict {
  const found = items(value);
  const missing = wanted.filter((item) => !found.includes(item));
  if (missing.length === 0) return MET;
  const open = found.find(isUnknown);
  if (open !== undefined) return unknownAttribute(attribute, open);
  return violated(found.length === 0 ? `${attribute} is not set` : `${attribute} lacks ${missing.join(', ')}`);
}

function isSame(value: Value, wanted: string | boolean): boolean {
  if (wanted === true) return isTrue(value);
  return wanted === false ? isFalse(value) : value === wanted;
}
