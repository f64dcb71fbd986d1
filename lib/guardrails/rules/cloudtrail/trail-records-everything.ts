import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown, isFalse, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf, requireTrue, unknownAttribute } from '../../verdicts/checks';

/** Trails that miss nothing. */
export const RULE: ResourceRule = {
  id: 'CLOUDTRAIL-002',
  name: 'trail-records-everything',
  title: 'A trail records every region and every management event',
  severity: 'high',
  claims: ['8.1.a', '8.2.a'],
  rationale:
    'A trail of one region does not see what happens in another, where nobody looks. Without global service events it does not see IAM; with management events left out or narrowed it does not see who changed what. A trail that is switched off records nothing.',
  fix: 'Set `is_multi_region_trail` and `include_global_service_events` to true, and leave `enable_logging` on. Leave management events in the event selectors, reads and writes, from every source.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.1',
    'AWS Security Hub CloudTrail.1',
  ],
  types: ['aws_cloudtrail'],
  check: (trail) =>
    allOf([
      requireTrue(trail, 'is_multi_region_trail', 'the trail sees one region only'),
      notFalse(trail, 'include_global_service_events'),
      notFalse(trail, 'enable_logging'),
      managementEvents(trail),
    ]),
};

function notFalse(trail: Resource, attribute: string): Verdict {
  const value = trail.get(attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  return isFalse(value) ? violated(`${attribute} is false`, { [attribute]: true }) : MET;
}

/** What one selector records of management events. */
interface Coverage {
  readonly reads: boolean;
  readonly writes: boolean;
  /** What it leaves out, for a message. */
  readonly without?: string;
  /** The value that only a plan can tell. */
  readonly open?: string;
}

const NOTHING: Coverage = { reads: false, writes: false };

/** Selectors add up: reads and writes may be recorded by different ones. Without any, all management events are recorded. */
function managementEvents(trail: Resource): Verdict {
  for (const name of ['event_selector', 'advanced_event_selector']) {
    const whole = trail.blocks(name).length === 0 ? configured(trail, name) : undefined;
    if (isUnknown(whole)) return unknownAttribute(name, whole);
  }
  const coverages = [
    ...trail.blocks('event_selector').map(ofSelector),
    ...trail.blocks('advanced_event_selector').map(ofAdvanced),
  ];
  const complete = coverages.filter(({ without, open }) => without === undefined && open === undefined);
  if (coverages.length === 0 || (complete.some(({ reads }) => reads) && complete.some(({ writes }) => writes))) {
    return MET;
  }
  const open = coverages.find((coverage) => coverage.open !== undefined)?.open;
  if (open !== undefined) return undetermined(`${open}, and only a plan can tell which management events that leaves`);
  const without = coverages.find((coverage) => coverage.without !== undefined)?.without;
  if (without !== undefined) return violated(`the event selectors leave out management events by ${without}`);
  const left = ['reads', 'writes'].filter((kind) => !coverages.some((item) => item[kind as 'reads' | 'writes']));
  return violated(`the event selectors record no management events that are ${left.join(' or ')}`);
}

function ofSelector(selector: Block): Coverage {
  const included = configured(selector, 'include_management_events');
  const type = configured(selector, 'read_write_type') ?? 'All';
  const excluded = configured(selector, 'exclude_management_event_sources');
  for (const value of [included, type, excluded]) {
    if (hasUnknown(value)) return { ...NOTHING, open: `an event_selector has ${describe(value)}` };
  }
  if (isFalse(included)) return NOTHING;
  const sources = asStrings(excluded);
  const without = sources.length > 0 ? `exclude_management_event_sources ${sources.join(', ')}` : undefined;
  return { reads: type !== 'WriteOnly', writes: type !== 'ReadOnly', without };
}

function ofAdvanced(selector: Block): Coverage {
  let isManagement = false;
  let coverage: Coverage = { reads: true, writes: true };
  for (const field of selector.blocks('field_selector')) {
    const name = field.get('field');
    const equals = configured(field, 'equals');
    if (isUnknown(name) || hasUnknown(equals)) {
      return { ...NOTHING, open: `an advanced_event_selector has ${describe(isUnknown(name) ? name : equals)}` };
    }
    const values: readonly string[] = asStrings(equals);
    if (name === 'eventCategory') isManagement = values.includes('Management');
    else if (name === 'readOnly') {
      coverage = { ...coverage, reads: values.includes('true'), writes: values.includes('false') };
    } else coverage = { ...coverage, without: `an advanced selector on ${describe(name)}` };
  }
  return isManagement ? coverage : NOTHING;
}
