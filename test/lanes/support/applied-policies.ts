import { JsonObject } from '../../../lib/terraform/value';
import { Json, asObjects } from './json';

/** The policies that a state holds, as they were applied: with every name and ARN in them. */
export class AppliedPolicies {
  private readonly resources: readonly Json[];

  constructor(state: Json) {
    this.resources = asObjects(state.resources);
  }

  /** Those of a role, by its name. */
  public ofRole(name: string): JsonObject[] {
    const attached = this.of('aws_iam_role_policy_attachment')
      .filter(({ role }) => role === name)
      .map(({ policy_arn }) => policy_arn);
    return [
      ...this.of('aws_iam_role_policy').filter(({ role }) => role === name),
      ...this.of('aws_iam_policy').filter(({ arn }) => attached.includes(arn)),
    ].map(({ policy }) => parsed(policy));
  }

  /** That of a bucket, an object, a key, a queue, a topic, a table, a secret or a role, by its ARN. */
  public ofResource(arn: string): JsonObject | undefined {
    const [found] = [
      ...this.of('aws_s3_bucket_policy').filter(({ bucket }) => arn.split('/')[0] === `arn:aws:s3:::${String(bucket)}`),
      ...this.of('aws_kms_key').filter((key) => key.arn === arn),
      ...this.of('aws_sqs_queue_policy').filter(({ queue_url }) => this.queueArn(queue_url) === arn),
      ...this.of('aws_sns_topic_policy').filter((topic) => topic.arn === arn),
      ...this.of('aws_dynamodb_resource_policy').filter(({ resource_arn }) => resource_arn === arn),
      ...this.of('aws_secretsmanager_secret_policy').filter(({ secret_arn }) => secret_arn === arn),
    ].map(({ policy }) => policy);
    const [trust] = this.of('aws_iam_role').filter((role) => role.arn === arn);
    const text = found ?? trust?.assume_role_policy;
    return text === undefined ? undefined : parsed(text);
  }

  private queueArn(url: unknown): unknown {
    return this.of('aws_sqs_queue').find((queue) => queue.url === url)?.arn;
  }

  private of(type: string): Json[] {
    return this.resources.filter((resource) => resource.type === type && resource.mode === 'managed').map(values);
  }
}

function values(resource: Json): Json {
  return resource.values as Json;
}

function parsed(text: unknown): JsonObject {
  return JSON.parse(String(text)) as JsonObject;
}
