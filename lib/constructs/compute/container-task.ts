import { TerraformResource, TerraformStack, Token, dependable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { EcsTaskDefinition } from '@cdktf/provider-aws/lib/ecs-task-definition';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { FARGATE_CPU_UNITS, fargateMemoriesMib } from '../../aws/ecs/fargate-sizes';
import { isRootUser } from '../../aws/ecs/root-user';
import { DataClass } from '../../toms/data-class';
import { accountOf } from '../core/account';
import { requireClassOfData } from '../core/class-of-data';
import { RefusedProps, refuse } from '../core/errors';
import { shortName } from '../core/names';
import { identityPolicyText, trustPolicyText } from '../core/policy';
import { Posture } from '../core/posture';
import { providerRegion } from '../core/provider-region';
import { requireWholeNumber } from '../core/require';
import { IKey } from '../encryption/key';
import { openStore } from '../encryption/store';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { Connections } from '../network/connections';
import { Port } from '../network/port';
import { SecurityGroup } from '../network/security-group';
import { SubnetTier } from '../network/vpc';
import { logDays } from '../stores/log-days';
import { ICluster } from './cluster';
import { ContainerCluster } from './container-cluster';
import { ContainerTaskProps, CpuArchitecture } from './container-task-props';
import { ContainerVariables, containerVariables } from './container-variables';
import { sharedCluster } from './shared-cluster';

/** What the container of a task is called, in its definition and in the streams of its log. */
export const CONTAINER = 'main';

/** What a kind of task has beside its props. */
export interface TaskOptions {
  readonly refused: RefusedProps;
  /** The port on which the container listens, where it does. Without one nobody connects to it. */
  readonly port?: number;
  readonly healthCheckCommand?: string[];
  /** How long it may go on working after it was told to stop. */
  readonly stopTimeoutSeconds?: number;
}

/** What a task is made of. */
export interface Task {
  readonly posture: Posture;
  readonly dataClass: DataClass;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly key: IKey;
  readonly name: string;
  readonly cluster: ICluster;
  readonly definition: EcsTaskDefinition;
  readonly role: IamRole;
  readonly executionRole: IamRole;
  readonly logGroup: RetainedLogGroup;
  readonly securityGroup: SecurityGroup;
  readonly connections: Connections;
  readonly subnetIds: string[];
  /** What must be there before a task starts, as known at the end of the program: its rights, and the rules of its security group. */
  readonly prerequisites: () => string[];
}

/**
 * The definition of a task below a construct, and all that the task needs: two roles, a log, a security group and a cluster.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-security-considerations.html
 */
export function containerTask(scope: Construct, props: ContainerTaskProps, options: TaskOptions): Task {
  const { vpc } = props;
  const opened = openStore(scope, props, { refused: options.refused, region: vpc.region });
  const { posture, dataClass, key, region, tags } = opened;
  const size = sizeOf(scope, props);
  const user = userOf(scope, props.user);
  const variables = containerVariables(scope, props.environment ?? {}, props.secrets ?? {});
  const writable = (props.writablePaths ?? []).map((path, at) => ({ path, volume: `writable-${at + 1}` }));
  requireWritablePaths(scope, props.writablePaths ?? []);
  if (props.ephemeralStorageGib !== undefined) {
    requireWholeNumber(scope, 'ephemeralStorageGib', props.ephemeralStorageGib, {
      min: 21,
      max: 200,
      of: 'GiB',
      example: 50,
    });
  }
  const subnetIds = subnetsOf(scope, props, posture);
  const cluster = props.cluster ?? ownCluster(scope, props, opened);
  requireRegionOf(scope, cluster, region);
  requireClassOfData(scope, 'cluster', dataClass, cluster);

  const logGroup = new RetainedLogGroup(scope, 'Log', {
    logType: LogType.APPLICATION,
    retentionDays: props.logRetentionDays ?? logDays(posture),
    encryptionKey: key,
    dataClass,
    region,
    tags: props.tags,
  });
  const { role, executionRole, logPolicy } = rolesOf(scope, props, { posture, region, tags, logGroup });
  const image = props.image._bind(scope, executionRole);
  for (const secret of Object.values(props.secrets ?? {})) secret.grantRead(executionRole);
  const securityGroup = new SecurityGroup(scope, 'SecurityGroup', { vpc, dataClass, tags: props.tags });
  const connections =
    options.port === undefined ? Connections._outwardOf(securityGroup, NO_INBOUND) : securityGroup.connections;
  if (vpc.interfaceEndpoints)
    connections.allowTo(vpc.interfaceEndpoints, Port.HTTPS, 'the private endpoints of AWS services');
  if (vpc.s3Endpoint) connections.allowTo(vpc.s3Endpoint, Port.HTTPS, 'S3, which holds the layers of images');

  const name = shortName(scope, posture, 255);
  const definition = new EcsTaskDefinition(scope, 'TaskDefinition', {
    family: name,
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: String(size.cpuUnits),
    memory: String(size.memoryMib),
    runtimePlatform: {
      operatingSystemFamily: 'LINUX',
      cpuArchitecture: props.architecture ?? CpuArchitecture.X86_64,
    },
    executionRoleArn: executionRole.arn,
    taskRoleArn: role.arn,
    ephemeralStorage: props.ephemeralStorageGib === undefined ? undefined : { sizeInGib: props.ephemeralStorageGib },
    volume: writable.length > 0 ? writable.map(({ volume }) => ({ name: volume })) : undefined,
    containerDefinitions: JSON.stringify([
      definitionOf({
        ...options,
        image,
        user,
        command: props.command,
        variables,
        writable,
        logGroup: logGroup.logGroupName,
        logRegion: region ?? accountOf(scope).region,
      }),
    ]),
    region,
    tags,
  });
  const ofTask = [role, executionRole, securityGroup];
  return {
    posture,
    dataClass,
    region,
    tags,
    key,
    name,
    cluster,
    definition,
    role,
    executionRole,
    logGroup,
    securityGroup,
    connections,
    subnetIds,
    prerequisites: () => [dependable(logPolicy), ...madeBelow(scope, ofTask)],
  };
}

const USER = /^[a-z0-9_][\w.-]{0,31}(?::[a-z0-9_][\w.-]{0,31})?$/i;

function userOf(scope: IConstruct, user = '1000:1000'): string {
  if (Token.isUnresolved(user) || !USER.test(user) || isRootUser(user)) {
    refuse(scope, {
      prop: 'user',
      must: isRootUser(user)
        ? 'must not be root, which is root on the kernel of its host too'
        : 'must be a user of the image, by name or number, and the group after a colon, known when the program runs',
      value: user,
      measure: '9.3',
      fix: "write user: '1000:1000', and give the files that it reads to that user in the image",
    });
  }
  return user;
}

function sizeOf(scope: IConstruct, props: ContainerTaskProps): { cpuUnits: number; memoryMib: number } {
  const { cpuUnits = 256 } = props;
  const memories = Token.isUnresolved(cpuUnits) ? [] : fargateMemoriesMib(cpuUnits);
  if (memories.length === 0) {
    refuse(scope, {
      prop: 'cpuUnits',
      must: `must be a number of CPU units that Fargate offers: ${FARGATE_CPU_UNITS.join(', ')}`,
      value: cpuUnits,
      fix: 'write cpuUnits: 256',
    });
  }
  const { memoryMib = memories[0] } = props;
  if (Token.isUnresolved(memoryMib) || !memories.includes(memoryMib)) {
    const nearest = memories.find((memory) => memory >= memoryMib) ?? memories[memories.length - 1];
    refuse(scope, {
      prop: 'memoryMib',
      must: `must be memory that Fargate offers with ${cpuUnits} CPU units: ${memories.join(', ')} MiB`,
      value: memoryMib,
      fix: `write memoryMib: ${Token.isUnresolved(memoryMib) ? memories[0] : nearest}, or other cpuUnits`,
    });
  }
  return { cpuUnits, memoryMib };
}

/** A path below the root that stays where it is written. */
const WRITABLE = /^(?:\/(?!\.{1,2}(?:\/|$))[\w.-]+)+$/;

function requireWritablePaths(scope: IConstruct, paths: readonly string[]): void {
  const wrong = paths.find(
    (path, at) => !WRITABLE.test(path) || /^\/(?:proc|sys|dev)(?:\/|$)/.test(path) || paths.indexOf(path) !== at
  );
  if (wrong === undefined) return;
  refuse(scope, {
    prop: 'writablePaths',
    must: 'must be absolute paths below the root of the file system, each once, outside of /dev, /proc and /sys',
    value: wrong,
    measure: '3.2.2',
    fix: "write writablePaths: ['/tmp']",
  });
}

function subnetsOf(scope: IConstruct, { vpc }: ContainerTaskProps, { isEphemeral }: Posture): string[] {
  const subnets = vpc.subnets(SubnetTier.APPLICATION);
  const zones = [...new Set(subnets.map(({ availabilityZone }) => availabilityZone))];
  if (zones.length < 2 && !isEphemeral) {
    refuse(scope, {
      prop: 'vpc',
      must: 'must have application subnets in two zones or more: one zone that fails takes all tasks along',
      value: zones,
      measure: '3.3.1',
      fix: 'give the network a second zone',
    });
  }
  return subnets.map(({ subnetId }) => subnetId);
}

function ownCluster(
  scope: Construct,
  props: ContainerTaskProps,
  { dataClass, region, key }: ReturnType<typeof openStore>
): ICluster {
  if (!props.encryptionKey) return sharedCluster(scope, dataClass, region);
  return new ContainerCluster(scope, 'Cluster', { dataClass, region, encryptionKey: key, tags: props.tags });
}

function requireRegionOf(scope: IConstruct, cluster: ICluster, region: string | undefined): void {
  const [here, there] = [region ?? providerRegion(scope), cluster.region ?? providerRegion(cluster)];
  if (here === undefined || there === undefined || here === there) return;
  if (Token.isUnresolved(here) || Token.isUnresolved(there)) return;
  refuse(scope, {
    prop: 'cluster',
    must: `must be a cluster of ${here}, the region of the network`,
    value: there,
    fix: `make one there: new ContainerCluster(this, 'Cluster', { region: '${here}' }), or leave it out`,
  });
}

interface RoleContext {
  readonly posture: Posture;
  readonly region?: string;
  readonly tags: { [key: string]: string };
  readonly logGroup: RetainedLogGroup;
}

/**
 * The role of the program, which takes grants, and the role as which ECS pulls the image, reads the secrets and writes the log.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
function rolesOf(
  scope: Construct,
  props: ContainerTaskProps,
  { posture, region, tags, logGroup }: RoleContext
): { role: IamRole; executionRole: IamRole; logPolicy: IamRolePolicy } {
  const account = accountOf(scope);
  const tasks = `arn:${account.partition}:ecs:${region ?? account.region}:${account.id}:*`;
  const common = {
    namePrefix: `${shortName(scope, posture, 37)}-`,
    permissionsBoundary: props.permissionsBoundaryArn,
    tags,
  };
  const principals = { Service: ['ecs-tasks.amazonaws.com'] };
  const role = new IamRole(scope, 'Role', {
    ...common,
    description: `The program ${scope.node.path}`,
    assumeRolePolicy: trustPolicyText(principals, {
      ArnLike: { 'aws:SourceArn': [tasks] },
      StringEquals: { 'aws:SourceAccount': [account.id] },
    }),
  });
  const executionRole = new IamRole(scope, 'ExecutionRole', {
    ...common,
    description: `Starts ${scope.node.path}`,
    // ECS takes a role only of those who may pass it, and they are of its account.
    assumeRolePolicy: trustPolicyText(principals),
  });
  const logPolicy = new IamRolePolicy(scope, 'ExecutionRolePolicy', {
    role: executionRole.name,
    policy: identityPolicyText([
      { actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroup.logGroupArn}:*`] },
    ]),
  });
  return { role, executionRole, logPolicy };
}

/** What is made directly below some constructs by the end of the program, in the stack of a construct: grants, and rules of a security group. */
function madeBelow(scope: IConstruct, holders: readonly IConstruct[]): string[] {
  const stack = TerraformStack.of(scope);
  return holders
    .flatMap((holder) => holder.node.children)
    .filter((child): child is TerraformResource => TerraformResource.isTerraformResource(child))
    .filter((child) => TerraformStack.of(child) === stack && child.node.id !== 'Resource')
    .map((child) => dependable(child));
}

interface Definition extends Omit<TaskOptions, 'refused'> {
  readonly image: string;
  readonly user: string;
  readonly command?: string[];
  readonly variables: ContainerVariables;
  readonly writable: readonly { readonly path: string; readonly volume: string }[];
  readonly logGroup: string;
  readonly logRegion: string;
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html */
function definitionOf(of: Definition): object {
  const { port, healthCheckCommand } = of;
  return {
    name: CONTAINER,
    image: of.image,
    essential: true,
    user: of.user,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
    command: of.command,
    environment: of.variables.environment,
    secrets: of.variables.secrets,
    portMappings: port === undefined ? [] : [{ containerPort: port, hostPort: port, protocol: 'tcp' }],
    mountPoints: of.writable.map(({ path, volume }) => ({
      containerPath: path,
      sourceVolume: volume,
      readOnly: false,
    })),
    healthCheck: healthCheckCommand && { command: ['CMD', ...healthCheckCommand], ...HEALTH },
    stopTimeout: of.stopTimeoutSeconds,
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': of.logGroup,
        'awslogs-region': of.logRegion,
        'awslogs-stream-prefix': CONTAINER,
        // A program must not stand still because its log does.
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      },
    },
  };
}

/** How often a container is asked, and how long it has to start: the defaults of ECS, and a minute. */
const HEALTH = { interval: 30, timeout: 5, retries: 3, startPeriod: 60 };

const NO_INBOUND = {
  prop: 'peer',
  must: 'must not connect to what listens on no port',
  measure: '3.3.4',
  fix: 'let it connect to the peer instead, or make a ContainerService with a port',
};
