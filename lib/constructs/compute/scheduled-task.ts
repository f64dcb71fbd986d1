import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SchedulerSchedule } from '@cdktf/provider-aws/lib/scheduler-schedule';
import { SchedulerScheduleGroup } from '@cdktf/provider-aws/lib/scheduler-schedule-group';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { identityPolicyText } from '../core/policy';
import { serviceTrustText } from '../core/service-trust';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from '../network/connections';
import { deadLetterSource } from '../stores/dead-letter-queue';
import { IQueue } from '../stores/queue';
import { ICluster } from './cluster';
import { Task, containerTask } from './container-task';
import { ContainerTaskProps } from './container-task-props';
import { CONTAINER_TASK } from './refused-of-containers';
import { TaskSchedule } from './task-schedule';

/** What runs, when, and what becomes of a run that cannot be started. */
export interface ScheduledTaskProps extends ContainerTaskProps {
  /** When it runs. */
  readonly schedule: TaskSchedule;

  /**
   * The name of the schedule and its group: letters, digits, `_`, `-` and `.`, 64 at most.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly scheduleName?: string;

  /**
   * How many minutes after its time it may start, so that not everything starts at once: 0 to 1440.
   *
   * @default 15
   */
  readonly flexibleMinutes?: number;

  /**
   * How often EventBridge Scheduler tries again to start it: 0 to 185 times, in the six hours after its time.
   *
   * @default 10
   */
  readonly maxRetries?: number;

  /**
   * The queue that takes runs that could not be started. With a key that is already there its policy must let the role of the schedule use it.
   *
   * @default - one of its own, under the same key
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * How many days these stay: 1 to 14, and no longer than the retention of the posture.
   *
   * @default - 14, or the posture's retention where that is shorter
   */
  readonly deadLetterRetentionDays?: number;
}

/** A run that starts later than that would meet the next one. */
const MAX_AGE_SECONDS = 6 * 3600;

