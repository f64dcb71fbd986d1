import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Macie2Account } from '@cdktf/provider-aws/lib/macie2-account';
import { Macie2ClassificationExportConfiguration } from '@cdktf/provider-aws/lib/macie2-classification-export-configuration';
import { Macie2ClassificationJob } from '@cdktf/provider-aws/lib/macie2-classification-job';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { DataClass } from '../../toms/data-class';
import { TAG } from '../../toms/tags';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { ServiceAccess } from '../core/service-access';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { endOfTopic, routeEvents } from '../monitoring/event-routes';
import { EncryptedBucket } from '../stores/buckets/encrypted-bucket';
import { ITopic } from '../stores/topic';
import { DATA_DISCOVERY } from './refused';

const MEASURE = '3.1.2';
const MACIE = 'macie.amazonaws.com';

/** What is searched, and who hears of what is found. */
export interface DataDiscoveryProps extends RegionalProps {
  /** Who hears of findings: an `AlarmTopic` of the same region. */
  readonly topic: ITopic;

  /**
   * How many percent of the objects that are new or changed are searched, taken at random: 1 to 100. Macie is paid by the amount of data that it searches.
   *
   * @default 100
   */
  readonly samplingPercent?: number;

  /**
   * How many days the results are kept (TOM 2.2): which objects were searched, and where in them personal data is. Macie itself keeps them for 90 days.
   *
   * @default - the posture's
   */
  readonly retentionDays?: number;

  /**
   * The key that encrypts the results, in the same region. Its policy must let Macie use it, as that of a `RotatedKey` does.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * Whether the administrator of Macie in the organization has turned it on in this account: AWS takes no second session.
   *
   * @default false
   */
  readonly macieByOrganization?: boolean;

  /**
   * The ARN of a policy that bounds what the role that publishes findings can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * Searches the buckets of a region for personal data that nobody expects there (TOM 3.1.2): Macie looks once a week at what is new in every bucket whose tag does
 * not say that it holds personal data, those without a tag included, and tells a topic what it finds.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * new DataDiscovery(this, 'Discovery', { topic });
 * ```
 *
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-jobs.html
 */
export class DataDiscovery extends Construct {
  /** The job that searches. */
  public readonly resource: Macie2ClassificationJob;
  /** Where the results are. */
  public readonly results: EncryptedBucket;
  /** The key that encrypts the results. */
  public readonly encryptionKey: IKey;

  private region?: string;

  /**
   * @throws ValidationError without a topic, on a share that is no percentage, on personal data without a retention, where the stack has another one in the region, or
   * the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: DataDiscoveryProps) {
    super(scope, id);
    const { posture, region, tags, key } = openStore(this, props, { refused: DATA_DISCOVERY });
    this.encryptionKey = key;
    const topic = this.requireTopic(props);
    this.requireOnlyOne(region);
    const { samplingPercent = 100, retentionDays } = props;
    requireWholeNumber(this, 'samplingPercent', samplingPercent, {
      min: 1,
      max: 100,
      of: 'percent',
      measure: MEASURE,
      example: 20,
    });
    // To turn Macie off deletes its findings.
    const lifecycle = posture.isEphemeral ? undefined : { preventDestroy: true };
    const account = props.macieByOrganization
      ? []
      : [
          new Macie2Account(this, 'Macie', {
            status: 'ENABLED',
            findingPublishingFrequency: 'FIFTEEN_MINUTES',
            region,
            lifecycle,
          }),
        ];
    this.results = new EncryptedBucket(this, 'Results', {
      retentionDays,
      encryptionKey: key,
      region,
      tags: props.tags,
    });
    this.results.allowService(MACIE, { access: ServiceAccess.WRITE });
    // Macie writes an object before it takes the configuration.
    const rights = this.results.node.findAll().filter((one) => one instanceof S3BucketPolicy);
    const exported = new Macie2ClassificationExportConfiguration(this, 'Export', {
      s3Destination: { bucketName: this.results.bucketName, kmsKeyArn: key.keyArn },
      region,
      dependsOn: [...account, ...rights],
    });
    this.resource = new Macie2ClassificationJob(this, 'Resource', {
      namePrefix: `${shortName(this, posture, 100)}-`,
      description: 'Personal data in buckets that are not said to hold any',
      jobType: 'SCHEDULED',
      scheduleFrequency: { weeklySchedule: 'SUNDAY' },
      initialRun: true,
      samplingPercentage: samplingPercent,
      s3JobDefinition: { bucketCriteria: { excludes: { and: [{ tagCriterion: EXPECTED }] } } },
      region,
      tags,
      dependsOn: [exported],
    });
    this.node.defaultChild = this.resource;
    routeEvents(
      this,
      [
        {
          id: 'Findings',
          description: 'Macie: personal data where none is expected, and buckets that are open',
          events: { pattern: { source: ['aws.macie'], 'detail-type': ['Macie Finding'] } },
          ends: [endOfTopic(topic)],
        },
      ],
      {
        role: { id: 'FindingsRole', description: `Publishes what Macie finds for ${this.node.path}` },
        region,
        tags,
        permissionsBoundary: props.permissionsBoundaryArn,
      }
    );
  }

  private requireTopic(props: Partial<DataDiscoveryProps> | undefined): ITopic {
    if (props?.topic !== undefined) return props.topic;
    refuse(this, {
      prop: 'topic',
      must: 'is required: what is found, and nobody hears of, stays where it is',
      measure: MEASURE,
      fix: "write { topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] }) }",
    });
  }

  /** AWS has one session of Macie, and one place for its results, in each account and region. */
  private requireOnlyOne(region: string | undefined): void {
    const there = TerraformStack.of(this)
      .node.findAll()
      .find(
        (other): other is DataDiscovery => other instanceof DataDiscovery && other !== this && other.region === region
      );
    this.region = region;
    if (!there) return;
    refuse(this, {
      prop: 'id',
      must: `must be that of the only one of the region: ${there.node.path} searches its buckets`,
      value: this.node.id,
      measure: MEASURE,
      fix: 'remove one of them',
    });
  }
}

/**
 * The tags of buckets where personal data is expected. Of several values one is enough.
 *
 * @see https://docs.aws.amazon.com/macie/latest/user/discovery-jobs-scope.html
 */
const EXPECTED = {
  comparator: 'EQ',
  tagValues: [DataClass.PERSONAL, DataClass.SPECIAL_CATEGORY].map((value) => ({ key: TAG.dataClass, value })),
};
