import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Trails that show where somebody changed them. */
export const RULE: ResourceRule = {
  id: 'CLOUDTRAIL-003',
  name: 'trail-files-validated',
  title: 'A trail validates its log files',
  severity: 'high',
  claims: ['8.3.b'],
  rationale:
    'Validation signs a digest of the log files every hour, so that a file which was altered or deleted shows.',
  fix: 'Set `enable_log_file_validation` to true.',
  sources: [
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.2',
    'AWS Security Hub CloudTrail.4',
  ],
  types: ['aws_cloudtrail'],
  check: (trail) =>
    requireTrue(trail, 'enable_log_file_validation', 'nobody notices files that were altered or deleted'),
};
