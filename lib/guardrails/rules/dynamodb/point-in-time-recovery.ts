import { isEphemeral } from '../../../aws/declared';
import { ResourceRule } from '../../rule';
import { requireAttribute, requireTrue } from '../../verdicts/checks';

const STATUS = 'point_in_time_recovery.status';
const LOST = 'what is overwritten or deleted is lost';

/** Tables that can be restored to any second. */
export const RULE: ResourceRule = {
  id: 'DYNAMODB-002',
  name: 'point-in-time-recovery',
  title: 'A table outside ephemeral environments has point-in-time recovery',
  severity: 'high',
  measures: ['4.1'],
  rationale:
    'A faulty release or a stolen key overwrites and deletes items like any other caller, and a replica repeats it within seconds. Point-in-time recovery keeps every change for up to 35 days, with no hand needed. It is off unless a table asks for it.',
  fix: 'Set `point_in_time_recovery.enabled` to true, for Keyspaces `point_in_time_recovery.status` to ENABLED.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html',
    'AWS Security Hub DynamoDB.2',
  ],
  types: ['aws_dynamodb_table', 'aws_keyspaces_table'],
  check: (table) => {
    if (isEphemeral(table)) return undefined;
    if (table.type === 'aws_dynamodb_table') return requireTrue(table, 'point_in_time_recovery.enabled', LOST);
    return requireAttribute(table, STATUS, (value) => value === 'ENABLED', { [STATUS]: 'ENABLED' }, LOST);
  },
};
