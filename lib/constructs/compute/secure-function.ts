import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { LambdaEventSourceMapping } from '@cdktf/provider-aws/lib/lambda-event-source-mapping';
import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { DEPRECATED_RUNTIMES } from '../../aws/lifecycles';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, shortName } from '../core/names';
import { Effect, IdentityStatement, identityPolicyText, trustPolicyText } from '../core/policy';
import { ClassifiedProps, RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { requireService } from '../core/service-access';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections, IConnectable } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { IVpc, SubnetTier } from '../network/vpc';
import { VpcEncryptionExclusion, requireAllowed } from '../network/vpc-encryption';
import { deadLetterSource } from '../stores/dead-letter-queue';
import { logDays } from '../stores/log-days';
import { IQueue } from '../stores/queue';
import { ISecret } from '../stores/secret';
import { requireServiceArn } from '../stores/service-names';
import { FunctionBase, IFunction } from './function';
import { FunctionCode } from './function-code';
import { functionVariables } from './function-variables';
import { SECURE_FUNCTION } from './refused';

/** What a function runs, with what, and where. */
export interface SecureFunctionProps extends ClassifiedProps, RegionalProps {
  /** The code. */
  readonly code: FunctionCode;

  /** The function in the code that Lambda calls: `index.handler`. */
  readonly handler: string;

  /** The runtime, one that AWS has not deprecated: `nodejs22.x`, `python3.13`, `provided.al2023` (TOM 9.1). */
  readonly runtime: string;

  /**
   * What it is for.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * The name of the function: letters, digits, `_` and `-`, 64 at most.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly functionName?: string;

  /**
   * Its variables, none of which is a secret (TOM 3.1.1).
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * The secrets that it may read. The variable of that name holds the ARN, by which the function fetches the value.
   *
   * @default - none
   */
  readonly secrets?: { [name: string]: ISecret };

  /**
   * The key that encrypts its variables, its log and its dead letters, in the same region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;

  /**
   * The network that it stands in, in the application tier. It reaches what `connections` name, and the private endpoints of the network.
   *
   * @default - none: it reaches the internet, and nothing in a network
   */
  readonly vpc?: IVpc;

  /**
   * How many MiB of memory it has, and with them a share of processors: 128 to 10240.
   *
   * @default 256
   */
  readonly memorySizeMib?: number;

  /**
   * After how many seconds Lambda stops it: 1 to 900.
   *
   * @default 30
   */
  readonly timeoutSeconds?: number;

  /**
   * How many of it run at a time, at most. They are set apart for it from what the account has, so that no other function can use them up, nor this one those
   * of others (TOM 3.3.2). An account that AWS still holds to few takes none.
   *
   * @default 10
   */
  readonly reservedConcurrentExecutions?: number;

  /**
   * The queue that takes events which the function failed at, of those that are sent to it without waiting for an answer.
   *
   * @default - one of its own, under the same key
   */
  readonly deadLetterQueue?: IQueue;

  /**
   * How many days dead letters stay: 1 to 14, and no longer than the retention of the posture.
   *
   * @default - 14, or the posture's retention where that is shorter
   */
  readonly deadLetterRetentionDays?: number;

  /**
   * How many days its log is kept.
   *
   * @default - 30, or the posture's retention where that is shorter: a program may write what it works on
   */
  readonly logRetentionDays?: number;

  /**
   * The ARN of a code signing configuration: Lambda then refuses code that nobody of its publishers signed.
   *
   * @default - none
   */
  readonly codeSigningConfigArn?: string;

  /**
   * The ARNs of layers, with their versions, at most five.
   *
   * @default - none
   */
  readonly layerArns?: string[];

  /**
   * The ARN of a policy that bounds what its role can ever do.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
}

/** How a function takes messages from a queue. */
export interface QueueSourceOptions {
  /**
   * How many messages it is handed at once: 1 to 10, and of a queue that is not FIFO to 10000 where it waits for them.
   *
   * @default 10
   */
  readonly batchSize?: number;

