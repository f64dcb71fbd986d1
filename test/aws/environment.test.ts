import { isProduction } from '../../lib/aws/declared';
import { JsonObject } from '../../lib/terraform/value';
import { at, modelOf } from '../support/models';

/** Whether a queue with some tags serves real users, in a stack with or without a posture. */
function verdict(tags: JsonObject, environment?: string): boolean {
  const stack: JsonObject = { resource: { aws_sqs_queue: { it: { tags } } }, variable: { open: {} } };
  if (environment !== undefined)
    stack['//'] = { toms: { posture: { path: 'app', environment, dataClass: 'internal' } } };
  return isProduction(at(modelOf({ stack }), 'aws_sqs_queue.it'));
}

test.each<[string, JsonObject, string | undefined, boolean]>([
  ['declares nothing', {}, undefined, true],
  ['stands in production', {}, 'production', true],
  ['stands in staging', {}, 'staging', false],
  ['stands in development', {}, 'development', false],
  ['stands in an ephemeral environment', {}, 'ephemeral', false],
  ['is tagged otherwise than its posture', { 'tom:environment': 'development' }, 'production', false],
  ['is tagged production', { 'tom:environment': 'production' }, 'development', true],
  ['has a tag that a variable decides', { 'tom:environment': '${var.open}' }, 'development', false],
])('what %s: %j, %s', (_title, tags, environment, expected) => {
  expect(verdict(tags, environment)).toBe(expected);
});
