import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { SfnStateMachine } from '@cdktf/provider-aws/lib/sfn-state-machine';
import { secretIn } from '../../aws/secret-patterns';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { jsonObject } from '../core/json-object';
import { claimName, shortName } from '../core/names';
import { IdentityStatement, identityPolicyText } from '../core/policy';
import { serviceTrustText } from '../core/service-trust';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { LOG_DELIVERY_RIGHTS, logDeliveryPolicy } from '../logging/log-delivery-policy';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { logDays } from '../stores/log-days';
import { requireServiceArn } from '../stores/service-names';
import { letLogDeliveryRead, logContext } from './delivery-key';
import { IStateMachine, StateMachineBase } from './machine';
import { STATE_MACHINE } from './refused';

/** What a state machine does, and under which key. */
export interface StateMachineProps extends ClassifiedProps, RegionalProps {
  /** Its states, as JSON text in the Amazon States Language: `JSON.stringify({ StartAt: 'Accept', States: { … } })`. */
  readonly definition: string;

  /**
   * The name of the state machine: letters, digits, `_` and `-`, 80 at most.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly stateMachineName?: string;

  /**
   * Whether executions take five minutes at most, may run twice, and leave no history beside the log. A change of it replaces the state machine.
   *
   * @default false
   */
  readonly express?: boolean;

  /**
   * The key that encrypts the definition, executions and the log, in the same region (TOM 1.2.1). A `RotatedKey` is told to let logs be delivered; another must already.
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * How many days its log is kept.
   *
   * @default - 30, or the posture's retention where that is shorter
   */
  readonly logRetentionDays?: number;

  /**
   * The ARN of a policy that bounds what its role can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** For how long Step Functions may use a data key again before it asks KMS for another: its own default. */
const DATA_KEY_SECONDS = 300;

/** Where AWS recommends the logs of state machines to be: policies of CloudWatch Logs have room for few. */
const LOGS = '/aws/vendedlogs/states/';

/**
 * A state machine of Step Functions (TOM 1.2.1, 2.1, 3.1.1, 8.1): definition and executions encrypted with a key of your own, every execution logged and traced without
 * what it works on, and a role of its own that may do nothing but what is granted.
 *
 * ```ts
 * const orders = new StateMachine(this, 'Orders', {
 *   definition: JSON.stringify({
 *     StartAt: 'Accept',
 *     States: { Accept: { Type: 'Task', Resource: accept.functionArn, End: true } },
 *   }),
 * });
 * accept.grantInvoke(orders.role);
 * ```
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html
 */
export class StateMachine extends StateMachineBase {
  /**
   * A state machine that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no ARN of a state machine.
   */
  public static fromStateMachineArn(scope: Construct, id: string, stateMachineArn: string): IStateMachine {
    class ImportedMachine extends StateMachineBase {
      public readonly stateMachineArn = stateMachineArn;
    }
    const machine = new ImportedMachine(scope, id);
    requireServiceArn(machine, 'stateMachineArn', 'states', stateMachineArn, 'stateMachine:');
    return machine;
  }

  /** The state machine itself. */
  public readonly resource: SfnStateMachine;
  /**
   * The ARN of the state machine.
   *
   * @attribute
   */
  public readonly stateMachineArn: string;
  /** The role as which it runs: grant to it what its tasks need. */
  public readonly role: IamRole;
  /** Its log. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts its definition, its executions and its log. */
  public readonly encryptionKey: IKey;

  private readonly express: boolean;

