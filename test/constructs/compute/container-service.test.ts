import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  ContainerCluster,
  ContainerImage,
  ContainerRepository,
  ContainerService,
  ContainerServiceProps,
  CpuArchitecture,
  DataClass,
  EncryptedQueue,
  EncryptedTargetGroup,
  EncryptedTopic,
  Environment,
  HttpsLoadBalancer,
  IVpc,
  ManagedSecret,
  Port,
  RotatedKey,
  SecurityGroup,
  TargetType,
} from '../../../lib';
import { CERTIFICATE, network, reachableNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const REPOSITORY = 'arn:aws:ecr:eu-central-1:111122223333:repository/acme/orders';
const SECRET = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-a1b2c3';
const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

type Props = (stack: TerraformStack, vpc: IVpc) => Partial<ContainerServiceProps>;

function made(
  props: Props = () => ({}),
  stack = newStack(),
  vpc: IVpc = reachableNetwork(stack)
): { stack: TerraformStack; service: ContainerService } {
  const repository = ContainerRepository.fromRepositoryArn(stack, 'Images', REPOSITORY);
  const image = ContainerImage.fromRepository(repository, 'v42');
  return { stack, service: new ContainerService(stack, 'Orders', { image, vpc, ...props(stack, vpc) }) };
}

function balanced(stack: TerraformStack, vpc: IVpc): HttpsLoadBalancer {
  return new HttpsLoadBalancer(stack, 'Front', { vpc, certificates: [CERTIFICATE] });
}

interface Definition {
  readonly [key: string]: unknown;
  readonly environment: object[];
  readonly secrets: object[];
}

function container(stack: TerraformStack): Definition {
  const { container_definitions: text } = Written.of(stack).resource('aws_ecs_task_definition');
  return (JSON.parse(String(text)) as Definition[])[0];
}

interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
}

function statements(stack: TerraformStack, name: string): Statement[] {
  const { policy } = Written.of(stack).resource('aws_iam_role_policy', name);
  return (JSON.parse(String(policy)) as { Statement: Statement[] }).Statement;
}

function refused(props: object): string {
  return messageOf(() => made(() => props));
}

test('its container is not root, writes nowhere, has no capability, and logs to a group of its own', () => {
  const { stack } = made();
  expect(container(stack)).toEqual({
    name: 'main',
    image:
      '111122223333.dkr.ecr.eu-central-1.${data.aws_partition.TomsAccount_Partition_CF76C297.dns_suffix}/acme/orders:v42',
    essential: true,
    user: '1000:1000',
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
    environment: [],
    secrets: [],
    portMappings: [],
    mountPoints: [],
    logConfiguration: {
      logDriver: 'awslogs',
      options: {
        'awslogs-group': '${aws_cloudwatch_log_group.Orders_Log_E0C9BE2B.name}',
        'awslogs-region': '${data.aws_region.TomsAccount_Region_F36689F9.id}',
        'awslogs-stream-prefix': 'main',
        mode: 'non-blocking',
        'max-buffer-size': '25m',
      },
    },
  });
  expect(Written.of(stack).resource('aws_ecs_task_definition')).toMatchObject({
    family: 'test-orders',
    requires_compatibilities: ['FARGATE'],
    network_mode: 'awsvpc',
    cpu: '256',
    memory: '512',
    runtime_platform: { cpu_architecture: 'X86_64', operating_system_family: 'LINUX' },
  });
  expect(Written.of(stack).resource('aws_cloudwatch_log_group', 'Orders/Log')).toMatchObject({
    retention_in_days: 30,
    kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
  });
});

