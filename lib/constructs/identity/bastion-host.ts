import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Instance } from '@cdktf/provider-aws/lib/instance';
import { DEMANDS } from '../../toms/demands';
import { accountOf } from '../core/account';
import { refuse, refuseProps } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee, titleOf } from '../core/grantee';
import { architectureOf, requireInstanceType } from '../core/instance-type';
import { defaultName, shortName } from '../core/names';
import { identityPolicyText, trustPolicyText } from '../core/policy';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { RotatedKey } from '../encryption/rotated-key';
import { openStore } from '../encryption/store';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable, rulesBetween } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { SegmentedVpc } from '../network/segmented-vpc';
import { IVpc, SubnetTier } from '../network/vpc';
import { instanceTypeIn } from '../network/vpc-encryption';
import { BastionHostProps, ConnectOptions } from './bastion-host-props';
import { BastionResources, connectStatements, hostStatements } from './bastion-policies';
import { BASTION_HOST, CONNECT_OPTIONS } from './refused';
import { requireSecondFactor } from './second-factor';
import { sessionAlarm } from './session-alarm';
import { letSessionsUse, sessionDocument } from './session-document';

const MEASURE = '6.4';

/**
 * A host by which administrators reach what is private, only through Session Manager (TOM 6.4): no inbound rule, no public address, no SSH
 * key. Sessions are encrypted, logged while they run, ended after 15 idle minutes or an hour, and each one is announced to a topic.
 *
 * ```ts
 * const bastion = new BastionHost(this, 'Bastion', { vpc });
 * bastion.connections.allowTo(database, Port.POSTGRESQL);
 * const assumeRolePolicy = TrustPolicy.withMfa(['arn:aws:iam::111122223333:root']);
 * bastion.grantConnect(new IamRole(this, 'Operator', { assumeRolePolicy }));
 * ```
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
 */
export class BastionHost extends Construct implements IConnectable {
  /** The instance itself. */
  public readonly resource: Instance;
  /**
   * The id of the instance, which is the target of sessions.
   *
   * @attribute
   */
  public readonly instanceId: string;
  /**
   * The name of the document that sessions are started with: `aws ssm start-session --document-name`.
   *
   * @attribute
   */
  public readonly sessionDocumentName: string;
  /** The log of the sessions. */
  public readonly sessionLogGroup: RetainedLogGroup;
  /** The key that encrypts sessions, their log, the volume and the alarm's messages. */
  public readonly encryptionKey: IKey;
  /** The ARN of the topic that hears of every session. */
  public readonly alarmTopicArn: string;
  /** The role as which EventBridge publishes to the topic. */
  public readonly alarmRole: IamRole;
  /** The role of the instance. */
  public readonly role: IamRole;
  /** What it may connect to. Nothing may connect to it. */
  public readonly connections: Connections;

  private readonly documentArn: string;
  private readonly policyResources: BastionResources;
  private readonly granted = new Map<string, string>();

