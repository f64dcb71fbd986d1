import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const table = new DynamoDBClient();

/** Writes the orders of a batch, and names those that failed: only they come back. */
export async function handler({ Records: records }) {
  const results = await Promise.allSettled(records.map(({ body }) => write(JSON.parse(body))));
  const failed = records.filter((_record, place) => results[place].status === 'rejected');
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

async function write({ customer, order, expires }) {
  const item = { customer: { S: customer }, order: { S: order }, expires: { N: String(expires) } };
  await table.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item: item }));
}
