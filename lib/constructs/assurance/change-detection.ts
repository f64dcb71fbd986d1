import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { ConfigConfigurationRecorder } from '@cdktf/provider-aws/lib/config-configuration-recorder';
import { CHANGES } from '../../aws/events/changes';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { IGrantee } from '../core/grantee';
import { openConstruct } from '../core/open';
import { identityPolicyText } from '../core/policy';
import { requireKnownRegion } from '../core/posture';
import { RegionalProps } from '../core/props';
import { providerRegion } from '../core/provider-region';
import { IAuditLogArchive } from '../logging/audit-log-archive';
import { EventEnd, EventRoute, endOfTopic, routeEvents } from '../monitoring/event-routes';
import { ITopic } from '../stores/topic';
import { ROOT_USE, patternOf } from './changes';
import { recordConfiguration } from './config-recorder';
import { CHANGE_DETECTION } from './refused';

/** Who hears of changes, and of whose. */
export interface ChangeDetectionProps extends RegionalProps {
  /** Who hears of changes: a topic of the same region. */
  readonly topic: ITopic;

  /**
   * Roles by which pipelines change the account: three at most. What they do to networks, identities and buckets is no alarm; what they do to trails, recorders and keys is.
   *
   * @default - none: every change is told of
   */
  readonly pipelines?: IGrantee[];

  /**
   * Further regions that the account uses, beside that of the topic. us-east-1 is watched in any case: identities change there, and the root user signs in there.
   *
   * @default - none
   */
  readonly otherRegions?: string[];

  /**
   * The archive that takes the history of AWS Config. With it the recorder of the region is made and started; AWS has one for each account and region.
   *
   * @default - none: a recorder is there
   */
  readonly archive?: IAuditLogArchive;

  /**
   * The ARN of a policy that bounds what its roles can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** More would not fit into a pattern, which has 2,048 characters. */
const MAX_PIPELINES = 3;

/**
 * Alarms for changes of an account that no pipeline makes (TOM 3.2.1, 3.2.2, 8.3): of networks, identities, buckets, trails, recorders and keys, and whatever the root user does.
 *
 * ```ts
 * const topic = new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] });
 * new ChangeDetection(this, 'Changes', { topic, archive: new AuditLogArchive(this, 'Archive') });
 * ```
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export class ChangeDetection extends Construct {
  /** The recorder of AWS Config, where one is made. */
  public readonly recorder?: ConfigConfigurationRecorder;

  /**
   * @throws ValidationError without a topic, with more than three pipelines, where the region is not known when the program runs, a region is named twice or unknown, on a second one
   * in a stack, and where the region of the recorder is outside the residency.
   */
  constructor(scope: Construct, id: string, props: ChangeDetectionProps) {
    super(scope, id);
    const { region, tags } = openConstruct(this, props, { refused: CHANGE_DETECTION });
    const { topic, archive, pipelines = [], otherRegions = [], permissionsBoundaryArn: permissionsBoundary } = props;
    this.requireTopic(topic);
    this.requireOnlyOne();
    const home = this.requireRegion(region);
    this.requireOtherRegions(home, otherRegions);
    if (pipelines.length > MAX_PIPELINES) {
      refuse(this, {
        prop: 'pipelines',
        must: `must be ${MAX_PIPELINES} at most: a pattern of EventBridge has no room for more`,
        value: pipelines.length,
        measure: '3.2.1',
        fix: 'let pipelines share a role, or leave out those that change little',
      });
    }
    const exceptRoleArns = pipelines.map(({ arn }) => arn);
    const to = (end: EventEnd): EventRoute[] => [
      ...CHANGES.map((changes) => ({
        id: changes.id,
        description: `Changes of ${changes.what}`,
        events: { pattern: patternOf(changes, exceptRoleArns) },
        ends: [end],
      })),
      { id: 'RootUse', description: 'Whatever the root user does', events: { pattern: ROOT_USE }, ends: [end] },
    ];
    const common = { tags, permissionsBoundary };
    const told = { id: 'EventsRole', description: `Tells of changes for ${this.node.path}` };
    routeEvents(this, to(endOfTopic(topic)), { ...common, role: told, region });
    for (const other of new Set([...otherRegions, GLOBAL_SERVICE_REGION])) {
      if (other === home) continue;
      const holder = new Construct(this, other);
      const role = { id: 'EventsRole', description: `Sends changes from ${other} to ${home}` };
      routeEvents(holder, to(this.busOf(holder, home)), { ...common, role, region: other });
    }
    if (archive) this.recorder = recordConfiguration(this, { archive, region, ...common });
  }

  /** The default bus of the home region, whose rules match there what another region sends. */
  private busOf(holder: Construct, home: string): EventEnd {
    const account = accountOf(this);
    const arn = `arn:${account.partition}:events:${home}:${account.id}:event-bus/default`;
    return {
      id: 'Target',
      arn,
      grantTo: (role: IamRole) =>
        new IamRolePolicy(holder, 'SendRights', {
          role: role.name,
          policy: identityPolicyText([{ actions: ['events:PutEvents'], resources: [arn] }]),
        }),
    };
  }

  private requireTopic(topic: ITopic | undefined): void {
    if (topic !== undefined) return;
    refuse(this, {
      prop: 'topic',
      must: 'must be set: a change that nobody hears of is found when it is too late',
      measure: '3.2.2',
      fix: "write topic: new AlarmTopic(this, 'OnCall', { subscribers: [AlarmSubscriber.email('on-call@example.com')] })",
    });
  }

  /** Events are sent to the home region: sent to itself, an event would come back again and again. */
  private requireRegion(region: string | undefined): string {
    const home = region ?? providerRegion(this);
    if (home !== undefined && !Token.isUnresolved(home)) return home;
    refuse(this, {
      prop: 'region',
      must: 'must be known when the program runs: what other regions tell is sent there',
      measure: '3.2.2',
      fix: "write the region of the provider as text: new AwsProvider(this, 'aws', { region: 'eu-central-1' })",
    });
  }

  private requireOtherRegions(home: string, otherRegions: readonly string[]): void {
    const all = [home, ...otherRegions];
    otherRegions.forEach((region, at) => {
      requireKnownRegion(this, 'otherRegions', region);
      if (all.indexOf(region) === at + 1) return;
      refuse(this, {
        prop: 'otherRegions',
        must: 'must name each region once, and not that of the topic',
        value: region,
        measure: '3.2.2',
        fix: 'take it out',
      });
    });
  }

  /** Two would tell of each change twice. */
  private requireOnlyOne(): void {
    const stack = TerraformStack.of(this);
    const there = stack.node.findAll().find((other) => other instanceof ChangeDetection && other !== this);
    if (!there) return;
    refuse(this, {
      prop: 'id',
      must: `must be that of the only one: ${there.node.path} tells of the account's changes`,
      value: this.node.id,
      measure: '3.2.2',
      fix: 'remove one of them, and write otherRegions',
    });
  }
}
