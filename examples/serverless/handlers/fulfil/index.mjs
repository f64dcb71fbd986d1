import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';

const table = new DynamoDBClient();
const bus = new EventBridgeClient();

/** Writes the orders of a batch, and names those that failed: only they come back. */
export async function handler({ Records: records }) {
  const results = await Promise.allSettled(records.map(({ body }) => write(JSON.parse(body))));
  const failed = records.filter((_record, place) => results[place].status === 'rejected');
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function write({ customer, order, expires }) {
  const item = { customer: { S: customer }, order: { S: order }, expires: { N: String(expires) } };
  await table.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: item }));
  await tell({ order });
}

/** Tells the bus of an order by its id: who needs more of it reads the table. */
async function tell(detail) {
  const event = { Source: 'acme.orders', DetailType: 'Order fulfilled', Detail: JSON.stringify(detail) };
  const { FailedEntryCount: failed } = await bus.send(
    new PutEventsCommand({ Entries: [{ ...event, EventBusName: process.env.BUS_NAME }] })
  );
  if (failed > 0) throw new Error('the bus did not take the event');
}
