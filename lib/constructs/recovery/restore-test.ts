import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { BackupRestoreTestingPlan } from '@cdktf/provider-aws/lib/backup-restore-testing-plan';
import { BackupRestoreTestingSelection } from '@cdktf/provider-aws/lib/backup-restore-testing-selection';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { SecureFunction } from '../compute/secure-function';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { claimName, shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { identityPolicyText, trustPolicyText } from '../core/policy';
import { TaggedProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { requireWholeNumber } from '../core/require';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Alarms } from '../monitoring/alarms';
import { BackupProgramme } from './backup-programme';
import { BackupSource, SourceStore } from './backup-source';
import { requireSources } from './plan-sources';
import { RESTORE_TEST } from './refused';
import { restoreRights } from './restore-rights';

/** What is restored, and who looks at it. */
export interface RestoreTestProps extends TaggedProps {
  /** The programme whose backups are restored. Restores that fail reach its topic. */
  readonly programme: BackupProgramme;

  /** The stores whose backups are restored: stores of this program, one or more. */
  readonly sources: BackupSource[];

  /**
   * The program that looks at what came back: it reads the restored store that the event names, calls `PutRestoreValidationResult` with what it found, and fails where that is not
   * good, which raises an alarm. It may do no more than report: grant to its role what it reads.
   *
   * @default - none: that something came back is tested, and not what
   */
  readonly validator?: SecureFunction;

  /**
   * For how many hours what was restored stays for the validator: 1 to 168. It costs as long as it is there.
   *
   * @default 4
   */
  readonly validationHours?: number;

  /**
   * The day of the month on which backups are restored: 1 to 28.
   *
   * @default 1
   */
  readonly dayOfMonth?: number;

  /**
   * The ARN of a policy that bounds what its role can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/**
 * A test of restores, once a month (TOM 4.3): AWS Backup restores the latest backup of each store under its own key, a program of yours looks at it, and AWS Backup deletes it
 * again.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * const programme = new BackupProgramme(this, 'Backups', { topic, copyRegion: 'eu-west-1' });
 * new RestoreTest(this, 'RestoreTest', { programme, sources: [BackupSource.bucket(bucket)] });
 * ```
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing-validation.html
 */
export class RestoreTest extends Construct {
  /** The plan itself. */
  public readonly resource: BackupRestoreTestingPlan;
  /** The role as which AWS Backup restores. A key whose users are named lets it decrypt and encrypt. */
  public readonly role: IamRole;

  /**
   * @throws ValidationError where nothing is restored, a source is a tag, a store is named twice, of another region or of a higher class than the programme, hours or
   * day are out of range, or the validator is watched by other alarms already.
   */
  constructor(scope: Construct, id: string, props: RestoreTestProps) {
    super(scope, id);
    const { programme, validator, validationHours = 4, dayOfMonth = 1 } = props;
    const region = programme._region;
    const dataClass = programme._dataClass;
    const { posture, tags } = openConstruct(this, { ...props, dataClass }, { refused: RESTORE_TEST, region });
    const stores = this.requireStores(props.sources);
    requireSources(this, stores, { region: region ?? providerRegion(this), dataClass });
    const hours = { min: 1, max: 168, of: 'hours', measure: MEASURE, example: 4 };
    requireWholeNumber(this, 'validationHours', validationHours, hours);
    const day = { min: 1, max: 28, because: ': every month has it', measure: MEASURE, example: 1 };
    requireWholeNumber(this, 'dayOfMonth', dayOfMonth, day);

    const name = shortName(this, posture, 50).replace(/-/g, '_');
    claimName(this, TerraformStack.of(this), 'restore test', name);
    this.resource = new BackupRestoreTestingPlan(this, 'Resource', {
      name,
      scheduleExpression: `cron(0 4 ${dayOfMonth} * ? *)`,
      startWindowHours: 4,
      recoveryPointSelection: [
        {
          algorithm: 'LATEST_WITHIN_WINDOW',
          includeVaults: [programme.vaultArn],
          recoveryPointTypes: ['SNAPSHOT', 'CONTINUOUS'],
          selectionWindowDays: WINDOW_DAYS,
        },
      ],
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.role = new IamRole(this, 'Role', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: `AWS Backup for restores by ${this.node.path}`,
      assumeRolePolicy: trustPolicyText({ Service: ['backup.amazonaws.com'] }),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    this.letRestore(stores, programme);
    stores.forEach((store, at) => {
      new BackupRestoreTestingSelection(this, `Source${at + 1}`, {
        name: `source_${at + 1}`,
        restoreTestingPlanName: this.resource.name,
        protectedResourceType: store.resourceType,
        protectedResourceArns: [store.arn],
        iamRoleArn: this.role.arn,
        restoreMetadataOverrides: store.restoreMetadata,
        validationWindowHours: validator && validationHours,
        region,
      });
    });
    if (validator) this.validate(validator, programme, { name, region, tags });
  }

  /** What came back goes to the validator. Where it fails, an alarm says so. */
  private validate(
    validator: SecureFunction,
    programme: BackupProgramme,
    { name, region, tags }: { name: string; region?: string; tags: { [key: string]: string } }
  ): void {
    const rule = new CloudwatchEventRule(this, 'Restored', {
      name: `${name.slice(0, 55)}-restored`,
      description: `Restores of ${this.node.path} that are there to be looked at`,
      eventPattern: JSON.stringify({
        source: ['aws.backup'],
        'detail-type': ['Restore Job State Change'],
        detail: { status: ['COMPLETED'], restoreTestingPlanArn: [this.resource.arn] },
      }),
      region,
      tags,
    });
    validator.allowService('events.amazonaws.com', rule.arn);
    new CloudwatchEventTarget(this, 'RestoredTarget', { rule: rule.name, arn: validator.functionArn, region });
    new IamRolePolicy(this, 'Report', {
      role: validator.role.name,
      // A restore job is no resource of IAM.
      policy: identityPolicyText([{ actions: ['backup:PutRestoreValidationResult'], resources: ['*'] }]),
    });
    const { _topic: topic } = programme;
    new Alarms(this, 'Alarms', { topic, region }).watchFunction(validator);
  }

  private letRestore(stores: readonly SourceStore[], programme: BackupProgramme): void {
    const account = accountOf(this);
    const region = programme._region ?? account.region;
    const types = [...new Set(stores.map(({ resourceType }) => resourceType))];
    for (const type of types) {
      const ofType = stores.filter(({ resourceType }) => resourceType === type);
      grant(this, this.role, `Restore${type}`, restoreRights(type, ofType, { account, region }));
    }
    const keys = [...new Set([programme.encryptionKey, ...stores.flatMap(({ encryptionKey }) => encryptionKey ?? [])])];
    for (const key of keys) key.grantEncryptDecrypt(this.role);
    grant(this, this.role, 'RestoreUnderKeys', [
      {
        actions: ['kms:CreateGrant'],
        resources: keys.map(({ keyArn }) => keyArn),
        conditions: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      },
    ]);
  }

  private requireStores(sources: readonly BackupSource[]): SourceStore[] {
    const tag = sources.find(({ _tag }) => _tag !== undefined);
    if (sources.length === 0 || tag) {
      refuse(this, {
        prop: 'sources',
        must: 'must name stores of this program, one or more: by a tag nobody knows what is restored, and under which key',
        value: tag?._tag?.key ?? sources,
        measure: MEASURE,
        fix: 'write sources: [BackupSource.bucket(bucket)]',
      });
    }
    return sources.flatMap(({ _store }) => _store ?? []);
  }
}

const MEASURE = '4.3';

/** The latest backup of a month: there is one where any backup succeeded since the last test. */
const WINDOW_DAYS = 31;
