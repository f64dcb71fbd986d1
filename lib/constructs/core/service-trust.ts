import { IConstruct } from 'constructs';
import { accountOf } from './account';
import { trustPolicyText } from './policy';

/**
 * The text of the trust policy of a role that a service of AWS assumes for some resources of this account, and for no others.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function serviceTrustText(scope: IConstruct, service: string, sourceArns: string[]): string {
  return trustPolicyText(
    { Service: [service] },
    {
      ArnEquals: { 'aws:SourceArn': sourceArns },
      StringEquals: { 'aws:SourceAccount': [accountOf(scope).id] },
    }
  );
}