  /**
   * How many of it work on the queue at a time: 2 to 1000.
   *
   * @default - as many as there are
   */
  readonly maxConcurrency?: number;
}

/**
 * A Lambda function (TOM 1.2.1, 3.1.1, 3.3.2, 8.1, 9.1): with a role of its own that may do nothing but what is granted, variables encrypted with a key of your own
 * and free of secrets, a log that is kept and encrypted, traces, a queue for what it failed at, a bound to how many of it run, and a runtime that AWS patches.
 *
 * ```ts
 * const orders = new SecureFunction(this, 'Orders', {
 *   code: FunctionCode.fromAsset('dist/orders'),
 *   handler: 'index.handler',
 *   runtime: 'nodejs22.x',
 *   environment: { STAGE: 'production' },
 * });
 * bucket.grantRead(orders.role);
 * ```
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-security.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
 */
export class SecureFunction extends FunctionBase implements IConnectable {
  /**
   * A function that is already there, by its ARN without a version. Nothing about it is checked.
   *
   * @throws ValidationError where it is no function's ARN.
   */
  public static fromFunctionArn(scope: Construct, id: string, functionArn: string): IFunction {
    class ImportedFunction extends FunctionBase {
      public readonly functionArn = functionArn;
    }
    const imported = new ImportedFunction(scope, id);
    requireServiceArn(imported, 'functionArn', 'lambda', functionArn, 'function:');
    return imported;
  }

  /** The function itself. */
  public readonly resource: LambdaFunction;
  /**
   * The ARN of the function, without a version.
   *
   * @attribute
   */
  public readonly functionArn: string;
  /**
   * The name of the function.
   *
   * @attribute
   */
  public readonly functionName: string;
  /** The role as which it runs: grant to it what the function needs. */
  public readonly role: IamRole;
  /** Its log. */
  public readonly logGroup: RetainedLogGroup;
  /** The key that encrypts its variables, its log and its dead letters. */
  public readonly encryptionKey: IKey;
  /** Where events go that it failed at. */
  public readonly deadLetterQueue: IQueue;

  private readonly outward?: Connections;
  private readonly region?: string;

