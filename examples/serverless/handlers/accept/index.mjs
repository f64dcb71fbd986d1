import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const queue = new SQSClient();

/** Takes an order of the customer who logged in, and answers as soon as it is kept. */
export async function handler({ body, requestContext }) {
  const order = parse(body);
  if (order === undefined) return answer(400, { error: 'an order is an object of JSON' });
  // The token says who orders, and not what was sent.
  const customer = requestContext.authorizer.jwt.claims.sub;
  const message = JSON.stringify({ ...order, customer });
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: message }));
  return answer(202, { accepted: true });
}

function parse(body) {
  try {
    const order = JSON.parse(body);
    return typeof order === 'object' && order !== null ? order : undefined;
  } catch {
    return undefined;
  }
}

function answer(statusCode, content) {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(content) };
}
