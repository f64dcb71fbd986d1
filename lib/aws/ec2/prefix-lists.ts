import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { companionsOf, targetsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, describe, isUnknown, items } from '../../terraform/value';

/** Lists that AWS keeps of the addresses of its services, in several regions: of CloudFront, S3 and DynamoDB. */
const OF_AWS = new Set(
  (
    'pl-22a6434b pl-31a34658 pl-38a64351 pl-3b927c52 pl-4fa04526 pl-58a04531 pl-5da64334 pl-75b1541c pl-82a045eb ' +
    'pl-93a247fa pl-9aa247f3 pl-a3a144ca pl-b6a144df pl-b8a742d1 pl-fab65393 pl-63a5400a pl-68a54001 pl-6ba54002 ' +
    'pl-6da54004 pl-6ea54007 pl-78a54011 pl-00a54069 pl-02cd2c6b pl-4ca54025 pl-66a5400f pl-6fa54006'
  ).split(' ')
);

const LISTS = ['data.aws_ec2_managed_prefix_list', 'data.aws_prefix_list'];
const NAMES = ['name', 'prefix_list_id', 'filter.values'];

/**
 * The ranges of a prefix list that is among what is checked, none for one that AWS keeps of a service. Whatever else a
 * list holds, everybody may be in it.
 */
export function prefixListCidrs(model: Model, from: Resource, list: Value): readonly Value[] {
  const own = targetsOf(model, from, list, ['aws_ec2_managed_prefix_list']);
  if (own.length > 0) return own.flatMap((found) => entriesOf(model, found));
  if (isUnknown(list)) {
    const isService =
      targetsOf(model, from, list, ['aws_vpc_endpoint']).length > 0 ||
      targetsOf(model, from, list, LISTS).some((found) =>
        NAMES.flatMap((name) => [...found.valuesAt(name)]).some(isOfAws)
      );
    return isService ? [] : [list];
  }
  return isOfAws(list) ? [] : [new Unknown(describe(list))];
}

function entriesOf(model: Model, list: Resource): readonly Value[] {
  const blocks = list.blocks('entry');
  const whole = blocks.length === 0 ? configured(list, 'entry') : undefined;
  const entries = [...blocks, ...companionsOf(model, list, 'aws_ec2_managed_prefix_list_entry', 'prefix_list_id')];
  return [...(isUnknown(whole) ? [whole] : []), ...entries.flatMap((entry) => items(entry.get('cidr')))];
}

/** An id that is known, or a name that only AWS gives, also where the region in it is a reference. */
function isOfAws(list: Value): boolean {
  const text = isUnknown(list) ? list.text : list;
  return typeof text === 'string' && (OF_AWS.has(text) || text.startsWith('com.amazonaws.'));
}
