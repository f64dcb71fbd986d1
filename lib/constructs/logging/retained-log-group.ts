import { Construct, IConstruct } from 'constructs';
import { TerraformStack, Token } from 'cdktf';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CLOUDWATCH_RETENTION_DAYS } from '../../toms/cloudwatch-retention';
import { DataClass, isPersonal } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { LogKind } from '../../toms/tags';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { claimName, defaultName } from '../core/names';
import { Opened } from '../core/open';
import { Posture } from '../core/posture';
import { RegionalProps } from '../core/props';
import { requireDays } from '../core/require';
import { requireRetention, requireRetentionDays } from '../core/retention';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { sharedKey } from '../encryption/shared-key';
import { StoreProps, openStore } from '../encryption/store';

/** What the events of a log group are. */
export enum LogType {
  /** Who did what: kept for at least 12 months. */
  SECURITY = 'security',
  /** What a program says of its own work. */
  APPLICATION = 'application',
}

/** How the names of the log groups of global services begin: WAF demands its prefix, and Route 53 recommends its own. */
const OF_GLOBAL_SERVICES = /^(?:aws-waf-logs-|\/aws\/route53\/)/;

/** What a log group keeps, and for how long. */
export interface RetainedLogGroupProps extends StoreProps, RegionalProps {
  /**
   * The name of the log group.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly logGroupName?: string;

  /**
   * What its events are.
   *
   * @default LogType.SECURITY
   */
  readonly logType?: LogType;

  /**
   * How many days events are kept: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653,
   * and at least 365 for security logs (TOM 8.4).
   *
   * @default - 365 for security logs, else the posture's; where it has none, personal data is refused, and other events are kept for 365 days
   */
  readonly retentionDays?: number;
}

/** A log group: one of this library's, or one that is already there. */
export interface ILogGroup extends IConstruct {
  /**
   * The name of the log group.
   *
   * @attribute
   */
  readonly logGroupName: string;

  /**
   * The ARN of the log group, without `:*` after it.
   *
   * @attribute
   */
  readonly logGroupArn: string;

  /** Lets a role read events. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role write events. */
  grantWrite(grantee: IGrantee): void;
}

/** @internal */
abstract class LogGroupBase extends Construct implements ILogGroup {
  public abstract readonly logGroupName: string;
  public abstract readonly logGroupArn: string;

  public grantRead(grantee: IGrantee): void {
    this.grant(grantee, 'Read', ['logs:FilterLogEvents', 'logs:GetLogEvents', 'logs:DescribeLogStreams']);
  }

  public grantWrite(grantee: IGrantee): void {
    this.grant(grantee, 'Write', ['logs:CreateLogStream', 'logs:PutLogEvents']);
  }

  private grant(grantee: IGrantee, name: string, actions: string[]): void {
    grant(this, grantee, name, [{ actions, resources: [this.logGroupArn, `${this.logGroupArn}:*`] }]);
  }
}