  /**
   * @throws ValidationError on a runtime that AWS has deprecated, a secret as a variable, encryption or traces that are off, personal data without a retention, numbers
   * that Lambda does not take, a name that is malformed or taken, code that is not there, a network without an application tier, a key of another region, or a region
   * that is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: SecureFunctionProps) {
    super(scope, id);
    const { vpc } = props;
    const { posture, dataClass, key, region, tags } = openStore(this, props, {
      refused: SECURE_FUNCTION,
      region: vpc?.region ?? props.region,
      creatorUsesKey: true,
    });
    this.region = region;
    this.requireRuntime(props.runtime);
    this.requireHandler(props.handler);
    const { memorySizeMib = 256, timeoutSeconds = 30, reservedConcurrentExecutions = 10 } = props;
    requireWholeNumber(this, 'memorySizeMib', memorySizeMib, { min: 128, max: 10_240, of: 'MiB', example: 256 });
    requireWholeNumber(this, 'timeoutSeconds', timeoutSeconds, { min: 1, max: 900, of: 'seconds', example: 30 });
    requireWholeNumber(this, 'reservedConcurrentExecutions', reservedConcurrentExecutions, {
      min: 1,
      because: ': with 0 the function never runs',
      measure: '3.3.2',
      example: 10,
    });
    const variables = functionVariables(this, props.environment ?? {}, props.secrets ?? {});
    const name = props.functionName ?? shortName(this, posture, 64);
    this.requireName(name);
    if (vpc) requireAllowed(this, vpc, 'functions', VpcEncryptionExclusion.FUNCTIONS);
    const subnetIds = vpc?.subnets(SubnetTier.APPLICATION).map(({ subnetId }) => subnetId) ?? [];
    const makeDeadLetters = deadLetterSource(this, posture, dataClass, props, {
      fifo: false,
      encryptionKey: key,
      region,
      tags,
      takesFromQueues: false,
    });

    this.encryptionKey = key;
    this.logGroup = new RetainedLogGroup(this, 'Log', {
      logType: LogType.APPLICATION,
      retentionDays: props.logRetentionDays ?? logDays(posture),
      encryptionKey: key,
      dataClass,
      region,
      tags: props.tags,
    });
    this.deadLetterQueue = makeDeadLetters();
    const account = accountOf(this);
    this.role = new IamRole(this, 'Role', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: `The function ${this.node.path}`,
      // Lambda takes a role only of those who may pass it, and they are of its account.
      assumeRolePolicy: trustPolicyText({ Service: ['lambda.amazonaws.com'] }),
      permissionsBoundary: props.permissionsBoundaryArn,
      tags,
    });
    const arn = `arn:${account.partition}:lambda:${region ?? account.region}:${account.id}:function:${name}`;
    const policy = new IamRolePolicy(this, 'RolePolicy', {
      role: this.role.name,
      policy: identityPolicyText([
        { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${this.logGroup.logGroupArn}:*`] },
        { actions: ['sqs:SendMessage'], resources: [this.deadLetterQueue.queueArn] },
        ...TRACING,
        ...(vpc ? networking(arn) : []),
      ]),
    });
    key.grantEncryptDecrypt(this.role);
    for (const secret of Object.values(props.secrets ?? {})) secret.grantRead(this.role);
    const group = vpc && new SecurityGroup(this, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
    if (vpc && group) {
      this.outward = Connections._outwardOf(group, NO_INBOUND);
      if (vpc.interfaceEndpoints)
        this.outward.allowTo(vpc.interfaceEndpoints, Port.HTTPS, 'the private endpoints of AWS services');
      if (vpc.s3Endpoint) this.outward.allowTo(vpc.s3Endpoint, Port.HTTPS, 'S3');
    }

    this.resource = new LambdaFunction(this, 'Resource', {
      functionName: name,
      description: props.description ?? this.node.path,
      ...props.code._bind(this),
      handler: props.handler,
      runtime: props.runtime,
      role: this.role.arn,
      kmsKeyArn: key.keyArn,
      memorySize: memorySizeMib,
      timeout: timeoutSeconds,
      reservedConcurrentExecutions,
      environment: Object.keys(variables).length > 0 ? { variables } : undefined,
      deadLetterConfig: { targetArn: this.deadLetterQueue.queueArn },
      tracingConfig: { mode: 'Active' },
      loggingConfig: { logFormat: 'JSON', logGroup: this.logGroup.logGroupName },
      vpcConfig: group && { subnetIds, securityGroupIds: [group.securityGroupId] },
      codeSigningConfigArn: props.codeSigningConfigArn,
      layers: props.layerArns,
      region,
      tags,
      // Lambda asks for these rights when it makes the function.
      dependsOn: [policy],
    });
    this.node.defaultChild = this.resource;
    this.functionArn = this.resource.arn;
    this.functionName = this.resource.functionName;
  }

  /**
   * What the function reaches in its network. Nothing reaches it there: it is invoked by Lambda.
   *
   * @throws ValidationError where it stands in no network.
   */
  public get connections(): Connections {
    if (this.outward) return this.outward;
    refuse(this, {
      prop: 'vpc',
      must: 'must be set for a function that connects to something in a network',
      measure: '3.3.4',
      fix: 'write vpc',
    });
  }

