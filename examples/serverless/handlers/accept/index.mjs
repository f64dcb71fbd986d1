import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const queue = new SQSClient();

/** Takes an order, and answers as soon as it is kept. */
export async function handler(order) {
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: JSON.stringify(order) }));
  return { accepted: true };
}
