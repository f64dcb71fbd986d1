import { holdsPersonalData } from '../../../aws/declared';
import { Resource } from '../../../terraform/stack';
import { asNumber, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { requireTrue, unknownAttribute } from '../../verdicts/checks';

const DEFAULT = 'default_time_to_live';
const STATUS = 'ttl.status';

/** Tables whose items end. */
export const RULE: ResourceRule = {
  id: 'DYNAMODB-003',
  name: 'items-expire',
  title: 'A table of personal data deletes items whose time is up',
  severity: 'low',
  claims: ['2.2.f'],
  rationale:
    'A table keeps an item forever unless somebody deletes it. Time to live lets each item carry its own end, and the service deletes it then at no cost. Whether the application writes that end, the configuration does not show. Where another process deletes what is due, a waiver says which. A table whose class nobody declares counts as personal.',
  fix: 'Set `ttl` with `enabled` = true and the `attribute_name` that holds the time of deletion. For Keyspaces set `default_time_to_live` in seconds, or `ttl.status` to ENABLED where each row brings its own.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/TTL.html',
  ],
  types: ['aws_dynamodb_table', 'aws_keyspaces_table'],
  check: (table) => {
    if (!holdsPersonalData(table)) return undefined;
    return table.type === 'aws_dynamodb_table'
      ? requireTrue(table, 'ttl.enabled', 'items are kept forever')
      : keyspacesVerdict(table);
  },
};

function keyspacesVerdict(table: Resource): Verdict {
  const seconds = table.get(DEFAULT);
  const status = table.get(STATUS);
  if ((asNumber(seconds) ?? 0) > 0 || status === 'ENABLED') return MET;
  if (isUnknown(seconds)) return unknownAttribute(DEFAULT, seconds);
  if (isUnknown(status)) return unknownAttribute(STATUS, status);
  return violated(`neither ${DEFAULT} nor ${STATUS} is set: rows are kept forever`);
}
