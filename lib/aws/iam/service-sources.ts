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

/** A service that names no source to a resource, or is held by something else than a condition: what AWS documents of it. */
interface OtherForm {
  readonly service: RegExp;
  /** The actions that it is about. */
  readonly actions: RegExp;
  /** Where the resource of a statement says whose it is, as it must. */
  readonly resource?: RegExp;
  /** Whether it only follows another call of the service, which the source of that one holds. */
  readonly follows?: boolean;
  /** What it is, for a message: `names no source to SNS`. */
  readonly because: string;
  readonly source: string;
}

const OTHER_FORMS: readonly OtherForm[] = [
  {
    service: /^events\.amazonaws\.com/,
    actions: /^sns:publish$/i,
    because: 'EventBridge names no source to SNS, so that any condition keeps its events out',
    source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions',
  },
  {
    service: /^events\.amazonaws\.com/,
    actions: /^kms:/i,
    because: 'EventBridge names no source to KMS where it sends to an encrypted topic or queue',
    source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
  },
  {
    service: /^ram\.amazonaws\.com/,
    actions: /^glue:shareresource$/i,
    because: 'AWS documents no condition for what AWS RAM shares of the catalog',
    source: 'https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html',
  },
  {
    service: /^logdelivery\.elasticloadbalancing\.amazonaws\.com/,
    actions: /^s3:putobject$/i,
    resource: /AWSLogs\/[^/*?]+\//,
    because: 'Elastic Load Balancing writes below the id of the account of the load balancer',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  },
  {
    service: /^dnssec-route53\.amazonaws\.com/,
    actions: /^kms:creategrant$/i,
    follows: true,
    because: 'AWS documents no source for the grant by which Route 53 signs a zone',
    source:
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC',
  },
];

/** What is to be known of a service that comes without a condition on its source. */
export interface WithoutSource {
  /** Whether the resource says whose it is. Otherwise nobody can tell. */
  readonly isHeld: boolean;
  /** Whether a call to which the service does name its source comes first. */
  readonly follows: boolean;
  readonly because: string;
}

/** Whether AWS documents another way, or none, to hold a service to its sources in what a statement allows. */
export function withoutSource(
  service: string,
  actions: readonly string[],
  resources: readonly string[]
): WithoutSource | undefined {
  const form = OTHER_FORMS.find(
    (one) =>
      one.service.test(service) &&
      actions.every((action) => one.actions.test(action)) &&
      (one.resource === undefined || resources.every((resource) => one.resource!.test(resource)))
  );
  return form && { isHeld: form.resource !== undefined, follows: form.follows === true, because: form.because };
}