test('has two tasks in two zones without public addresses, and rolls a failed deployment back', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(written.resource('aws_ecs_service')).toMatchObject({
    name: 'test-orders',
    cluster: '${aws_ecs_cluster.PersonalDataCluster_949FD0B0.arn}',
    launch_type: 'FARGATE',
    platform_version: 'LATEST',
    desired_count: 2,
    deployment_minimum_healthy_percent: 100,
    deployment_maximum_percent: 200,
    deployment_circuit_breaker: { enable: true, rollback: true },
    alarms: { enable: true, rollback: true },
    availability_zone_rebalancing: 'ENABLED',
    enable_execute_command: false,
    propagate_tags: 'SERVICE',
    network_configuration: {
      assign_public_ip: false,
      subnets: ['subnet-application-0', 'subnet-application-1'],
      security_groups: ['${aws_security_group.Orders_SecurityGroup_2E5456CF.id}'],
    },
    lifecycle: { ignore_changes: ['desired_count'] },
  });
  expect(written.resource('aws_ecs_service')).not.toHaveProperty('load_balancer');
  expect(written.resource('aws_appautoscaling_target')).toMatchObject({
    min_capacity: 2,
    max_capacity: 4,
    resource_id: 'service/${aws_ecs_cluster.PersonalDataCluster_949FD0B0.name}/${aws_ecs_service.Orders_A9B65338.name}',
  });
  expect(written.resource('aws_appautoscaling_policy')).toMatchObject({
    target_tracking_scaling_policy_configuration: {
      target_value: 60,
      predefined_metric_specification: { predefined_metric_type: 'ECSServiceAverageCPUUtilization' },
    },
  });
});

test('its roles are apart: one starts it and reads only what it needs, the other takes grants', () => {
  const { stack, service } = made((scope) => ({
    environment: { STAGE: 'production', APP: 'orders' },
    secrets: { DATABASE: ManagedSecret.fromSecretArn(scope, 'Secret', SECRET) },
  }));
  new EncryptedQueue(stack, 'Queue').grantSend(service.role);
  expect(container(stack)).toMatchObject({
    environment: [
      { name: 'APP', value: 'orders' },
      { name: 'STAGE', value: 'production' },
    ],
    secrets: [{ name: 'DATABASE', valueFrom: SECRET }],
  });
  expect(statements(stack, 'Orders/ExecutionRolePolicy').flatMap(({ Action }) => Action)).toEqual([
    'logs:CreateLogStream',
    'logs:PutLogEvents',
  ]);
  const started = statements(stack, 'Orders/ExecutionRole/Grants');
  expect(started.map(({ Resource }) => Resource)).toEqual([[REPOSITORY], ['*'], [SECRET]]);
  expect(started.map(({ Action }) => Action)).toEqual([
    ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    ['ecr:GetAuthorizationToken'],
    ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
  ]);
  expect(statements(stack, 'Orders/Role/Grants').flatMap(({ Action }) => Action)).toContain('sqs:SendMessage');
  const trust = JSON.parse(String(Written.of(stack).resource('aws_iam_role', 'Orders/Role').assume_role_policy)) as {
    Statement: object[];
  };
  expect(trust.Statement).toMatchObject([
    {
      Principal: { Service: 'ecs-tasks.amazonaws.com' },
      Condition: {
        ArnLike: { 'aws:SourceArn': expect.stringMatching(/:ecs:\$\{.*\}:\*$/) as string },
        StringEquals: { 'aws:SourceAccount': expect.any(String) as string },
      },
    },
  ]);
});

test('starts only when its rights and the rules of its network are there, whenever the program names them', () => {
  const { stack, service } = made();
  new EncryptedQueue(stack, 'Queue').grantSend(service.role);
  const database = SecurityGroup.fromSecurityGroupId(stack, 'Database', 'sg-0123456789abcdef1');
  service.connections.allowTo(database, Port.POSTGRESQL);
  const { depends_on: names } = Written.of(stack).resource('aws_ecs_service') as { depends_on: string[] };
  expect(names.map((name) => name.replace(/_[0-9A-F]{8}$/, '')).sort()).toEqual([
    'aws_iam_role_policy.Orders_ExecutionRolePolicy',
    'aws_iam_role_policy.Orders_ExecutionRole_Grants',
    'aws_iam_role_policy.Orders_Role_Grants',
    'aws_vpc_security_group_egress_rule.Orders_SecurityGroup_To-S3-tcp-443',
    'aws_vpc_security_group_egress_rule.Orders_SecurityGroup_To-test-Database-tcp-5432',
    'aws_vpc_security_group_egress_rule.Orders_SecurityGroup_To-test-Endpoints-tcp-443',
  ]);
});

