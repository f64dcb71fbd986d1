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