/**
 * A container on Fargate that runs by a schedule (TOM 1.2.1, 3.1.1, 3.2.2, 8.1, 9.3): as hardened as one of a `ContainerService`, started by EventBridge Scheduler as a role
 * that may start this task in this cluster and nothing else, with a queue for runs that could not be started.
 *
 * ```ts
 * const image = ContainerImage.fromRepository(repository, 'v42');
 * new ScheduledTask(this, 'Invoices', { image, vpc, schedule: TaskSchedule.cron('0 3 * * ? *', 'Europe/Berlin') });
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/tasks-scheduled-eventbridge-scheduler.html
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export class ScheduledTask extends Construct implements IConnectable {
  /** The schedule itself. */
  public readonly resource: SchedulerSchedule;
  /** The definition of the task. */
  public readonly taskDefinition: EcsTaskDefinition;
  /** The role as which the program runs, which takes grants. */
  public readonly role: IamRole;
  /** The role as which ECS pulls the image, reads the secrets that are named, and writes the log. */
  public readonly executionRole: IamRole;
  /** The role as which EventBridge Scheduler starts the task. */
  public readonly scheduleRole: IamRole;
  /** Its cluster. */
  public readonly cluster: ICluster;
  /** Its log. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts its log, its schedule and its dead letters. */
  public readonly encryptionKey: IKey;
  /** Where runs go that could not be started. */
  public readonly deadLetterQueue: IQueue;
  /** What it may connect to. Nobody connects to it. */
  public readonly connections: Connections;

  /**
   * @throws ValidationError on a container that is root, privileged or writes to its root file system, a tag that is moved, a secret as a variable, application subnets in one
   * zone outside of an ephemeral environment, a size that Fargate does not have, personal data without a retention, numbers that EventBridge Scheduler does not take, a name that
   * is malformed or taken, a key or cluster of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: ScheduledTaskProps) {
    super(scope, id);
    const { schedule, flexibleMinutes = 15, maxRetries = 10 } = props;
    requireWholeNumber(this, 'flexibleMinutes', flexibleMinutes, { min: 0, max: 1440, of: 'minutes', example: 15 });
    requireWholeNumber(this, 'maxRetries', maxRetries, { min: 0, max: 185, example: 10 });
    const task = containerTask(this, props, { refused: CONTAINER_TASK });
    const { posture, dataClass, region, tags, key, definition, cluster } = task;
    const name = props.scheduleName ?? shortName(this, posture, 64);
    this.requireName(name);
    this.deadLetterQueue = deadLetterSource(this, posture, dataClass, props, {
      fifo: false,
      encryptionKey: key,
      region,
      tags,
      takesFromQueues: false,
    })();
    const group = new SchedulerScheduleGroup(this, 'Group', { name, region, tags });
    this.scheduleRole = new IamRole(this, 'ScheduleRole', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: `Starts ${this.node.path} by its schedule`,
      // Scheduler names the group as its source. This one has no other schedule.
      assumeRolePolicy: serviceTrustText(this, 'scheduler.amazonaws.com', [group.arn]),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    const policy = new IamRolePolicy(this, 'ScheduleRolePolicy', {
      role: this.scheduleRole.name,
      policy: this.startPolicy(task),
    });
    this.deadLetterQueue.grantSend(this.scheduleRole);
    key.grantDecrypt(this.scheduleRole);

    this.resource = new SchedulerSchedule(this, 'Resource', {
      name,
      groupName: group.name,
      description: this.node.path,
      scheduleExpression: schedule.expression,
      scheduleExpressionTimezone: schedule.timeZone,
      flexibleTimeWindow:
        flexibleMinutes === 0 ? { mode: 'OFF' } : { mode: 'FLEXIBLE', maximumWindowInMinutes: flexibleMinutes },
      kmsKeyArn: key.keyArn,
      target: {
        arn: cluster.clusterArn,
        roleArn: this.scheduleRole.arn,
        deadLetterConfig: { arn: this.deadLetterQueue.queueArn },
        retryPolicy: { maximumRetryAttempts: maxRetries, maximumEventAgeInSeconds: MAX_AGE_SECONDS },
        ecsParameters: {
          taskDefinitionArn: definition.arn,
          taskCount: 1,
          launchType: 'FARGATE',
          platformVersion: 'LATEST',
          enableExecuteCommand: false,
          enableEcsManagedTags: true,
          propagateTags: 'TASK_DEFINITION',
          networkConfiguration: {
            subnets: task.subnetIds,
            securityGroups: [task.securityGroup.securityGroupId],
            assignPublicIp: false,
          },
        },
      },
      region,
      dependsOn: [policy],
    });
    this.node.defaultChild = this.resource;
    this.taskDefinition = definition;
    this.role = task.role;
    this.executionRole = task.executionRole;
    this.cluster = cluster;
    this.logGroup = task.logGroup;
    this.encryptionKey = key;
    this.connections = task.connections;
  }

  /**
   * What starting the task takes: to run it in any revision, so that a run that is tried again finds its own; to tag it; and to pass its two roles to it.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html
   */
  private startPolicy({ cluster, definition, role, executionRole, region }: Task): string {
    const account = accountOf(this);
    const tasks = `arn:${account.partition}:ecs:${region ?? account.region}:${account.id}:task/${cluster.clusterName}/*`;
    return identityPolicyText([
      {
        actions: ['ecs:RunTask'],
        resources: [`${definition.arnWithoutRevision}:*`],
        conditions: { ArnEquals: { 'ecs:cluster': [cluster.clusterArn] } },
      },
      {
        actions: ['ecs:TagResource'],
        resources: [tasks],
        conditions: { StringEquals: { 'ecs:CreateAction': ['RunTask'] } },
      },
      {
        actions: ['iam:PassRole'],
        resources: [role.arn, executionRole.arn],
        conditions: { StringEquals: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } },
      },
    ]);
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w.-]{1,64}$/.test(name)) {
      refuse(this, {
        prop: 'scheduleName',
        must: "must be 1 to 64 letters, digits, '_', '-' and '.'",
        value: name,
        fix: "write scheduleName: 'acme-invoices', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'scheduleName', name);
  }
}
