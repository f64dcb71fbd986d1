import { isEphemeral } from '../../../aws/declared';
import { securityLogs } from '../../../aws/logs/security-log-group';
import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Security logs that cannot be deleted in one call. */
export const RULE: ResourceRule = {
  id: 'LOGS-004',
  name: 'security-logs-deletion-protection',
  title: 'A log group of security logs is protected from deletion',
  severity: 'medium',
  claims: ['3.2.1.e', '8.3.a'],
  rationale:
    'Anyone who covers their tracks deletes the log. Deletion protection makes CloudWatch Logs refuse that, to everybody, until somebody takes it off, which the trail shows. `skip_destroy` and `prevent_destroy` do not count: they only hold Terraform back. Ephemeral environments are left out.',
  fix: 'Use `RetainedLogGroup`, or set `deletion_protection_enabled` to true (AWS provider 6.25 or later).',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html',
  ],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const why = securityLogs(model, group);
    if (why === undefined || isEphemeral(group)) return undefined;
    const isProtected = configured(group, 'deletion_protection_enabled');
    if (isUnknown(isProtected)) return unknownAttribute('deletion_protection_enabled', isProtected);
    if (isTrue(isProtected)) return MET;
    return violated(`deletion_protection_enabled is ${describe(isProtected)} in a log group of security logs: ${why}`, {
      deletion_protection_enabled: true,
    });
  },
};