test('behind a load balancer it takes HTTPS, from that only, and answers are counted', () => {
  const { stack, service } = made((scope, vpc) => ({ loadBalancer: balanced(scope, vpc), healthCheckPath: '/health' }));
  const written = Written.of(stack);
  expect(written.resource('aws_lb_target_group')).toMatchObject({
    target_type: 'ip',
    port: 8443,
    protocol: 'HTTPS',
    health_check: { protocol: 'HTTPS', path: '/health' },
  });
  expect(container(stack).portMappings).toEqual([{ containerPort: 8443, hostPort: 8443, protocol: 'tcp' }]);
  const { load_balancer: balancers, ...body } = written.resource('aws_ecs_service');
  expect(balancers).toEqual([
    {
      container_name: 'main',
      container_port: 8443,
      target_group_arn: expect.stringMatching(/^\$\{aws_lb_target_group\..*\.arn\}$/) as string,
    },
  ]);
  expect(body.health_check_grace_period_seconds).toBe(60);
  expect(body.depends_on).toContainEqual(expect.stringMatching(/^aws_lb_listener\.Front_Listener/));
  expect(Object.keys(written.resources('aws_vpc_security_group_ingress_rule'))).toContain(
    'Orders/SecurityGroup/From-test-Front-SecurityGroup-tcp-8443'
  );
  const [, alarm] = (body.alarms as { alarm_names: string[] }).alarm_names;
  expect(alarm).toMatch(/ErrorAlarm/);
  expect(written.resource('aws_cloudwatch_metric_alarm', 'Orders/ErrorAlarm')).toMatchObject({
    threshold: 5,
    metric_query: [
      { expression: 'IF(requests > 0, 100 * FILL(errors, 0) / requests, 0)', return_data: true },
      { id: 'errors', metric: { metric_name: 'HTTPCode_Target_5XX_Count' } },
      { id: 'requests', metric: { metric_name: 'RequestCount' } },
    ],
  });
  expect(service.targetGroup?.port).toBe(8443);
});

test('takes a target group to which rules on the load balancer forward', () => {
  const { stack } = made((scope, vpc) => ({
    loadBalancer: balanced(scope, vpc),
    targetGroup: new EncryptedTargetGroup(scope, 'Api', { vpc, port: 9443, targetType: TargetType.IP }),
  }));
  expect(Object.keys(Written.of(stack).resources('aws_lb_target_group'))).toEqual(['Api/Resource']);
  expect(container(stack).portMappings).toMatchObject([{ containerPort: 9443 }]);
});

test('writes where it is told to, under the key of the cluster, and nowhere else', () => {
  const { stack } = made(() => ({ writablePaths: ['/tmp', '/var/cache/orders'], ephemeralStorageGib: 50 }));
  expect(container(stack).mountPoints).toEqual([
    { containerPath: '/tmp', sourceVolume: 'writable-1', readOnly: false },
    { containerPath: '/var/cache/orders', sourceVolume: 'writable-2', readOnly: false },
  ]);
  expect(Written.of(stack).resource('aws_ecs_task_definition')).toMatchObject({
    volume: [{ name: 'writable-1' }, { name: 'writable-2' }],
    ephemeral_storage: { size_in_gib: 50 },
  });
});

test('takes sizes, processors, a user, a command and a health check', () => {
  const { stack } = made(() => ({
    cpuUnits: 1024,
    memoryMib: 3072,
    architecture: CpuArchitecture.ARM64,
    user: 'app:app',
    command: ['serve', '--tls'],
    healthCheckCommand: ['/orders', 'health'],
  }));
  expect(container(stack)).toMatchObject({
    user: 'app:app',
    command: ['serve', '--tls'],
    healthCheck: { command: ['CMD', '/orders', 'health'], interval: 30, timeout: 5, retries: 3, startPeriod: 60 },
  });
  expect(Written.of(stack).resource('aws_ecs_task_definition')).toMatchObject({
    cpu: '1024',
    memory: '3072',
    runtime_platform: { cpu_architecture: 'ARM64' },
  });
});

test('takes an image by its digest, by a variable, and of a repository of this program', () => {
  const { stack } = made((scope) => ({
    image: ContainerImage.fromRepository(new ContainerRepository(scope, 'Own'), DIGEST),
  }));
  expect(container(stack).image).toBe('${aws_ecr_repository.Own_30425842.repository_url}@' + DIGEST);
  const open = made((scope) => ({
    image: ContainerImage.fromRepository(
      ContainerRepository.fromRepositoryArn(scope, 'Open', new TerraformVariable(scope, 'repository', {}).stringValue),
      new TerraformVariable(scope, 'tag', {}).stringValue
    ),
  }));
  const { container_definitions: text } = Written.of(open.stack).resource('aws_ecs_task_definition');
  expect(text).toMatch(
    /"image":"\$\{element\(split\(":", var\.repository\), 4\)\}\.dkr\.ecr\..*\/\$\{trimprefix\(element\(split\(":", var\.repository\), 5\), "repository\/"\)\}:\$\{var\.tag\}"/
  );
});

