import { refusedProps } from '../core/errors';

/** What the resources of the provider call the ways to weaken a baseline. */
export const ACCOUNT_BASELINE = refusedProps([
  {
    props: ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'],
    must: 'must not be set: no bucket of the account may be public',
    measure: '9.1',
    fix: 'leave it out, and show public files by a WebDistribution',
  },
  {
    props: ['httpTokens', 'httpEndpoint', 'httpPutResponseHopLimit'],
    must: 'must not be set: the metadata of instances requires a token',
    measure: '9.1',
    fix: 'leave it out, and set it on the instance that needs something else',
  },
  {
    props: ['minimumPasswordLength', 'maxPasswordAge', 'passwordReusePrevention'],
    must: 'must not be set: passwords are as CIS asks for them',
    measure: '6.1',
    fix: 'leave it out',
  },
]);
