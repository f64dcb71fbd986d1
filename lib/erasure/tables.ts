import { configured } from '../terraform/configured';
import { Model } from '../terraform/model';
import { companionsOf } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../terraform/value';
import { plus, spanOf } from './days';
import { Part, Place, goneAtOnce } from './erasure-part';

/** How long point-in-time recovery goes back where nobody says less. */
const RECOVERY_DAYS = 35;

/** How long TTL typically takes to delete an item whose time is up. AWS says "within a few days", and promises none. */
const TTL_DAYS = 2;

const RECOVERY = 'point_in_time_recovery';
const PERIOD = `${RECOVERY}.recovery_period_in_days`;

/** Where what is deleted from a DynamoDB table lives on. */
export function tableParts(model: Model, table: Resource): Part[] {
  const live = livePart(table);
  const recovery = (place: Place, of: Resource, enabled: Value, days: Value, attribute: string): Part[] => {
    if (!isUnknown(enabled) && !isTrue(enabled)) return [];
    const part = { place, of, attribute };
    if (isUnknown(enabled)) {
      const because = `whether recovery is on is ${enabled.text}, which only a plan can tell`;
      return [{ ...part, days: 'undetermined', held: 'undetermined', because }];
    }
    const held = spanOf(days, RECOVERY_DAYS);
    const because =
      held === 'undetermined'
        ? `the days are ${describe(days)}, which only a plan can tell`
        : `the table can be restored as it was at any second of the last ${held} days`;
    return [{ ...part, days: plus(live.days, held), held, because }];
  };
  const whole = configured(table, `${RECOVERY}.enabled`);
  const replicas = companionsOf(model, table, 'aws_dynamodb_table_replica', 'global_table_arn');
  return [
    live,
    ...recovery('point-in-time recovery', table, whole, configured(table, PERIOD), PERIOD),
    ...table.blocks('replica').flatMap((replica) => {
      const attribute = `replica.${RECOVERY}`;
      return recovery('replica', table, configured(replica, RECOVERY), undefined, attribute);
    }),
    ...replicas.flatMap((replica) => recovery('replica', replica, configured(replica, RECOVERY), undefined, RECOVERY)),
  ];
}

function livePart(table: Resource): Part {
  const ttl = configured(table, 'ttl.enabled');
  if (!isUnknown(ttl) && !isTrue(ttl)) return goneAtOnce(table, 'an item that is deleted is gone');
  const because = `TTL deletes an item within a few days after its time, typically ${TTL_DAYS}; AWS promises none`;
  return { place: 'live data', days: TTL_DAYS, held: 0, of: table, attribute: 'ttl.enabled', because };
}
