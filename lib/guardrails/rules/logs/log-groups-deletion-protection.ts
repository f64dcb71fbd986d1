import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { securityLogs } from '../../../aws/logs/security-log-group';
import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Logs of applications that cannot be deleted in one call. */
export const RULE: ResourceRule = {
  id: 'LOGS-010',
  name: 'log-groups-deletion-protection',
  title: 'A log group of personal data outside ephemeral environments is protected from deletion',
  severity: 'low',
  claims: ['3.2.1.e'],
  rationale:
    'The log of an application shows what happened to the data of people, and a wrong destroy takes all of it. With deletion protection CloudWatch Logs refuses that, to everyone, until a change of its own lifts it. Security logs have a rule of their own, LOGS-004. Ephemeral environments are left out.',
  fix: 'Use `RetainedLogGroup`, or set `deletion_protection_enabled` to true (AWS provider 6.25 or later).',
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html',
    'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html',
  ],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    if (!holdsPersonalData(group) || isEphemeral(group) || securityLogs(model, group) !== undefined) return undefined;
    return requireTrue(group, 'deletion_protection_enabled', 'one call deletes the log');
  },
};
