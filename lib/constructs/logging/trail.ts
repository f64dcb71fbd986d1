import { Construct, IConstruct } from 'constructs';
import { Fn, TerraformStack, Token } from 'cdktf';
import { Cloudtrail, CloudtrailAdvancedEventSelector } from '@cdktf/provider-aws/lib/cloudtrail';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { identityPolicyText } from '../core/policy';
import { ClassifiedProps } from '../core/props';
import { IBucket } from '../stores/buckets/bucket';
import { IAuditLogArchive } from './audit-log-archive';
import { protectionOf } from './log-store';
import { TRAIL } from './refused';
import { ILogGroup, RetainedLogGroup } from './retained-log-group';

/** A trail takes 500 values in all its selectors. Three of them are taken. */
const MAX_BUCKETS = 497;

/** Where a trail delivers, and whose objects it watches. */
export interface TrailProps extends ClassifiedProps {
  /**
   * The archive that keeps the log files, and whose key encrypts them. Its `sourceAccountIds` must hold the account that owns the trail, for an
   * organization the management account, or its `organizationId` be of the organization.
   */
  readonly archive: IAuditLogArchive;

  /**
   * The name of the trail.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly trailName?: string;

  /**
   * The buckets whose data events are recorded: who read, wrote or deleted which object. AWS bills each event. An empty list records none,
   * and leaves it to the access logs of the buckets.
   *
   * @default - every bucket but those of the archive: one whose class nobody declares counts as personal
   */
  readonly dataEventBuckets?: IBucket[];
}

/** A trail: one of this library's, or one that is already there. */
export interface ITrail extends IConstruct {
  /**
   * The name of the trail.
   *
   * @attribute
   */
  readonly trailName: string;

  /**
   * The ARN of the trail.
   *
   * @attribute
   */
  readonly trailArn: string;
}

/**
 * What the trails of an account and of an organization share, which is all but whose events they record.
 * @internal
 */
export abstract class TrailBase extends Construct implements ITrail {
  /** The trail itself. */
  public readonly resource: Cloudtrail;
  /**
   * The name of the trail.
   *
   * @attribute
   */
  public readonly trailName: string;
  /**
   * The ARN of the trail.
   *
   * @attribute
   */
  public readonly trailArn: string;
  /** The log group that receives every event within minutes, for queries and alarms. */
  public readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: TrailProps, isOrganizationTrail: boolean) {
    super(scope, id);
    const archive = this.requireArchive(props);
    const { posture, dataClass, tags } = openConstruct(this, props, { refused: TRAIL });
    this.requireBuckets(props.dataEventBuckets ?? [], archive);
    const name = props.trailName ?? defaultName(this, posture).slice(0, 128).replace(/-$/, '');
    this.requireName(name);

    this.logGroup = new RetainedLogGroup(this, 'LogGroup', { dataClass, tags: props.tags });
    const role = new IamRole(this, 'Role', {
      namePrefix: `${defaultName(this, posture).slice(0, 37).replace(/-$/, '')}-`,
      description: `CloudTrail writes to its log group (${this.node.path})`,
      assumeRolePolicy: TRUST,
      tags,
    });
    const rolePolicy = new IamRolePolicy(this, 'RolePolicy', {
      role: role.name,
      policy: identityPolicyText([
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [`${this.logGroup.logGroupArn}:log-stream:*`],
        },
      ]),
    });
    this.resource = new Cloudtrail(this, 'Resource', {
      name,
      s3BucketName: archive.trailBucket.bucketName,
      kmsKeyId: archive.encryptionKey.keyArn,
      cloudWatchLogsGroupArn: `${this.logGroup.logGroupArn}:*`,
      cloudWatchLogsRoleArn: role.arn,
      enableLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      isOrganizationTrail,
      advancedEventSelector: eventSelectors(archive, props.dataEventBuckets),
      insightSelector: [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
      // CloudTrail tries to write to both before it makes a trail.
      dependsOn: [...(protectionOf(this, archive.trailBucket) ?? []), rolePolicy],
    });
    this.node.defaultChild = this.resource;
    this.trailName = this.resource.name;
    this.trailArn = this.resource.arn;
  }

  private requireArchive(props: Partial<TrailProps> | undefined): IAuditLogArchive {
    if (props?.archive !== undefined) return props.archive;
    refuse(this, {
      prop: 'archive',
      must: 'is required: a trail needs a place where nobody changes its files',
      measure: '8.3',
      fix: "write { archive: new AuditLogArchive(this, 'Archive') }",
    });
  }

  private requireBuckets(buckets: IBucket[], archive: IAuditLogArchive): void {
    const own = buckets.find((bucket) => bucketsOf(archive).includes(bucket));
    if (own) {
      refuse(this, {
        prop: 'dataEventBuckets',
        must: `must not hold a bucket of the archive, ${own.node.path}: the logs would log themselves`,
        measure: '8.1',
        fix: 'leave it out: the archive has access logs of its own',
      });
    }
    if (buckets.length > MAX_BUCKETS) {
      refuse(this, {
        prop: 'dataEventBuckets',
        must: `must hold at most ${MAX_BUCKETS} buckets, which is what a trail takes, got ${buckets.length}`,
        measure: '8.1',
        fix: 'leave it out, and every bucket is recorded',
      });
    }
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !isTrailName(name)) {
      refuse(this, {
        prop: 'trailName',
        must: "must be 3 to 128 letters and digits, with single '.', '_' and '-' between them, and no IP address",
        value: name,
        fix: "write trailName: 'account'",
      });
    }
    claimName(this, TerraformStack.of(this), 'trailName', name);
  }
}