test('its alarms publish to a topic, which lets them, and further alarms stop deployments', () => {
  const { stack } = made((scope) => ({
    alarmTopic: new EncryptedTopic(scope, 'Alarms'),
    deploymentAlarmNames: ['orders-latency'],
  }));
  const written = Written.of(stack);
  expect(written.resource('aws_cloudwatch_metric_alarm')).toMatchObject({
    alarm_name: 'test-orders-memoryalarm',
    metric_name: 'MemoryUtilization',
    dimensions: { ServiceName: 'test-orders' },
    threshold: 90,
    alarm_actions: [expect.stringMatching(/^\$\{aws_sns_topic\.Alarms_.*\.arn\}$/) as string],
  });
  expect((written.resource('aws_ecs_service').alarms as { alarm_names: string[] }).alarm_names[1]).toBe(
    'orders-latency'
  );
  expect(String(written.resource('aws_sns_topic_policy').policy)).toContain('cloudwatch.amazonaws.com');
});

test('with a key of its own it has a cluster of its own, whose disks are under it', () => {
  const { stack } = made((scope) => ({ encryptionKey: new RotatedKey(scope, 'Key') }));
  expect(Object.keys(Written.of(stack).resources('aws_ecs_cluster'))).toEqual(['Orders/Cluster/Resource']);
});

test('services of one class share a cluster, and take one that is given', () => {
  const stack = newStack();
  const vpc = reachableNetwork(stack);
  const image = ContainerImage.fromRepository(new ContainerRepository(stack, 'Images'), 'v42');
  const [one, two] = ['One', 'Two'].map((id) => new ContainerService(stack, id, { image, vpc }));
  expect(one.cluster).toBe(two.cluster);
  const cluster = new ContainerCluster(stack, 'Given');
  expect(new ContainerService(stack, 'Three', { image, vpc, cluster }).cluster).toBe(cluster);
});

test('one task in one zone will do in an ephemeral environment', () => {
  const stack = newStack({ owner: 'tests', retentionDays: 400, environment: Environment.EPHEMERAL });
  const { service } = made(() => ({}), stack, network(stack, ['a']));
  expect(service.resource.desiredCountInput).toBe(1);
});

test('without a port nobody connects to it', () => {
  const { stack, service } = made();
  const peer = SecurityGroup.fromSecurityGroupId(stack, 'Peer', 'sg-0123456789abcdef1');
  expect(messageOf(() => service.connections.allowFrom(peer, Port.tcp(8443)))).toBe(
    "[test/Orders/SecurityGroup] 'peer' must not connect to what listens on no port (TOM 3.3.4 Layered network defence); let it connect to the peer instead, or make a ContainerService with a port"
  );
});

test('refuses a cluster of another region or of a lower class of data', () => {
  const inDublin = 'arn:aws:ecs:eu-west-1:111122223333:cluster/orders';
  expect(
    messageOf(() => made((scope) => ({ cluster: ContainerCluster.fromClusterArn(scope, 'Known', inDublin) })))
  ).toBe(
    "[test/Orders] 'cluster' must be a cluster of eu-central-1, the region of the network, got \"eu-west-1\"; make one there: new ContainerCluster(this, 'Cluster', { region: 'eu-central-1' }), or leave it out"
  );
  expect(
    messageOf(() =>
      made((scope) => ({ cluster: new ContainerCluster(scope, 'Public', { dataClass: DataClass.PUBLIC }) }))
    )
  ).toBe(
    "[test/Orders] 'cluster' must be for personal data, which it would hold, and test/Public is for public data (TOM 3.1.2 Data classification); share one whose dataClass is personal or above, or leave cluster out"
  );
});

test('refuses a network with application subnets in one zone', () => {
  const stack = newStack();
  expect(messageOf(() => made(() => ({}), stack, network(stack, ['a'])))).toBe(
    '[test/Orders] \'vpc\' must have application subnets in two zones or more: one zone that fails takes all tasks along (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone'
  );
});