  /**
   * @throws ValidationError on key pairs, public addresses, inbound rules, user data and sessions without a log; on sessions that idle more
   * than 15 minutes or last more than 60; and on a network without private endpoints or without an application tier.
   */
  constructor(scope: Construct, id: string, props: BastionHostProps) {
    super(scope, id);
    const { vpc } = props;
    const { region } = vpc;
    const { posture, dataClass, key, tags } = openStore(this, props, {
      refused: BASTION_HOST,
      region,
      creatorUsesKey: true,
      makeKey: (opened) => new RotatedKey(this, 'Key', { dataClass: opened.dataClass, region, tags: props.tags }),
    });
    const idleTimeoutMinutes = props.idleTimeoutMinutes ?? DEMANDS.sessionIdleMinutes;
    const maxSessionMinutes = props.maxSessionMinutes ?? DEMANDS.sessionMinutes;
    for (const [prop, minutes, max] of [
      ['idleTimeoutMinutes', idleTimeoutMinutes, DEMANDS.sessionIdleMinutes],
      ['maxSessionMinutes', maxSessionMinutes, DEMANDS.sessionMinutes],
    ] as const) {
      requireWholeNumber(this, prop, minutes, { min: 1, max, measure: MEASURE, example: max });
    }
    if (props.instanceType !== undefined) requireInstanceType(this, props.instanceType);
    const instanceType = instanceTypeIn(this, vpc, {
      prop: 'instanceType',
      given: props.instanceType,
      usual: 't4g.nano',
      encrypting: 'c7g.medium',
    });
    if (props.alarmTopicArn !== undefined) this.requireTopicArn(props.alarmTopicArn);
    const { subnetId } = vpc.subnets(SubnetTier.APPLICATION)[0];

    if (key instanceof RotatedKey) letSessionsUse(key);
    this.encryptionKey = key;
    this.sessionLogGroup = new RetainedLogGroup(this, 'Sessions', {
      encryptionKey: key,
      dataClass,
      region,
      tags: props.tags,
    });
    const account = accountOf(this);
    this.policyResources = {
      account,
      region: region ?? account.region,
      keyArn: key.keyArn,
      logGroupArn: this.sessionLogGroup.logGroupArn,
    };
    const document = sessionDocument(this, 'SessionDocument', {
      // SSM takes no names that begin with aws, amazon or amzn.
      name: `session-${shortName(this, posture, 120)}`,
      key,
      logGroup: this.sessionLogGroup,
      idleTimeoutMinutes,
      maxSessionMinutes,
      region,
      tags,
    });
    this.sessionDocumentName = document.name;
    this.documentArn = document.arn;

    const namePrefix = `${shortName(this, posture, 37)}-`;
    this.role = new IamRole(this, 'Role', {
      namePrefix,
      description: `The bastion host ${this.node.path}`,
      assumeRolePolicy: trustPolicyText({ Service: ['ec2.amazonaws.com'] }),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    const policy = new IamRolePolicy(this, 'RolePolicy', {
      role: this.role.name,
      policy: identityPolicyText(hostStatements(this.policyResources)),
    });
    const profile = new IamInstanceProfile(this, 'InstanceProfile', { namePrefix, role: this.role.name, tags });

    const group = new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    this.connections = Connections._outwardOf(group, NO_INBOUND);
    const endpoints = this.requireEndpoints(vpc);
    this.connections.allowTo(endpoints, Port.HTTPS, 'the private endpoints of AWS services');
    if (vpc.s3Endpoint)
      this.connections.allowTo(vpc.s3Endpoint, Port.HTTPS, 'S3, where the packages of Amazon Linux lie');
    const isInStack = TerraformStack.of(vpc) === TerraformStack.of(this);
    const way = new Set([
      ...(vpc instanceof SegmentedVpc && isInStack ? vpc._wayToAws() : []),
      ...rulesBetween(group, endpoints),
    ]);

    this.resource = new Instance(this, 'Resource', {
      ami: props.imageId ?? this.newestImage(instanceType, region),
      instanceType,
      subnetId,
      vpcSecurityGroupIds: [group.securityGroupId],
      associatePublicIpAddress: false,
      iamInstanceProfile: profile.name,
      ebsOptimized: true,
      monitoring: true,
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: 'disabled',
      },
      rootBlockDevice: {
        volumeType: 'gp3',
        volumeSize: props.imageId === undefined ? IMAGE_GIB : undefined,
        encrypted: true,
        kmsKeyId: key.keyArn,
        deleteOnTermination: true,
        tags,
      },
      region,
      tags: { Name: defaultName(this, posture), ...tags },
      // An agent that cannot register when it starts, or may not, sleeps before it tries again. It is not made before the old host goes: Terraform would then do
      // so with all that it waits for, and a network ACL takes no second entry of one number.
      dependsOn: [policy, ...way],
    });
    this.node.defaultChild = this.resource;
    this.instanceId = this.resource.id;
    const alarm = sessionAlarm(this, {
      name: shortName(this, posture, 64),
      rolePrefix: namePrefix,
      permissionsBoundary: props.permissionsBoundaryArn,
      instanceId: this.instanceId,
      topicArn: props.alarmTopicArn,
      key,
      region,
      tags,
    });
    this.alarmTopicArn = alarm.topicArn;
    this.alarmRole = alarm.role;
  }

  /**
   * Lets a role begin sessions on this host only by its document, and resume and end its own.
   *
   * @param grantee whom to let in
   * @param options what must hold
   * @throws ValidationError where the trust policy of the role lets somebody in without a second factor, as far as the program has its text; where the role was
   * let in already under other conditions; and on port forwarding, which no log shows.
   */
  public grantConnect(grantee: IGrantee, options: ConnectOptions = {}): void {
    refuseProps(this, options, CONNECT_OPTIONS);
    const { mfa = true, tags = {} } = options;
    requireSecondFactor(this, grantee, mfa);
    const asked = JSON.stringify({ mfa, tags });
    const known = this.granted.get(titleOf(grantee));
    if (known !== undefined && known !== asked) {
      refuse(this, {
        prop: 'grantConnect',
        must: 'must be called once for a role: it was let in under other conditions',
        value: titleOf(grantee),
        measure: MEASURE,
        fix: 'merge the two calls, or let in another role',
      });
    }
    this.granted.set(titleOf(grantee), asked);
    grant(this, grantee, 'Connect', connectStatements(this.policyResources, this.instanceId, this.documentArn, tags));
  }

  private newestImage(instanceType: string, region: string | undefined): string {
    const name = `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architectureOf(instanceType)}`;
    return new DataAwsSsmParameter(this, 'Image', { name, region }).insecureValue;
  }

  private requireEndpoints(vpc: IVpc): IConnectable {
    if (vpc.interfaceEndpoints) return vpc.interfaceEndpoints;
    refuse(this, {
      prop: 'vpc',
      must: 'must have private endpoints of AWS services, by which Session Manager reaches the host',
      value: vpc.node.path,
      measure: MEASURE,
      fix: 'give the network endpoints for ssm, ssmmessages, kms and logs, and write interfaceEndpoints where it is imported',
    });
  }

  private requireTopicArn(alarmTopicArn: string): void {
    if (Token.isUnresolved(alarmTopicArn)) return;
    if (/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+$/.test(alarmTopicArn)) return;
    refuse(this, {
      prop: 'alarmTopicArn',
      must: 'must be the ARN of a topic',
      value: alarmTopicArn,
      measure: MEASURE,
      fix: "write alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:security'",
    });
  }
}

/** The size of the volume that Amazon Linux comes with. */
const IMAGE_GIB = 8;

/** For who would let somebody connect to the host. */
const NO_INBOUND = {
  prop: 'peer',
  must: 'must not be a bastion host: nothing connects to it',
  measure: MEASURE,
  fix: 'call grantConnect for those who may begin sessions on it, which need no inbound rule',
};
