import { accountNameOf } from '../../aws/account-of';
import { DemandedEvents } from '../../aws/events/demanded-events';
import { anyMatch } from '../../aws/events/event-pattern';
import { certainly, isOff, listenersIn, patternOf, targetsOfRule } from '../../aws/events/reported';
import { regionOf } from '../../aws/regions-of';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { MET, Verdict, undetermined, violated } from '../rule';

/** How rules that hear of a part of what is demanded are judged. */
export type Parts = 'broken' | 'left out';

/**
 * Whether somebody hears of events of all the kinds that are demanded: by this rule, and the others of its account and region. A rule that hears of none of them is not judged.
 *
 * @param parts whether it is a violation to hear of some, and not of all
 */
export function reportedVerdict(
  model: Model,
  rule: Resource,
  demanded: readonly DemandedEvents[],
  parts: Parts
): Verdict | undefined {
  const read = patternOf(model, rule);
  if (!read) return undefined;
  if ('unread' in read) return undetermined(`${read.unread}, and only a plan can tell which events that matches`);
  const own = anyMatch(demanded.flatMap(({ events }) => events.map((event) => certainly(read, event))));
  if (own === 'no') return undefined;
  const off = isOff(rule);
  if (off === 'yes')
    return own === 'yes' ? violated(`the rule is disabled: nobody hears of ${namesOf(demanded)}`) : OPEN;
  if (off === 'perhaps') return undetermined('only a plan can tell whether the rule is disabled');
  // That a rule without a target reaches nobody, a rule of its own says.
  if (targetsOfRule(model, rule).length === 0) return undefined;
  const account = accountNameOf(rule);
  const heard = demanded.map((kind) => {
    const listeners = listenersIn(model, account, kind.region ?? regionOf(rule));
    const answers = kind.events.map((event) => anyMatch(listeners.map((one) => certainly(one.read, event))));
    return { kind, isMissing: answers.includes('no'), isOpen: answers.includes('perhaps') };
  });
  const missing = heard.filter(({ isMissing }) => isMissing).map(({ kind }) => kind);
  if (missing.length === 0) return heard.some(({ isOpen }) => isOpen) ? OPEN : MET;
  if (parts === 'left out') return undefined;
  return violated(`no rule of its account and Region hears of all ${namesOf(missing)}`);
}

const OPEN = undetermined('only a plan can tell which events the pattern matches');

function namesOf(kinds: readonly DemandedEvents[]): string {
  const names = kinds.map(({ what }) => what);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}