test.each([
  ['0', 'must not be root, which is root on the kernel of its host too'],
  ['root', 'must not be root, which is root on the kernel of its host too'],
  ['0:0', 'must not be root, which is root on the kernel of its host too'],
  ['00:1000', 'must not be root, which is root on the kernel of its host too'],
  ['', 'must be a user of the image, by name or number, and the group after a colon, known when the program runs'],
  ['a b', 'must be a user of the image, by name or number, and the group after a colon, known when the program runs'],
])('refuses the user %j', (user, must) => {
  expect(refused({ user })).toBe(
    `[test/Orders] 'user' ${must} (TOM 9.3 Least functionality), got "${user}"; write user: '1000:1000', and give the files that it reads to that user in the image`
  );
});

test.each(['/', 'tmp', '/tmp/', '/tmp/../etc', '/a//b', '/proc/self', '/dev'])(
  'refuses to let it write to %s',
  (path) => {
    expect(refused({ writablePaths: [path] })).toBe(
      `[test/Orders] 'writablePaths' must be absolute paths below the root of the file system, each once, outside of /dev, /proc and /sys (TOM 3.2.2 File integrity monitoring), got "${path}"; write writablePaths: ['/tmp']`
    );
  }
);

test.each([
  ['latest', 'must name one image forever, as latest does not', 'push each build under a tag of its own and write '],
  ['v 1', 'must be a tag of 1 to 128 letters, digits, `_`, `.` and `-`, or the digest of an image', 'write '],
  ['sha256:12', 'must be a tag of 1 to 128 letters, digits, `_`, `.` and `-`, or the digest of an image', 'write '],
])('refuses the image %j', (tag, must, fix) => {
  const image = (stack: TerraformStack): ContainerImage =>
    ContainerImage.fromRepository(ContainerRepository.fromRepositoryArn(stack, 'Own', REPOSITORY), tag);
  expect(messageOf(() => made((stack) => ({ image: image(stack) })))).toBe(
    `[test/Orders] 'image' ${must} (TOM 3.2.3 Secure software development), got "${tag}"; ${fix}ContainerImage.fromRepository(repository, 'v42'), or its digest 'sha256:…'`
  );
});

