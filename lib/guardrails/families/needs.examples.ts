import { Need } from '../../aws/types/resource-type';
import { Json } from '../../terraform/value';
import { Example, Examples } from '../rule';
import { Attributes, OPEN, example } from './examples';

/** The ways to meet a demand, and the resources that are meant. */
interface Ways {
  readonly ways: readonly (readonly Need[])[];
  readonly only?: readonly Need[];
}

/** The examples of what the attributes of a type decide: each way, each need that is broken in each, and each value that only a plan can tell. */
export function examplesOfWays(type: string, { ways, only = [] }: Ways): Examples {
  const meant = meantBy(only);
  /** What no way but one holds with. */
  const elsewhere = (way: readonly Need[]): Attributes =>
    Object.assign({}, ...ways.filter((one) => one !== way).map((one) => broken(breakable(one))[0])) as Attributes;
  const made = (title: string, attributes: Attributes): Example =>
    example(title, type, { ...meant, ...attributes }, OPEN);
  const all = (way: readonly Need[]): Attributes =>
    Object.assign({ ...elsewhere(way) }, ...way.map(held)) as Attributes;
  const byDefault = ways.some((way) => way.every(holdsUnset));
  const nothing = made(Object.keys(meant).length > 0 ? 'nothing else is set' : 'nothing is set', {});

  const pass = ways.map((way) => made(`${names(way)}`, all(way)));
  const fail: Example[] = [];
  const undetermined: Example[] = [];
  for (const way of ways) {
    for (const need of way) {
      for (const [at, attributes] of broken(need).entries()) {
        const isUnset = Object.keys(attributes).length === 0;
        const isOfAnother = ways.some((one) => one !== way && one.some((it) => it.attribute === need.attribute));
        if (isUnset && (isOfAnother || (ways.length === 1 && way.length === 1))) continue;
        const title = `${names(way)}, but ${need.attribute} ${said(need, attributes, at)}`;
        fail.push(made(title, { ...without(all(way), need.attribute), ...attributes }));
      }
      if (need.unset) continue;
      const open: Json = need.holds ? ['${var.open}'] : '${var.open}';
      undetermined.push(
        made(`${names(way)}, and a variable decides ${need.attribute}`, { ...all(way), [need.attribute]: open })
      );
    }
  }
  for (const need of only) {
    if (holdsUnset(need) && !need.is) continue;
    const attributes = { ...meant, ...elsewhere([]), [need.attribute]: '${var.open}' };
    if (!byDefault) undetermined.push(example(`a variable decides ${need.attribute}`, type, attributes, OPEN));
  }
  return byDefault
    ? { pass: [nothing, ...pass], fail, undetermined }
    : { pass, fail: [nothing, ...fail], undetermined };
}

/** Attributes with which a resource is meant. */
export function meantBy(only: readonly Need[] = []): Attributes {
  return Object.assign({}, ...only.map(held)) as Attributes;
}

/** Attributes with which a resource is meant, and its first way holds. */
export function meeting({ ways, only = [] }: Ways): Attributes {
  return Object.assign({}, ...[...only, ...ways[0]].map(held)) as Attributes;
}

function names(way: readonly Need[]): string {
  return way
    .map(({ attribute, is, holds, unset }) => {
      if (unset) return `no ${attribute}`;
      return is ? `${attribute} ${is[0]}` : `${attribute}${holds ? ` of ${holds.length}` : ''}`;
    })
    .join(' and ');
}

function said({ holds }: Need, attributes: Attributes, at: number): string {
  if (Object.keys(attributes).length === 0) return 'is not set';
  const [value] = Object.values(attributes);
  return holds ? `lacks ${holds[at]}` : `is ${typeof value === 'object' ? 'set' : String(value)}`;
}

function held({ attribute, is, holds, unset, such }: Need): Attributes {
  if (unset) return {};
  return { [attribute]: is ? is[0] : holds ? [...holds] : (such ?? '') };
}

function holdsUnset({ is, unset, default: byDefault }: Need): boolean {
  return unset === true || (is !== undefined && byDefault !== undefined && is.includes(byDefault));
}

/** The need of a way that breaks it, which is not one that holds where nothing is set. */
function breakable(way: readonly Need[]): Need {
  return way.find((need) => !holdsUnset(need)) ?? way[0];
}

/** What a need does not hold with. */
function broken(need: Need): readonly Attributes[] {
  const { attribute, is, not, holds, unset, such } = need;
  if (unset) return [{ [attribute]: such ?? '' }];
  if (holds) return holds.map((one) => ({ [attribute]: [...holds.filter((other) => other !== one), 'OTHER'] }));
  const other = is && { [attribute]: typeof is[0] === 'boolean' ? !is[0] : 'OTHER' };
  const refused = (not ?? []).map((value) => ({ [attribute]: value }));
  return [...(holdsUnset(need) ? [] : [{}]), ...(other ? [other] : []), ...refused];
}

function without(attributes: Attributes, path: string): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => name !== path));
}
