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
