import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown } from '../../../terraform/value';
import { TAG } from '../../../toms/tags';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const STATUS = 'job_status';

/** Searches for personal data that go on. */
export const RULE: ResourceRule = {
  id: 'MACIE-004',
  name: 'buckets-searched-again',
  title: 'A recurring search of Macie for personal data runs',
  severity: 'low',
  claims: ['3.1.2.d'],
  rationale:
    'People put personal data where nobody expects it: an export for a colleague, a log with names in it. A recurring job of Macie searches what is new in every bucket that its criteria leave in. A job that is paused searches nothing until somebody resumes it, and one that is cancelled never runs again. Judged are recurring jobs that leave out nothing but buckets that are said to hold personal data. Jobs that run once, or search buckets that somebody chose, say nothing of the others.',
  fix: `Leave \`${STATUS}\` out, or set it to RUNNING. \`DataDiscovery\` searches the buckets of a region.`,
  sources: [
    'https://docs.aws.amazon.com/macie/latest/user/discovery-jobs-scope.html',
    'https://docs.aws.amazon.com/macie/latest/user/discovery-jobs-status-change.html',
  ],
  types: ['aws_macie2_classification_job'],
  check: (job) => {
    const type = configured(job, 'job_type');
    if (isUnknown(type)) return unknownAttribute('job_type', type);
    if (type !== 'SCHEDULED') return undefined;
    const scope = scopeOf(job);
    if (scope === 'chosen') return undefined;
    const status = configured(job, STATUS) ?? 'RUNNING';
    if (isUnknown(status)) return unknownAttribute(STATUS, status);
    if (status === 'CANCELLED' || status === 'USER_PAUSED') {
      return violated(`${STATUS} is ${describe(status)}: nothing is searched any more`, { [STATUS]: 'RUNNING' });
    }
    return scope === 'open' ? undetermined('only a plan can tell which buckets its criteria leave out') : MET;
  },
};

/** Whether a job searches all buckets but those where personal data is expected, some that somebody chose, or only a plan can tell. */
function scopeOf(job: Resource): 'all' | 'chosen' | 'open' {
  const definitions = job.blocks('s3_job_definition');
  if (definitions.some((definition) => definition.has('bucket_definitions') || definition.has('scoping')))
    return 'chosen';
  const criteria = definitions.flatMap((definition) => definition.blocks('bucket_criteria'));
  if (criteria.some((one) => one.has('includes'))) return 'chosen';
  const left = criteria.flatMap((one) => one.blocks('excludes').flatMap((excluded) => excluded.blocks('and')));
  const found = left.map(leavesOut);
  if (found.includes('others')) return 'chosen';
  return found.includes('open') ? 'open' : 'all';
}

/** Which buckets a condition leaves out. Several conditions leave out fewer. */
function leavesOut(condition: Block): 'expected' | 'others' | 'open' {
  const criteria = condition.blocks('tag_criterion');
  if (criteria.length === 0 || condition.has('simple_criterion')) return 'others';
  const pairs = criteria.flatMap((criterion) =>
    criterion.blocks('tag_values').map((pair) => [pair.get('key'), pair.get('value'), criterion.get('comparator')])
  );
  if (pairs.some((pair) => pair.some(isUnknown))) return 'open';
  const isExpected = pairs.every(
    ([key, value, comparator]) =>
      key === TAG.dataClass && (value === 'personal' || value === 'special-category') && comparator === 'EQ'
  );
  return isExpected && pairs.length > 0 ? 'expected' : 'others';
}
