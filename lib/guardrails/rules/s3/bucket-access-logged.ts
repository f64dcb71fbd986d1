import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { holdsPersonalData } from '../../../aws/declared';
import { logUse } from '../../../aws/s3/log-bucket';
import { recordsDataEvents } from '../../../aws/s3/trail-data-events';
import { configured } from '../../../terraform/configured';
import { MET, ResourceRule, undetermined, violated } from '../../rule';

const LOGGING = 'aws_s3_bucket_logging';

/** Buckets of personal data that record who reads them. */
export const RULE: ResourceRule = {
  id: 'S3-009',
  name: 'bucket-access-logged',
  title: 'Access to a bucket of personal data is logged, by data events of a trail or at best effort by S3',
  severity: 'medium',
  claims: ['8.1.d', '8.2.a'],
  rationale:
    'Neither S3 nor a trail of management events records who read, wrote or deleted an object. Without server access logs or CloudTrail data events nobody can tell after a breach whose data was taken. Data events are complete; S3 delivers server access logs at best effort, late and with gaps, so they do not prove that nobody read an object. A bucket whose class nobody declares counts as personal. Buckets of logs are left out, since logging one into itself never ends, except those of trails and of AWS Config: access logs in another bucket show who read or deleted these records.',
  fix: 'Use `EncryptedBucket`, or give the bucket an `aws_s3_bucket_logging`, or record the data events of its objects, reads and writes, in an `aws_cloudtrail`.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/logging-with-S3.html',
    'CIS AWS Foundations Benchmark 3.0.0, 3.4, 3.8, 3.9',
    'AWS Security Hub CloudTrail.7, S3.9, S3.22, S3.23',
  ],
  types: ['aws_s3_bucket'],
  check: (bucket, model) => {
    if (!holdsPersonalData(bucket) || logUse(model, bucket)?.isOfRecords === false) return undefined;
    if (companionsOf(model, bucket, LOGGING, 'bucket').length > 0) return MET;
    if (configured(bucket, 'logging.target_bucket') !== undefined) return MET;
    const events = recordsDataEvents(model, bucket);
    if (events === true) return MET;
    if (events !== false) return undetermined(events.because);
    if (hasUndeterminedCompanion(model, LOGGING, 'bucket')) {
      return undetermined(`an ${LOGGING} names its bucket by a value that only a plan can tell`);
    }
    return violated(`the bucket has no ${LOGGING}, and no trail records the data events of its objects`);
  },
};
