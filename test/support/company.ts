import { RuleDefinition } from '../../lib/guardrails/company/definition';
import { met, violated } from '../../lib/rules';

/** A rule of a company, for tests of what becomes of it. */
export function companyDefinition(changed: Partial<RuleDefinition> = {}): RuleDefinition {
  return {
    id: 'ACME-S3-001',
    name: 'acme-buckets-named',
    title: 'The name of a bucket begins with acme',
    severity: 'medium',
    rationale: 'Names tell on invoices whose bucket it is.',
    fix: 'Begin `bucket` with `acme-`.',
    types: ['aws_s3_bucket'],
    examples: {
      pass: [{ title: 'named', terraform: { resource: { aws_s3_bucket: { a: { bucket: 'acme-a' } } } } }],
      fail: [
        {
          title: 'named otherwise',
          terraform: { resource: { aws_s3_bucket: { a: { bucket: 'a' } } } },
          addresses: ['aws_s3_bucket.a'],
        },
      ],
    },
    check: (bucket) => {
      const name = bucket.get('bucket');
      return typeof name === 'string' && name.startsWith('acme-')
        ? met()
        : violated('bucket does not begin with acme-');
    },
    ...changed,
  };
}

/** The text of a file of rules in CommonJS: one that names buckets, with an `id` and the body of `check`. */
export function companyFile(
  check = "return String(bucket.get('bucket')).startsWith('acme-') ? MET : BAD;",
  more = ''
): string {
  return `
const MET = { outcome: 'met' };
const BAD = { outcome: 'violated', message: 'it is called otherwise' };
const bucket = (name) => ({ resource: { aws_s3_bucket: { a: { bucket: name } } } });
exports.rules = [{
  id: 'ACME-S3-001',
  name: 'acme-buckets-named',
  title: 'The name of a bucket begins with acme',
  severity: 'medium',
  claims: ['1.3.1.b'],
  rationale: 'Names tell on invoices whose bucket it is.',
  fix: 'Begin the name with acme.',
  types: ['aws_s3_bucket'],
  examples: {
    pass: [{ title: 'named', terraform: bucket('acme-a') }],
    fail: [{ title: 'named otherwise', terraform: bucket('a'), addresses: ['aws_s3_bucket.a'] }],
  },
  check: (bucket) => { ${check} },
  ${more}
}];
`;
}
