import { refusedProps } from '../core/errors';

/** What the resources of the provider call the ways to look at less. */
export const VULNERABILITY_PROGRAMME = refusedProps([
  {
    props: ['resourceTypes'],
    must: 'must not be set: instances, images and functions are all scanned',
    measure: '5.1.1',
    fix: 'leave it out',
  },
  {
    props: ['accountIds'],
    must: 'must not be set: the account of the stack is scanned',
    measure: '5.1.1',
    fix: 'leave it out, and write inspectorByOrganization: true where an administrator turns it on',
  },
  {
    props: ['suppressionRules', 'filterCriteria'],
    must: 'must not be set: a finding that nobody sees has no deadline',
    measure: '5.1.2',
    fix: 'leave it out, and close the ticket with a reason',
  },
]);

/** What other libraries call the ways to hear of less. */
export const CHANGE_DETECTION = refusedProps([
  {
    props: ['eventPattern', 'eventNames', 'calls'],
    must: 'must not be set: the calls are those of the CIS AWS Foundations Benchmark',
    measure: '3.2.2',
    fix: 'leave it out, and write pipelines: [role] for changes that are expected',
  },
  {
    props: ['recordingGroup', 'resourceTypes', 'recordingMode'],
    must: 'must not be set: every type of resource is recorded, as it changes',
    measure: '3.2.2',
    fix: 'leave it out',
  },
]);

/** What the resources of the provider call the ways to search less, or to keep results elsewhere. */
export const DATA_DISCOVERY = refusedProps([
  {
    props: ['status', 'findingPublishingFrequency'],
    must: 'must not be set: Macie is on, and publishes findings every 15 minutes',
    measure: '3.1.2',
    fix: 'leave it out; where the organization turns Macie on, write macieByOrganization: true',
  },
  {
    props: ['jobType', 'jobStatus', 'scheduleFrequency', 's3JobDefinition'],
    must: 'must not be set: every bucket is searched once a week that is not said to hold personal data',
    measure: '3.1.2',
    fix: 'leave it out; to search less of each write samplingPercent',
  },
  {
    props: ['s3Destination', 'bucketName', 'kmsKeyArn'],
    must: 'must not be set: results are in a bucket of their own, under a key of your own',
    measure: '1.2.1',
    fix: 'write encryptionKey, or leave it out for the key of the stack',
  },
]);
