import { whyNoRedirect } from '../../aws/elb/redirect';
import { Resource } from '../../terraform/stack';
import { isUnknown } from '../../terraform/value';
import { MET, Verdict, violated } from '../rule';
import { unknownAttribute, worst } from './checks';

/** The verdict on the actions that a listener, or a rule of one, has for plain HTTP: each must redirect to HTTPS, for good. */
export function redirectVerdict(resource: Resource, path: string): Verdict {
  const verdicts = whyNoRedirect(resource, path).map(({ attribute, value, because }) =>
    isUnknown(value) ? unknownAttribute(attribute, value) : violated(because)
  );
  return worst(verdicts) ?? MET;
}
