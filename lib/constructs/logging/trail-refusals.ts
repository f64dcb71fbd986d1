const EVERYWHERE = {
  must: 'must not be set: the trail always records every region and the global services',
  measure: '8.1',
  fix: 'leave it out',
};
const VALIDATED = {
  must: 'must not be set: the trail always signs what it delivers',
  measure: '8.3',
  fix: 'leave it out',
};
const RECORDING = { must: 'must not be set: the trail always records', measure: '8.1', fix: 'leave it out' };
const MANAGEMENT = {
  must: 'must not be set: the trail records every management event',
  measure: '8.1',
  fix: 'leave it out, and name the buckets of data events in dataEventBuckets',
};
const INSIGHTS = {
  must: 'must not be set: the trail always looks for unusual rates of calls and of errors',
  measure: '8.1',
  fix: 'leave it out',
};
const ARCHIVED = {
  must: 'must not be set: the archive says where the files lie and which key encrypts them',
  measure: '8.3',
  fix: 'name the archive in archive',
};
const GROUPED = {
  must: 'must not be set: the trail makes a log group of its own, kept for 365 days',
  measure: '8.1',
  fix: 'leave it out, and find it as logGroup',
};
const ORGANIZATION = {
  must: 'must not be set',
  measure: '8.1',
  fix: 'make an OrganizationTrail for all accounts of the organization, and an AccountTrail for one',
};
const RENAMED = { must: 'is not a prop of this construct', fix: 'write trailName' };

/** What Terraform and other libraries call what a trail of this library decides. */
export const REFUSED = {
  advancedEventSelector: MANAGEMENT,
  bucket: ARCHIVED,
  cloudWatchLogGroup: GROUPED,
  cloudWatchLogsGroupArn: GROUPED,
  cloudWatchLogsRetention: GROUPED,
  cloudWatchLogsRoleArn: GROUPED,
  enableFileValidation: VALIDATED,
  enableLogFileValidation: VALIDATED,
  enableLogging: RECORDING,
  encryptionKey: ARCHIVED,
  eventSelector: MANAGEMENT,
  excludeManagementEventSources: MANAGEMENT,
  includeGlobalServiceEvents: EVERYWHERE,
  includeManagementEvents: MANAGEMENT,
  insightSelector: INSIGHTS,
  insightTypes: INSIGHTS,
  isMultiRegionTrail: EVERYWHERE,
  isOrganizationTrail: ORGANIZATION,
  kmsKeyId: ARCHIVED,
  managementEvents: MANAGEMENT,
  name: RENAMED,
  orgId: ORGANIZATION,
  s3BucketName: ARCHIVED,
  s3KeyPrefix: ARCHIVED,
  sendToCloudWatchLogs: GROUPED,
};
