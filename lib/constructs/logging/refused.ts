import { refusedProps } from '../core/errors';

/** What Terraform and other libraries call what a trail of this library decides. */
export const TRAIL = refusedProps([
  {
    props: [
      'advancedEventSelector',
      'eventSelector',
      'excludeManagementEventSources',
      'includeManagementEvents',
      'managementEvents',
    ],
    must: 'must not be set: the trail records every management event',
    measure: '8.1',
    fix: 'leave it out, and name the buckets of data events in dataEventBuckets',
  },
  {
    props: ['bucket', 'encryptionKey', 'kmsKeyId', 's3BucketName', 's3KeyPrefix'],
    must: 'must not be set: the archive says where the files lie and which key encrypts them',
    measure: '8.3',
    fix: 'name the archive in archive',
  },
  {
    props: [
      'cloudWatchLogGroup',
      'cloudWatchLogsGroupArn',
      'cloudWatchLogsRetention',
      'cloudWatchLogsRoleArn',
      'sendToCloudWatchLogs',
    ],
    must: 'must not be set: the trail makes a log group of its own, kept for 365 days',
    measure: '8.1',
    fix: 'leave it out, and find it as logGroup',
  },
  {
    props: ['enableFileValidation', 'enableLogFileValidation'],
    must: 'must not be set: the trail always signs what it delivers',
    measure: '8.3',
    fix: 'leave it out',
  },
  { props: ['enableLogging'], must: 'must not be set: the trail always records', measure: '8.1', fix: 'leave it out' },
  {
    props: ['includeGlobalServiceEvents', 'isMultiRegionTrail'],
    must: 'must not be set: the trail always records every region and the global services',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['insightSelector', 'insightTypes'],
    must: 'must not be set: the trail always looks for unusual rates of calls and of errors',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['isOrganizationTrail', 'orgId'],
    must: 'must not be set',
    measure: '8.1',
    fix: 'make an OrganizationTrail for all accounts of the organization, and an AccountTrail for one',
  },
  { props: ['name'], must: 'is not a prop of this construct', fix: 'write trailName' },
]);

/** What Terraform and other libraries call where AWS Config delivers, which the archive decides. */
export const CONFIG_DELIVERY = refusedProps([
  {
    props: ['bucket', 'encryptionKey', 'kmsKeyArn', 's3BucketName', 's3KeyPrefix', 's3KmsKeyArn'],
    must: 'must not be set: the archive decides where the history lies and which key encrypts it, and denies every other key',
    measure: '8.3',
    fix: 'name the archive in archive',
  },
  {
    props: ['deliveryFrequency', 'snapshotDeliveryProperties'],
    must: 'is not a prop of this construct',
    fix: 'write snapshotHours',
  },
]);
