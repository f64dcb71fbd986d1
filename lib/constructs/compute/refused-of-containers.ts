import { RefusedProps, refusedProps } from '../core/errors';

/** What L1 clusters and other libraries call the ways to weaken a cluster. */
export const CONTAINER_CLUSTER = refusedProps([
  {
    props: ['containerInsights', 'containerInsightsV2', 'setting', 'settings'],
    must: 'must not be set: Container Insights always watches tasks and containers',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['executeCommandConfiguration', 'configuration'],
    must: 'must not be set: sessions of ECS Exec are always encrypted and kept in a log group',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['managedStorageConfiguration'],
    must: 'must not be set: disks of tasks are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
]);

/** The same of what runs containers. */
export const CONTAINER_TASK = refusedProps([
  {
    props: ['privileged', 'linuxParameters', 'capabilities', 'networkMode', 'pidMode', 'ipcMode'],
    must: 'must not be set: a container has no rights of its host, and no capability',
    measure: '9.3',
    fix: 'leave it out, and listen on a port above 1023',
  },
  {
    props: ['readonlyRootFilesystem', 'readonlyRootFileSystem', 'readOnlyRootFilesystem'],
    must: 'must not be set: nothing is written to the root file system of a container',
    measure: '3.2.2',
    fix: "write writablePaths: ['/tmp'] for what has to be written",
  },
  {
    props: ['enableExecuteCommand'],
    must: 'must not be set: ECS Exec opens a shell as root, and AWS does not support it beside a read-only root file system',
    measure: '9.3',
    fix: 'leave it out, and read the log, the traces and the metrics of the container',
  },
  {
    props: ['assignPublicIp', 'vpcSubnets', 'subnets', 'subnetIds', 'securityGroups', 'networkConfiguration'],
    must: 'must not be set: tasks stand in the application subnets of the network, without public addresses',
    measure: '3.3.4',
    fix: 'write vpc, and connections.allowTo(…) for what they reach',
  },
  {
    props: ['taskRole', 'executionRole', 'role', 'taskRoleArn', 'executionRoleArn'],
    must: 'must not be set: each program has a role of its own, and ECS another one to start it',
    measure: '3.1.1',
    fix: 'grant what the program needs to `role`',
  },
  {
    props: ['logging', 'logDriver', 'logConfiguration', 'logRetention'],
    must: 'must not be set: a container writes to a log group of its own',
    measure: '8.1',
    fix: 'write logRetentionDays, or leave it out',
  },
  {
    props: ['platformVersion', 'launchType', 'capacityProviderStrategies', 'capacityProviderStrategy'],
    must: 'must not be set: tasks run on the newest platform of Fargate, which AWS patches',
    measure: '9.1',
    fix: 'leave it out',
  },
  {
    props: ['kmsKeyId', 'ephemeralStorageKmsKeyId'],
    must: 'must not be set: the cluster decides what encrypts the disks of its tasks',
    measure: '1.2.1',
    fix: 'write encryptionKey, or cluster: new ContainerCluster(this, …, { encryptionKey })',
  },
  { props: ['cpu'], must: 'is not a prop of this construct', fix: 'write cpuUnits: 256' },
  {
    props: ['memory', 'memoryLimitMiB', 'memoryReservationMiB'],
    must: 'is not a prop of this construct',
    fix: 'write memoryMib: 512',
  },
  {
    props: ['ephemeralStorage', 'ephemeralStorageGiB'],
    must: 'is not a prop of this construct',
    fix: 'write ephemeralStorageGib: 50',
  },
]);

/** And of services. */
export const CONTAINER_SERVICE: RefusedProps = {
  ...CONTAINER_TASK,
  ...refusedProps([
    {
      props: ['circuitBreaker', 'deploymentCircuitBreaker', 'deploymentController'],
      must: 'must not be set: a deployment that fails is always rolled back',
      measure: '3.2.1',
      fix: 'leave it out, and write deploymentAlarmNames for further alarms that stop one',
    },
    {
      props: ['minHealthyPercent', 'deploymentMinimumHealthyPercent', 'maxHealthyPercent', 'deploymentMaximumPercent'],
      must: 'must not be set: a deployment starts new tasks before it stops old ones',
      measure: '3.3.1',
      fix: 'leave it out',
    },
    {
      props: ['availabilityZoneRebalancing'],
      must: 'must not be set: tasks are always spread over the zones again',
      measure: '3.3.1',
      fix: 'leave it out',
    },
    {
      props: ['desiredCount'],
      must: 'must not be set: it scales between two numbers of tasks',
      measure: '3.3.2',
      fix: 'write minTasks and maxTasks',
    },
  ]),
};