/** A trail that is already there, by its ARN. */
export function trailFromArn(scope: Construct, id: string, trailArn: string): ITrail {
  const isToken = Token.isUnresolved(trailArn);
  class ImportedTrail extends Construct implements ITrail {
    public readonly trailArn = trailArn;
    public readonly trailName = isToken
      ? Token.asString(Fn.element(Fn.split('/', trailArn), 1))
      : trailArn.slice(trailArn.indexOf('/') + 1);
  }
  const trail = new ImportedTrail(scope, id);
  if (!isToken && !(TRAIL_ARN.test(trailArn) && isTrailName(trail.trailName))) {
    refuse(trail, {
      prop: 'trailArn',
      must: 'must be the ARN of a trail',
      value: trailArn,
      fix: "write trailArn: 'arn:aws:cloudtrail:eu-central-1:111122223333:trail/account'",
    });
  }
  return trail;
}

/** A trail that is already there, by its name, in the account and region of the stack. */
export function trailFromName(scope: Construct, id: string, trailName: string): ITrail {
  const account = accountOf(scope);
  class ImportedTrail extends Construct implements ITrail {
    public readonly trailName = trailName;
    public readonly trailArn = `arn:${account.partition}:cloudtrail:${account.region}:${account.id}:trail/${trailName}`;
  }
  return new ImportedTrail(scope, id);
}

/**
 * No condition names the trail: where CloudTrail assumes a role for CloudWatch Logs, it supports neither `aws:SourceArn` nor `aws:SourceAccount`.
 * All that the role can do is to add events to one log group.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'cloudtrail.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});

const TRAIL_ARN = /^arn:aws[a-z-]*:cloudtrail:[a-z0-9-]+:\d{12}:trail\//;

function isTrailName(name: string): boolean {
  const isInBounds = name.length >= 3 && name.length <= 128;
  return isInBounds && /^[A-Za-z0-9](?:[._-]?[A-Za-z0-9])*$/.test(name) && !/^\d+\.\d+\.\d+\.\d+$/.test(name);
}

function bucketsOf(archive: IAuditLogArchive): IBucket[] {
  return [archive.trailBucket, archive.configBucket, archive.accessLogBucket];
}

/** Every management event, and what happens to the objects of buckets. */
function eventSelectors(archive: IAuditLogArchive, buckets: IBucket[] | undefined): CloudtrailAdvancedEventSelector[] {
  const management = {
    name: 'Management events',
    fieldSelector: [{ field: 'eventCategory', equalTo: ['Management'] }],
  };
  if (buckets?.length === 0) return [management];
  const objectsOf = (all: IBucket[]): string[] => all.map(({ bucketArn }) => `${bucketArn}/`);
  const data = {
    name: 'Data events of S3 objects',
    fieldSelector: [
      { field: 'eventCategory', equalTo: ['Data'] },
      { field: 'resources.type', equalTo: ['AWS::S3::Object'] },
      // A file that a trail writes into a bucket it watches would be an event of its next file.
      buckets
        ? { field: 'resources.ARN', startsWith: objectsOf(buckets) }
        : { field: 'resources.ARN', notStartsWith: objectsOf(bucketsOf(archive)) },
    ],
  };
  return [management, data];
}
