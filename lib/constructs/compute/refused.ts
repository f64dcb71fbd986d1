import { refusedProps } from '../core/errors';

/** What L1 repositories and other libraries call the ways to weaken a repository. */
export const CONTAINER_REPOSITORY = refusedProps([
  {
    props: ['imageTagMutability', 'imageTagMutabilityExclusionFilter', 'imageTagMutabilityExclusionFilters'],
    must: 'must not be set: a tag names one image forever',
    measure: '3.2.3',
    fix: 'leave it out, and push each build under a tag of its own',
  },
  {
    props: ['scanOnPush', 'imageScanOnPush', 'imageScanningConfiguration'],
    must: 'must not be set: every image is scanned',
    measure: '5.1.1',
    fix: 'leave it out',
  },
  {
    props: ['encryption', 'encryptionConfiguration', 'kmsKey'],
    must: 'must not be set: images are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
  {
    props: ['forceDelete', 'emptyOnDelete', 'autoDeleteImages', 'removalPolicy'],
    must: 'must not be set: the environment decides it',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['lifecycleRules', 'lifecyclePolicy'],
    must: 'is not a prop of this construct',
    measure: '9.1',
    fix: 'write untaggedDays and maxImageCount',
  },
]);

/** The same of functions. */
export const SECURE_FUNCTION = refusedProps([
  {
    props: ['kmsKeyArn', 'environmentEncryption'],
    must: 'must not be set: variables are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
  {
    props: ['tracing', 'tracingConfig'],
    must: 'must not be set: every function is traced',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['deadLetterQueueEnabled', 'deadLetterConfig', 'deadLetterTopic'],
    must: 'must not be set: what a function fails at goes to a queue',
    measure: '3.3.1',
    fix: 'write deadLetterQueue, or leave it out for one of its own',
  },
  {
    props: ['logRetention', 'loggingConfig', 'logFormat', 'loggingFormat'],
    must: 'must not be set: a function writes JSON to a log group of its own',
    measure: '8.1',
    fix: 'write logRetentionDays, or leave it out',
  },
  {
    props: ['role', 'initialPolicy'],
    must: 'must not be set: a function has a role of its own',
    measure: '3.1.1',
    fix: 'grant what it needs to `role` of the function',
  },
  {
    props: ['vpcConfig', 'vpcSubnets', 'securityGroups', 'allowPublicSubnet'],
    must: 'must not be set: the network decides where a function stands',
    measure: '3.3.4',
    fix: 'write vpc, and connections.allowTo(…) for what it reaches',
  },
  {
    props: ['timeout'],
    must: 'is not a prop of this construct',
    fix: 'write timeoutSeconds: 30',
  },
  {
    props: ['memorySize'],
    must: 'is not a prop of this construct',
    fix: 'write memorySizeMib: 256',
  },
]);

/** The same of groups of instances. */
export const HARDENED_INSTANCE_GROUP = refusedProps([
  {
    props: ['metadataOptions', 'requireImdsv2', 'httpTokens', 'httpPutResponseHopLimit'],
    must: 'must not be set: instances answer IMDSv2 only, within one hop, so that no forwarded request gets their credentials',
    measure: '9.1',
    fix: 'leave it out',
  },
  {
    props: ['keyName', 'keyPair'],
    must: 'must not be set: instances are reached by Session Manager, which asks IAM',
    measure: '6.4',
    fix: 'leave it out, and call aws ssm start-session',
  },
  {
    props: ['associatePublicIpAddress', 'networkInterfaces', 'vpcSubnets', 'subnetIds', 'vpcZoneIdentifier'],
    must: 'must not be set: instances are in the application tier, without public addresses',
    measure: '3.3.4',
    fix: 'leave it out, and put a load balancer before them',
  },
  {
    props: ['blockDevices', 'blockDeviceMappings', 'encrypted', 'kmsKeyId'],
    must: 'must not be set: volumes are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey and volumeSizeGib, or leave it out',
  },
  {
    props: ['role', 'iamInstanceProfile', 'instanceProfile'],
    must: 'must not be set: the instances have a role of their own',
    measure: '3.1.1',
    fix: 'grant what they need to `role` of the group',
  },
  {
    props: ['healthCheck', 'healthChecks', 'healthCheckType', 'healthCheckGracePeriod'],
    must: 'must not be set: the health checks of its load balancers decide, else those of EC2',
    measure: '3.3.1',
    fix: 'write targetGroups, and warmupSeconds for how long an instance takes to start',
  },
  {
    props: ['desiredCapacity'],
    must: 'must not be set: Auto Scaling decides it, and each apply would undo that',
    measure: '3.3.2',
    fix: 'write minCapacity and maxCapacity',
  },
  {
    props: ['maxInstanceLifetime'],
    must: 'is not a prop of this construct',
    measure: '9.1',
    fix: 'write maxInstanceLifetimeDays: 30',
  },
  {
    props: ['machineImage', 'imageId', 'ami'],
    must: 'is not a prop of this construct',
    measure: '9.1',
    fix: "write image: MachineImage.fromImageId('ami-0123456789abcdef0', 'self')",
  },
]);

/** The same of Kubernetes clusters. */
export const KUBERNETES_CLUSTER = refusedProps([
  {
    props: ['endpointPublicAccess', 'publicAccessCidrs', 'endpointAccess', 'publicEndpoint'],
    must: 'must not be set: the API server is reached within the network only, and not from the internet',
    measure: '3.3.4',
    fix: 'leave it out, and reach it by a BastionHost or a RemoteAccessVpn: connections.allowFrom(…)',
  },
  {
    props: ['encryptionConfig', 'secretsEncryptionKey', 'kmsKeyArn'],
    must: 'must not be set: secrets are always encrypted with a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for a key of its own',
  },
  {
    props: ['enabledClusterLogTypes', 'clusterLogging'],
    must: 'must not be set: the control plane writes all of its logs',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['accessConfig', 'authenticationMode', 'mastersRole', 'bootstrapClusterCreatorAdminPermissions'],
    must: 'must not be set: access entries say who may do what, and nothing within the cluster does',
    measure: '3.1.1',
    fix: 'call grantAccess',
  },
  {
    props: ['role', 'roleArn', 'nodeRole'],
    must: 'must not be set: control plane and nodes have roles of their own',
    measure: '3.1.1',
    fix: 'call addPodRole for what a program needs',
  },
  {
    props: ['vpcConfig', 'vpcSubnets', 'subnetIds'],
    must: 'must not be set: the cluster stands in the application tier of the network',
    measure: '3.3.4',
    fix: 'write vpc',
  },
  {
    props: ['upgradePolicy', 'supportType'],
    must: 'must not be set: a version is upgraded when its standard support ends',
    measure: '9.1',
    fix: 'leave it out',
  },
  {
    props: ['deletionProtection'],
    must: 'must not be set: the environment decides it',
    measure: '4.1',
    fix: 'leave it out',
  },
  {
    props: ['computeConfig', 'defaultCapacity', 'nodeGroups'],
    must: 'is not a prop of this construct',
    measure: '9.1',
    fix: 'leave it out: EKS Auto Mode starts and replaces nodes',
  },
]);
