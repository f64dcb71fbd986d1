import { IConstruct } from 'constructs';
import { Destination, askedOfService } from '../../aws/iam/service-sources';
import { refuse } from './errors';

/** Refuses to let a service in under a condition that it does not meet: nothing would arrive, and nobody would hear of it. */
export function requireSource(
  scope: IConstruct,
  service: string,
  to: Destination,
  sourceArn: string | undefined
): void {
  const asked = askedOfService(service, to);
  if (asked === 'nothing') {
    refuse(scope, {
      prop: 'service',
      must: `must not be one that names no source to a ${to}: any condition keeps it out, and without one every account's would pass`,
      value: service,
      measure: '3.1.1',
      fix: 'write roleArn where it is told to send, for a role with assumeRolePolicy: TrustPolicy.forService(service, rule.arn), and call grantPublish with that role',
    });
  }
  if (asked === 'the ARN of the source' && sourceArn === undefined) {
    refuse(scope, {
      prop: 'sourceArn',
      must: `is required for ${service}, which names the ARN of its source to a ${to}, and not its account`,
      measure: '3.1.1',
      fix: "write the ARN of the rule or topic, or of all of the account: 'arn:aws:events:eu-central-1:111122223333:rule/*'",
    });
  }
}