  /**
   * Lets a service of AWS invoke the function for one of its resources: `apigateway.amazonaws.com` for an API, `events.amazonaws.com` for a rule.
   *
   * @param service the principal of the service
   * @param sourceArn what it invokes the function for
   * @throws ValidationError where it is no service of AWS.
   */
  public allowService(service: string, sourceArn: string): void {
    requireService(this, service);
    // The ARN of a bucket names no account, and may be that of another one's later.
    const isBucket = /^s3\./.test(service);
    const id = `Allow-${service.split('.')[0]}-${this.node.children.length}`;
    new LambdaPermission(this, id, {
      action: 'lambda:InvokeFunction',
      functionName: this.functionName,
      principal: service,
      sourceArn,
      sourceAccount: isBucket ? accountOf(this).id : undefined,
      region: this.region,
    });
  }

  /**
   * Hands the function what is sent to a queue. Messages that it names as failed come back, and the others do not.
   *
   * @param queue the queue
   * @param options how many at once
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
   */
  public addQueueSource(queue: IQueue, options: QueueSourceOptions = {}): void {
    const { batchSize = 10, maxConcurrency } = options;
    requireWholeNumber(this, 'batchSize', batchSize, { min: 1, max: 10, of: 'messages', example: 10 });
    if (maxConcurrency !== undefined) {
      requireWholeNumber(this, 'maxConcurrency', maxConcurrency, { min: 2, max: 1000, example: 5 });
    }
    queue.grantConsume(this.role);
    new LambdaEventSourceMapping(this, `From-${queue.node.path.replace(/\//g, '-')}`, {
      eventSourceArn: queue.queueArn,
      functionName: this.functionArn,
      batchSize,
      functionResponseTypes: ['ReportBatchItemFailures'],
      scalingConfig: maxConcurrency === undefined ? undefined : { maximumConcurrency: maxConcurrency },
      region: this.region,
    });
  }

  private requireRuntime(runtime: string): void {
    if (Token.isUnresolved(runtime)) return;
    const [, ended] = Object.entries(DEPRECATED_RUNTIMES).find(([name]) => name === runtime) ?? [];
    if (ended === undefined && /^[a-z][a-z0-9.]*$/.test(runtime)) return;
    refuse(this, {
      prop: 'runtime',
      must: ended === undefined ? 'must be the name of a runtime' : `must not be deprecated, as it is since ${ended}`,
      value: runtime,
      measure: '9.1',
      fix: "write runtime: 'nodejs22.x', or a newer version of the language",
    });
  }

  private requireHandler(handler: string): void {
    if (Token.isUnresolved(handler) || /^[^\s]{1,128}$/.test(handler)) return;
    refuse(this, {
      prop: 'handler',
      must: 'must be 1 to 128 characters without spaces',
      value: handler,
      fix: "write handler: 'index.handler'",
    });
  }

  private requireName(name: string): void {
    if (!Token.isUnresolved(name) && !/^[\w-]{1,64}$/.test(name)) {
      refuse(this, {
        prop: 'functionName',
        must: "must be 1 to 64 letters, digits, '_' and '-'",
        value: name,
        fix: "write functionName: 'acme-orders', or leave it out",
      });
    }
    claimName(this, TerraformStack.of(this), 'functionName', name);
  }
}

const NO_INBOUND = {
  prop: 'peer',
  must: 'must not connect to a function: Lambda invokes it, and nothing in a network',
  measure: '3.3.4',
  fix: 'call grantInvoke for the role of the one who invokes it',
};

/** X-Ray knows no resources for these. https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html */
const TRACING: readonly IdentityStatement[] = [
  { actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], resources: ['*'] },
];

/**
 * What Lambda does in the network as the role of the function, and the code of the function may not.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
function networking(functionArn: string): readonly IdentityStatement[] {
  const actions = [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ];
  return [
    { actions, resources: ['*'] },
    {
      effect: Effect.DENY,
      actions: [...actions, 'ec2:DetachNetworkInterface'],
      resources: ['*'],
      conditions: { ArnEquals: { 'lambda:SourceFunctionArn': [functionArn] } },
    },
  ];
}
