import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const WEEKLY = { job_type: 'SCHEDULED', schedule_frequency: { weekly_schedule: 'SUNDAY' } };

const except = (...values: string[]): JsonObject => ({
  bucket_criteria: {
    excludes: {
      and: [
        { tag_criterion: { comparator: 'EQ', tag_values: values.map((value) => ({ key: 'tom:data-class', value })) } },
      ],
    },
  },
});

const job = (args: JsonObject, definition: JsonObject = except('personal', 'special-category')): JsonObject => ({
  resource: { aws_macie2_classification_job: { search: { ...args, s3_job_definition: definition } } },
});

const ALL = { bucket_criteria: {} };
const ADDRESSES = ['aws_macie2_classification_job.search'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'every week, all buckets', terraform: job(WEEKLY, ALL) },
    { title: 'every week, all buckets but those of personal data', terraform: job(WEEKLY) },
    { title: 'a search that runs once', terraform: job({ job_type: 'ONE_TIME' }) },
    {
      title: 'buckets that somebody chose',
      terraform: job(
        { ...WEEKLY, job_status: 'USER_PAUSED' },
        { bucket_definitions: [{ account_id: '111122223333', buckets: ['reports'] }] }
      ),
    },
    {
      title: 'a job that leaves internal buckets out says nothing of them',
      terraform: job({ ...WEEKLY, job_status: 'USER_PAUSED' }, except('internal')),
    },
  ],
  fail: [
    { title: 'paused', terraform: job({ ...WEEKLY, job_status: 'USER_PAUSED' }, ALL), addresses: ADDRESSES },
    { title: 'cancelled', terraform: job({ ...WEEKLY, job_status: 'CANCELLED' }), addresses: ADDRESSES },
  ],
  undetermined: [
    {
      title: 'a variable says what is left out',
      terraform: { ...job(WEEKLY, except('${var.class}')), variable: { class: {} } },
      addresses: ADDRESSES,
    },
  ],
};
