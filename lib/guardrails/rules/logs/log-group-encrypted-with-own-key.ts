import { holdsPersonalData } from '../../../aws/declared';
import { securityLogs } from '../../../aws/logs/security-log-group';
import { ResourceRule } from '../../rule';
import { requireKey } from '../../verdicts/encryption-key';

/** Logs under a key of one's own. */
export const RULE: ResourceRule = {
  id: 'LOGS-003',
  name: 'log-group-encrypted-with-own-key',
  title: 'A log group of security logs or personal data is encrypted with a customer managed KMS key',
  severity: 'medium',
  claims: ['1.2.1.d', '1.3.1.b'],
  rationale:
    'CloudWatch Logs always encrypts, but by default with a key of its own: anyone who may read the log group reads the events. With a customer managed key its policy decides, every use is in the trail, and the key can be taken away. A log group whose class nobody declares counts as personal.',
  fix: 'Use `RetainedLogGroup`, or set `kms_key_id` to the ARN of a customer managed key, such as that of a `RotatedKey`, whose policy lets logs.<region>.amazonaws.com use it. Where the data is not personal, say so by the tag tom:data-class.',
  sources: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  types: ['aws_cloudwatch_log_group'],
  check: (group, model) => {
    const security = securityLogs(model, group);
    if (security === undefined && !holdsPersonalData(group)) return undefined;
    const what = security === undefined ? 'personal data' : `security logs, since ${security},`;
    return requireKey(
      model,
      group,
      'kms_key_id',
      `a key of CloudWatch Logs encrypts ${what} for anyone who may read it`
    );
  },
};
