import { RESOURCE_TYPES } from '../../aws/types';
import { Logs } from '../../aws/types/resource-type';
import { Json, JsonObject } from '../../terraform/value';
import { Example, Examples, ResourceRule } from '../rule';
import { Attributes, OPEN, configurationOf, example, joined } from './examples';
import { examplesOfWays, meantBy } from './needs.examples';

/** The examples of a rule of the family: those of each of its types. */
export function examplesOf({ types }: ResourceRule): Examples {
  return joined(types.map((type) => ofType(type, RESOURCE_TYPES[type].logs!)));
}

/** What switches logs on or off. */
function ofSwitches(type: string, switches: readonly string[]): Examples {
  const all = (value: Json): Attributes => Object.fromEntries(switches.map((attribute) => [attribute, value]));
  return {
    pass: [example('switched on', type, all(true)), example('switched on, as text', type, all('true'))],
    fail: [
      example('no logs', type, {}),
      ...switches.map((attribute) => example(`${attribute} is false`, type, { ...all(true), [attribute]: false })),
    ],
    undetermined: switches.map((attribute) =>
      example(`a variable decides ${attribute}`, type, { ...all(true), [attribute]: '${var.open}' }, OPEN)
    ),
  };
}

function ofType(type: string, { companion, list, switches, ways, only }: Logs): Examples {
  if (switches) return ofSwitches(type, switches);
  if (ways) return examplesOfWays(type, { ways, only });
  /** The resource with what makes it log: attributes of its companion, or its own. */
  const logging = (title: string, attributes: Attributes, to = `\${${type}.this.arn}`): Example => {
    if (companion === undefined) return example(title, type, attributes, OPEN);
    const beside = configurationOf(companion.type, { [companion.attribute]: to, ...attributes }, OPEN);
    return example(title, type, meantBy(only), beside);
  };
  const lists = (wanted: readonly string[], more: { readonly [attribute: string]: Json } = {}): Attributes =>
    list ? { [list.blocks]: wanted.map((name): JsonObject => ({ [list.log]: name, ...more })) } : {};
  const needs = companion?.needs;
  const needed = (value?: string): Attributes => (needs ? { [needs.attribute]: value ?? needs.is } : {});
  const all = { ...lists(list?.wanted ?? []), ...needed() };
  const pass = [logging('logs', all)];
  const fail = [example('no logs', type, meantBy(only))];
  const undetermined: Example[] = [];
  if (companion) {
    pass.push(logging('logs, named by its id', all, `\${${type}.this.id}`));
    fail.push(logging('the logs of another', all, 'another'));
    undetermined.push(logging('a variable names what is logged', all, '${var.open}'));
  }
  if (needs) {
    fail.push(logging(`${needs.attribute} is OTHER`, needed('OTHER')));
    undetermined.push(logging(`a variable decides ${needs.attribute}`, needed('${var.open}')));
  }
  if (list) {
    pass.push(logging('more logs than are wanted', lists([...list.wanted, 'OTHER'])));
    for (const name of list.wanted) {
      const others = list.wanted.filter((one) => one !== name);
      fail.push(logging(`no log ${name}`, lists([...others, 'OTHER'])));
      undetermined.push(logging(`a variable names a log in place of ${name}`, lists([...others, '${var.open}'])));
    }
    if (list.enabled !== undefined) {
      fail.push(logging('switched off', lists(list.wanted, { [list.enabled]: false })));
      undetermined.push(logging('a variable switches them', lists(list.wanted, { [list.enabled]: '${var.open}' })));
    }
  }
  return { pass, fail, undetermined };
}
