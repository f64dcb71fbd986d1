import { API_CALL, Changes } from '../../aws/events/changes';

/** What CloudTrail calls a sign-in at the console. */
const SIGN_IN = 'AWS Console Sign In via CloudTrail';

/** The pattern of changes, but those that some roles make. A user has no issuer of a session, and is told of. What records and keys suffer always is. */
export function patternOf(changes: Changes, exceptRoleArns: readonly string[]): object {
  const { service, calls, more = [], isOfRecords, isOfKeys } = changes;
  const isAlways = isOfRecords || isOfKeys || exceptRoleArns.length === 0;
  const arn = [{ exists: false }, { 'anything-but': exceptRoleArns }];
  return {
    source: [`aws.${service}`],
    'detail-type': [API_CALL],
    detail: {
      eventSource: [`${service}.amazonaws.com`],
      eventName: [...calls, ...more],
      ...(isAlways ? {} : { userIdentity: { sessionContext: { sessionIssuer: { arn } } } }),
    },
  };
}

/** The pattern of whatever the root user does: to sign in, and to call AWS (CloudWatch.1). What AWS does by itself in the name of the account names a service. */
export const ROOT_USE = {
  'detail-type': [API_CALL, SIGN_IN],
  detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] } },
};
