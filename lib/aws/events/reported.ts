import { companionsOf, targetsOf } from '../../terraform/references';
import { readJson } from '../../terraform/json-attribute';
import { Memo } from '../../terraform/memo';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, isFalse, isJsonObject, isUnknown } from '../../terraform/value';
import { configured } from '../../terraform/configured';
import { accountNameOf } from '../account-of';
import { regionOf } from '../regions-of';
import { KnownEvent, Match, matches } from './event-pattern';

/** What a rule listens to: a pattern, or what stands in the way of reading it. */
export type Pattern = { readonly pattern: Value; readonly isOpen: boolean } | { readonly unread: string };

/** The pattern of a rule on the default bus, to which AWS sends what its services tell. `undefined` where it has none, or another bus. */
export function patternOf(model: Model, rule: Resource): Pattern | undefined {
  const bus = configured(rule, 'event_bus_name');
  if (isUnknown(bus)) return isOwnBus(model, rule, bus) ? undefined : { unread: `event_bus_name is ${bus.text}` };
  if (bus !== undefined && bus !== 'default') return undefined;
  const reading = readJson(rule, 'event_pattern');
  if (reading === undefined || 'broken' in reading) return undefined;
  if ('unknown' in reading) return { unread: `event_pattern is ${reading.unknown}` };
  return { pattern: reading.json, isOpen: holdsUnknown(reading.json) };
}

/** Whether it is a bus that somebody makes: nobody can make the default one. */
function isOwnBus(model: Model, rule: Resource, bus: Unknown): boolean {
  return bus.reference !== undefined && targetsOf(model, rule, bus, ['aws_cloudwatch_event_bus']).length === 1;
}

/** Whether a rule is switched off. */
export function isOff(rule: Resource): Match {
  const [state, isEnabled] = [configured(rule, 'state'), configured(rule, 'is_enabled')];
  if (isUnknown(state) || isUnknown(isEnabled)) return 'perhaps';
  return state === 'DISABLED' || isFalse(isEnabled) ? 'yes' : 'no';
}

/** What a rule sends events to. */
export function targetsOfRule(model: Model, rule: Resource): readonly Resource[] {
  return companionsOf(model, rule, 'aws_cloudwatch_event_target', 'rule', ['name', 'id', 'arn']);
}

/** Whether a rule matches an event whatever else that holds: what only a plan can tell of its pattern is open, all else that a pattern asks besides is not certain. */
export function certainly(read: Pattern, event: KnownEvent): Match {
  if ('unread' in read) return 'perhaps';
  const answer = matches(read.pattern, event);
  return answer === 'perhaps' && !read.isOpen ? 'no' : answer;
}

const LISTENING = new Memo<ReadonlyMap<string, readonly Listener[]>>();

/** A rule that hears. */
export interface Listener {
  readonly rule: Resource;
  readonly read: Pattern;
}

/** The rules that are not off and have a target, by their account and region. */
export function listenersIn(model: Model, account: string, region: string | undefined): readonly Listener[] {
  const all = LISTENING.of(model, () => {
    const byPlace = new Map<string, Listener[]>();
    for (const rule of model.present('aws_cloudwatch_event_rule')) {
      const read = patternOf(model, rule);
      if (!read || isOff(rule) !== 'no' || targetsOfRule(model, rule).length === 0) continue;
      const place = placeOf(accountNameOf(rule), regionOf(rule));
      const there = byPlace.get(place);
      if (there) there.push({ rule, read });
      else byPlace.set(place, [{ rule, read }]);
    }
    return byPlace;
  });
  return all.get(placeOf(account, region)) ?? [];
}

function placeOf(account: string, region: string | undefined): string {
  return `${account}, ${region ?? ''}`;
}

function holdsUnknown(value: Value): boolean {
  if (isUnknown(value)) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  return isJsonObject(value) && Object.values(value).some((part) => holdsUnknown(part as Value));
}
