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

/** Other ways to write policies of an organization. */
export const ORGANIZATION_GUARDRAILS = refusedProps([
  {
    props: ['content', 'policies', 'statements'],
    must: 'must not be set: what is denied follows from the posture and the measures',
    measure: '9.3',
    fix: 'write an OrganizationsPolicy of your own beside it',
  },
  {
    props: ['regions', 'allowedRegions'],
    must: 'must not be set: the regions are those of the posture',
    measure: '7.1',
    fix: 'name them in Posture.set(…, { residency })',
  },
  {
    props: ['targetIds', 'targets'],
    must: 'is not a prop of this construct',
    measure: '9.3',
    fix: "call attachTo('Workloads', 'ou-ab12-11111111')",
  },
]);