/**
 * A log group that keeps its events for as long as is said, encrypted with a key of your own, and refuses to be deleted (TOM 8.4).
 *
 * ```ts
 * new RetainedLogGroup(this, 'Logins');
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export class RetainedLogGroup extends LogGroupBase {
  /** A log group that is already there, by its name, in this account and region. Nothing about it is checked. */
  public static fromLogGroupName(scope: Construct, id: string, logGroupName: string): ILogGroup {
    class ImportedLogGroup extends LogGroupBase {
      public readonly logGroupName = logGroupName;
      public readonly logGroupArn = arnOf(this, logGroupName);
    }
    return new ImportedLogGroup(scope, id);
  }

  /** The log group itself. */
  public readonly resource: CloudwatchLogGroup;
  /**
   * The name of the log group.
   *
   * @attribute
   */
  public readonly logGroupName: string;
  /**
   * The ARN of the log group, without `:*` after it.
   *
   * @attribute
   */
  public readonly logGroupArn: string;
  /** The key that encrypts the events. */
  public readonly encryptionKey: IKey;
  /** How many days events are kept. */
  public readonly retentionDays: number;

  /**
   * @throws ValidationError where the retention is one that CloudWatch does not know, under 365 days for security logs or not said for personal data,
   * the name is malformed or taken, the key is of another region, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: RetainedLogGroupProps = {}) {
    super(scope, id);
    const logType = props.logType ?? LogType.SECURITY;
    // Security logs are kept for a purpose of their own, which no category of data shortens.
    const isOfCategory = props.dataCategory !== undefined && logType === LogType.APPLICATION;
    const { posture, dataClass, key, region, tags } = openStore(this, props, {
      refused: { retention: RENAMED, retentionInDays: RENAMED },
      retentionDays: isOfCategory ? props.retentionDays : undefined,
      logKind: logType === LogType.SECURITY ? LogKind.SECURITY : LogKind.APPLICATION,
      mayHoldGlobalLogs: OF_GLOBAL_SERVICES.test(props.logGroupName ?? ''),
      makeKey: (opened) => keyOf(this, opened),
    });
    this.retentionDays = this.retentionOf(props, logType, dataClass, posture);
    const name = props.logGroupName ?? `/${defaultName(this, posture)}`;
    this.requireName(name);

    this.encryptionKey = key;
    if (key instanceof RotatedKey) letLogsUse(key, region);
    this.resource = new CloudwatchLogGroup(this, 'Resource', {
      name,
      retentionInDays: this.retentionDays,
      kmsKeyId: key.keyArn,
      deletionProtectionEnabled: posture.isEphemeral ? undefined : true,
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.logGroupName = this.resource.name;
    this.logGroupArn = this.resource.arn;
  }

  private retentionOf(props: RetainedLogGroupProps, logType: LogType, dataClass: DataClass, posture: Posture): number {
    const security = logType === LogType.SECURITY;
    const days = props.retentionDays ?? (security ? DEMANDS.securityLogDays : posture.retentionDays);
    requireRetention(this, days, dataClass, { here: 90, everywhere: 90 });
    if (days === undefined) return DEMANDS.securityLogDays;
    if (security) requireDays(this, 'retentionDays', days, props.logType ? SECURITY_LOG : UNSAID_LOG);
    else requireRetentionDays(this, days);
    if (!CLOUDWATCH_RETENTION_DAYS.includes(days)) {
      const nearest =
        CLOUDWATCH_RETENTION_DAYS.find((known) => known > days) ??
        CLOUDWATCH_RETENTION_DAYS[CLOUDWATCH_RETENTION_DAYS.length - 1];
      refuse(this, {
        prop: 'retentionDays',
        must: `must be a retention that CloudWatch Logs knows: ${CLOUDWATCH_RETENTION_DAYS.join(', ')}`,
        value: days,
        measure: security ? '8.4' : '2.2',
        fix: `write retentionDays: ${nearest}`,
      });
    }
    return days;
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w./#-]{1,512}$/.test(name)) {
      refuse(this, {
        prop: 'logGroupName',
        must: "must be 1 to 512 letters, digits, '_', '-', '/', '.' and '#'",
        value: name,
        fix: "write logGroupName: '/acme/logins'",
      });
    }
    claimName(this, TerraformStack.of(this), 'logGroupName', name);
  }
}

/** The key of the stack; outside of the residency one of its own, which the same posture lets lie there and no other store takes. */
function keyOf(group: Construct, { posture, dataClass, region }: Opened): IKey {
  const isOutside = region !== undefined && isPersonal(dataClass) && !posture.residency.includes(region);
  return isOutside ? new RotatedKey(group, 'Key', { dataClass, region }) : sharedKey(group, dataClass, region);
}

const SECURITY_LOG = { min: DEMANDS.securityLogDays, measure: '8.4', example: DEMANDS.securityLogDays };

/** The same where nobody said that it is one. */
const UNSAID_LOG = {
  ...SECURITY_LOG,
  because: ' for a security log, which it is by default',
  fix: `write logType: LogType.APPLICATION where it is the log of an application, or retentionDays: ${DEMANDS.securityLogDays}`,
};

const RENAMED = { must: 'is not a prop of this construct', measure: '8.4', fix: 'write retentionDays' };

function arnOf(scope: Construct, logGroupName: string): string {
  const account = accountOf(scope);
  return `arn:${account.partition}:logs:${account.region}:${account.id}:log-group:${logGroupName}`;
}

const LET_LOGS_USE = Symbol.for('cdktf-aws-toms/LetLogsUse');

/** Lets CloudWatch Logs encrypt the log groups of this account, once a key. */
function letLogsUse(key: RotatedKey, region: string | undefined): void {
  if (LET_LOGS_USE in key) return;
  Object.defineProperty(key, LET_LOGS_USE, { value: true });
  const account = accountOf(key);
  const where = region ?? account.region;
  key.addToResourcePolicy({
    sid: 'CloudWatchLogs',
    principals: { Service: [`logs.${where}.${account.dnsSuffix}`] },
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:logs:arn': [`arn:${account.partition}:logs:${where}:${account.id}:log-group:*`],
      },
    },
  });
}
