import { Json, JsonObject } from '../../terraform/value';

/** A rule of EventBridge by its pattern, and a topic of a Region that it tells. */
export function ruleWithTarget(pattern: Json, own: JsonObject = {}, region = 'eu-central-1'): JsonObject {
  const target = { rule: '${aws_cloudwatch_event_rule.this.name}', arn: `arn:aws:sns:${region}:111122223333:on-call` };
  return {
    resource: {
      aws_cloudwatch_event_rule: { this: { event_pattern: JSON.stringify(pattern), ...own } },
      aws_cloudwatch_event_target: { this: target },
    },
  };
}
