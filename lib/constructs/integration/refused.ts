import { refusedProps } from '../core/errors';

const OWN_KEY = {
  must: 'must not be set: what passes is always encrypted with a key of your own',
  measure: '1.2.1',
  fix: 'write encryptionKey, or leave it out for the key of the stack',
};

/** What L1 buses and other libraries call the ways to weaken an event bus. */
export const EVENT_BUS = refusedProps([
  { props: ['kmsKeyIdentifier', 'kmsKey'], ...OWN_KEY },
  {
    props: ['deadLetterConfig', 'deadLetterArn'],
    must: 'must not be set: what cannot be delivered goes to a queue',
    measure: '3.3.1',
    fix: 'write deadLetterQueue, or leave it out for one of its own',
  },
  {
    props: ['logConfig', 'logLevel', 'includeDetail'],
    must: 'must not be set: a bus logs what it failed at, and not what events hold',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['policy', 'resourcePolicy'],
    must: 'must not be set: the bus has a policy of its own',
    measure: '3.1.1',
    fix: 'call allowSenders, or grantPutEvents for a role of this account',
  },
  {
    props: ['eventSourceName'],
    must: 'is not a prop of this construct',
    fix: 'make the bus of a partner as a CloudwatchEventBus',
  },
]);

/** The same of state machines. */
export const STATE_MACHINE = refusedProps([
  { props: ['encryptionConfiguration', 'kmsKeyId'], ...OWN_KEY },
  {
    props: ['loggingConfiguration', 'logs', 'logLevel'],
    must: 'must not be set: every execution is logged to a log group of its own',
    measure: '8.1',
    fix: 'write logRetentionDays, or leave it out',
  },
  {
    props: ['includeExecutionData', 'includesExecutionData'],
    must: 'must not be set: the log would hold the input and output of every state',
    measure: '2.1',
    fix: 'leave it out, and read the history of an execution',
  },
  {
    props: ['tracingConfiguration', 'tracingEnabled'],
    must: 'must not be set: every execution is traced',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['role', 'roleArn'],
    must: 'must not be set: a state machine has a role of its own',
    measure: '3.1.1',
    fix: 'grant what its tasks need to `role` of the state machine',
  },
  {
    props: ['definitionBody', 'definitionString', 'definitionSubstitutions'],
    must: 'is not a prop of this construct',
    fix: "write definition: JSON.stringify({ StartAt: 'Accept', States: { … } })",
  },
  {
    props: ['stateMachineType', 'type'],
    must: 'is not a prop of this construct',
    fix: 'write express: true, or leave it out',
  },
]);