  /**
   * @throws ValidationError on a definition that is none or holds a secret; on encryption, logs or traces that are set another way; on personal data without a retention, a
   * name that is malformed or taken, a key that those who apply the stack may not use or of another region, or a region that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: StateMachineProps) {
    super(scope, id);
    const opened = openStore(this, props, { refused: STATE_MACHINE, creatorUsesKey: true });
    const { posture, dataClass, key, region, tags } = opened;
    this.requireDefinition(props.definition);
    const name = props.stateMachineName ?? shortName(this, posture, 80);
    this.requireName(name);
    this.express = props.express ?? false;
    this.encryptionKey = key;
    letLogDeliveryRead(key, region);
    const delivery = logDeliveryPolicy(this, region, {
      id: 'StateMachineLogDelivery',
      service: 'delivery.logs.amazonaws.com',
      logGroups: `${LOGS}*`,
      sources: (_account, where) => [`arn:${where}:*`],
    });
    this.logGroup = new RetainedLogGroup(this, 'Log', {
      logType: LogType.APPLICATION,
      logGroupName: `${LOGS}${name}`,
      retentionDays: props.logRetentionDays ?? logDays(posture),
      encryptionKey: key,
      dataClass,
      region,
      tags: props.tags,
    });
    const account = accountOf(this);
    const arn = `arn:${account.partition}:states:${region ?? account.region}:${account.id}:stateMachine:${name}`;
    this.role = new IamRole(this, 'Role', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: `The state machine ${this.node.path}`,
      assumeRolePolicy: serviceTrustText(this, 'states.amazonaws.com', [arn]),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    const policy = new IamRolePolicy(this, 'RolePolicy', {
      role: this.role.name,
      policy: identityPolicyText([
        {
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': [arn] } },
        },
        {
          actions: ['kms:GenerateDataKey'],
          resources: [key.keyArn],
          conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': [logContext(this, region)] } },
        },
        LOG_DELIVERY_RIGHTS,
        ...TRACING,
      ]),
    });

    this.resource = new SfnStateMachine(this, 'Resource', {
      name,
      type: this.express ? 'EXPRESS' : 'STANDARD',
      definition: props.definition,
      roleArn: this.role.arn,
      encryptionConfiguration: {
        type: 'CUSTOMER_MANAGED_KMS_KEY',
        kmsKeyId: key.keyArn,
        kmsDataKeyReusePeriodSeconds: DATA_KEY_SECONDS,
      },
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        logDestination: `${this.logGroup.logGroupArn}:*`,
      },
      tracingConfiguration: { enabled: true },
      region,
      tags,
      // Step Functions asks for these rights when it makes the state machine.
      dependsOn: [policy, delivery],
    });
    this.node.defaultChild = this.resource;
    this.stateMachineArn = this.resource.arn;
  }

  /** Lets a role start executions: also such that it waits for, of an express state machine, whose answer it then may decrypt. */
  public grantStartExecution(grantee: IGrantee): void {
    super.grantStartExecution(grantee);
    if (!this.express) return;
    const actions = ['states:StartSyncExecution'];
    grant(this, grantee, 'StartSync', [{ actions, resources: [this.stateMachineArn] }]);
    this.encryptionKey.grantDecrypt(grantee);
  }

  private requireDefinition(definition: string): void {
    if (Token.isUnresolved(definition) && !definition.trimStart().startsWith('{')) return;
    const found = jsonObject(definition);
    if (found === undefined || typeof found.StartAt !== 'string' || found.States === undefined) {
      refuse(this, {
        prop: 'definition',
        must: 'must be states in the Amazon States Language, as JSON text: an object with StartAt and States',
        fix: "write definition: JSON.stringify({ StartAt: 'Accept', States: { … } })",
      });
    }
    const secret = secretIn(definition);
    if (secret === undefined) return;
    refuse(this, {
      prop: 'definition',
      must: `must not hold a secret: it holds ${secret}, which everyone reads who may describe the state machine`,
      measure: '3.1.1',
      fix: 'put it into a ManagedSecret, and let the task that needs it fetch its value',
    });
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w-]{1,80}$/.test(name)) {
      refuse(this, {
        prop: 'stateMachineName',
        must: "must be 1 to 80 letters, digits, '_' and '-'",
        value: name,
        fix: "write stateMachineName: 'acme-orders', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'stateMachineName', name);
  }
}

/** X-Ray knows no resources for these. https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html */
const TRACING: readonly IdentityStatement[] = [
  {
    actions: ['xray:GetSamplingRules', 'xray:GetSamplingTargets', 'xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    resources: ['*'],
  },
];
