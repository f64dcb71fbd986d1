/** What a service of AWS publishes to, or sends to, in its own name. */
export type Destination = 'topic' | 'queue';

/** What a condition in the policy of the destination may ask of it. */
type Asked =
  /** Nothing: any condition keeps the service out. */
  | 'nothing'
  /** `aws:SourceArn`, and no other key that AWS documents. */
  | 'the ARN of the source';

/** A service of which AWS documents less than `aws:SourceArn` together with `aws:SourceAccount`. */
interface SourceForm {
  readonly service: string;
  readonly to: Destination;
  readonly asked: Asked;
  /** Where AWS says so. */
  readonly source: string;
}

const FORMS: readonly SourceForm[] = [
  // "You can't use Condition blocks in Amazon SNS topic policies for EventBridge."
  {
    service: 'events.amazonaws.com',
    to: 'topic',
    asked: 'nothing',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions',
  },
  {
    service: 'events.amazonaws.com',
    to: 'queue',
    asked: 'the ARN of the source',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sqs-permissions',
  },
  {
    service: 'sns.amazonaws.com',
    to: 'queue',
    asked: 'the ARN of the source',
    source:
      'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html#sns-publish-messages-to-sqs-queue',
  },
];

/** What a condition may ask of a service, where that is less than both keys. */
export function askedOfService(service: string, to: Destination): Asked | undefined {
  return FORMS.find((form) => form.service === service && form.to === to)?.asked;
}