test.each([
  [
    { environment: { DB_PASSWORD: 'hunter2hunter2' } },
    "'environment.DB_PASSWORD' must not hold a secret, as its name says (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret and write secrets: { NAME: secret }, by which ECS hands it to the container",
  ],
  [
    { environment: { CONFIG: 'postgres://orders:hunter2@db.internal/orders' } },
    "'environment.CONFIG' must not hold a secret: it holds a URL with a password (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret and write secrets: { NAME: secret }, by which ECS hands it to the container",
  ],
  [
    { environment: { ECS_CLUSTER: 'orders' } },
    '\'environment\' must have names of letters, digits and underscores that do not begin with a digit and that ECS does not set itself, got "ECS_CLUSTER"; write environment: { ORDERS_TABLE: table.tableName }',
  ],
  [
    { minTasks: 1 },
    "'minTasks' must be a whole number of tasks, at least 2: where the zone of the only one fails, nothing runs (TOM 3.3.1 Redundant and distributed architecture), got 1; write minTasks: 2",
  ],
  [
    { minTasks: 3, maxTasks: 2 },
    "'maxTasks' must be a whole number of tasks, at least 3, as many as minTasks (TOM 3.3.2 Capacity management), got 2; write maxTasks: 6",
  ],
  [
    { cpuUnits: 300 },
    "'cpuUnits' must be a number of CPU units that Fargate offers: 256, 512, 1024, 2048, 4096, 8192, 16384, got 300; write cpuUnits: 256",
  ],
  [
    { cpuUnits: 512, memoryMib: 512 },
    "'memoryMib' must be memory that Fargate offers with 512 CPU units: 1024, 2048, 3072, 4096 MiB, got 512; write memoryMib: 1024, or other cpuUnits",
  ],
  [
    { port: 443 },
    "'port' must be a whole number from 1024 to 65535, since only root listens below (TOM 9.3 Least functionality), got 443; write port: 8443",
  ],
  [
    { ephemeralStorageGib: 20 },
    "'ephemeralStorageGib' must be a whole number of GiB from 21 to 200, got 20; write ephemeralStorageGib: 50",
  ],
  [
    { privileged: true },
    "'privileged' must not be set: a container has no rights of its host, and no capability (TOM 9.3 Least functionality), got true; leave it out, and listen on a port above 1023",
  ],
  [
    { readonlyRootFilesystem: false },
    "'readonlyRootFilesystem' must not be set: nothing is written to the root file system of a container (TOM 3.2.2 File integrity monitoring), got false; write writablePaths: ['/tmp'] for what has to be written",
  ],
  [
    { enableExecuteCommand: true },
    "'enableExecuteCommand' must not be set: ECS Exec opens a shell as root, and AWS does not support it beside a read-only root file system (TOM 9.3 Least functionality), got true; leave it out, and read the log, the traces and the metrics of the container",
  ],
  [
    { vpcSubnets: ['subnet-public'] },
    '\'vpcSubnets\' must not be set: tasks stand in the application subnets of the network, without public addresses (TOM 3.3.4 Layered network defence), got ["subnet-public"]; write vpc, and connections.allowTo(…) for what they reach',
  ],
  [
    { assignPublicIp: true },
    "'assignPublicIp' must not be set: tasks stand in the application subnets of the network, without public addresses (TOM 3.3.4 Layered network defence), got true; write vpc, and connections.allowTo(…) for what they reach",
  ],
  [
    { logRetention: 0 },
    "'logRetention' must not be set: a container writes to a log group of its own (TOM 8.1 Central logging and correlation), got 0; write logRetentionDays, or leave it out",
  ],
  [
    { circuitBreaker: false },
    "'circuitBreaker' must not be set: a deployment that fails is always rolled back (TOM 3.2.1 Change management), got false; leave it out, and write deploymentAlarmNames for further alarms that stop one",
  ],
  [
    { desiredCount: 1 },
    "'desiredCount' must not be set: it scales between two numbers of tasks (TOM 3.3.2 Capacity management), got 1; write minTasks and maxTasks",
  ],
  [
    { healthCheckPath: '/health' },
    "'healthCheckPath' must not be set without a load balancer; write loadBalancer, or leave it out",
  ],
  [
    { serviceName: 'a.b' },
    "'serviceName' must be 1 to 255 letters, digits, '_' and '-', got \"a.b\"; write serviceName: 'acme-orders', or leave it out",
  ],
])('refuses %j', (props, message) => {
  expect(refused(props)).toBe(`[test/Orders] ${message}`);
});

test('refuses a retention of its log that CloudWatch Logs does not know', () => {
  expect(refused({ logRetentionDays: 10 })).toBe(
    "[test/Orders/Log] 'retentionDays' must be a retention that CloudWatch Logs knows: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 (TOM 2.2 Retention schedule), got 10; write retentionDays: 14"
  );
});

test('refuses a secret and a variable of one name', () => {
  const message = messageOf(() =>
    made((scope) => ({
      environment: { DATABASE: 'orders' },
      secrets: { DATABASE: ManagedSecret.fromSecretArn(scope, 'Secret', SECRET) },
    }))
  );
  expect(message).toBe(
    "[test/Orders] 'secrets.DATABASE' must have another name than each variable of environment; rename one of the two"
  );
});

test('refuses a target group with another port or of instances', () => {
  const withGroup = (port: number | undefined, targetType: TargetType, more: object = {}): string =>
    messageOf(() =>
      made((scope, vpc) => ({
        loadBalancer: balanced(scope, vpc),
        port,
        targetGroup: new EncryptedTargetGroup(scope, 'Api', { vpc, port: 9443, targetType }),
        ...more,
      }))
    );
  expect(withGroup(8443, TargetType.IP)).toBe(
    "[test/Orders] 'port' must be that of the target group, 9443, got 8443; leave it out"
  );
  expect(withGroup(undefined, TargetType.INSTANCE)).toBe(
    '[test/Orders] \'targetGroup\' must be of targets by address, which tasks on Fargate are, got "instance"; write targetType: TargetType.IP where it is made'
  );
  expect(withGroup(undefined, TargetType.IP, { healthCheckPath: '/health' })).toBe(
    '[test/Orders] \'healthCheckPath\' must not be set beside targetGroup, which has a path of its own, got "/health"; write it where the target group is made'
  );
});
