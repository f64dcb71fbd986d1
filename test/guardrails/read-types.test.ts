import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdsResourcePolicy } from '../../lib/aws/iam/resource-policies';
import { check } from '../../lib/guardrails/check';
import { isResourceRule } from '../../lib/guardrails/engine';
import { isRead } from '../../lib/guardrails/read-types';
import { RULES } from '../../lib/guardrails/rules';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject } from '../../lib/terraform/value';
import { ReducedSchema } from '../../scripts/provider-schema/reduce';

const SCHEMA = JSON.parse(readFileSync(join(__dirname, '../support/provider-schema.json'), 'utf8')) as ReducedSchema;
const ROOT = join(__dirname, '../..');

function stackOf(resource: JsonObject, name = 'app') {
  return readStack(name, `${name}/cdk.tf.json`, { resource });
}

test('what is generated is up to date: `npm run generate` writes it', () => {
  const program =
    "import { NAMED, namedTypes } from './scripts/generate.mjs'; console.log(NAMED); process.stdout.write(namedTypes());";
  const [file, ...lines] = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: ROOT,
    encoding: 'utf8',
  }).split('\n');
  expect(readFileSync(join(ROOT, file), 'utf8')).toBe(lines.join('\n'));
});

test('every type that a rule is about is read', () => {
  const types = RULES.filter(isResourceRule).flatMap((rule) => rule.types.filter((type) => type !== '*'));
  expect(types.filter((type) => !isRead(type))).toEqual([]);
});

test('companions are read, and what only rules about everything look at is not', () => {
  const types = ['aws_s3_bucket_versioning', 'aws_flow_log', 'aws_ecr_repository_policy'];
  expect(types.filter((type) => !isRead(type))).toEqual([]);
  const others = ['aws_cloudformation_stack_set', 'aws_route53_record', 'aws_autoscaling_policy', 'awscc_s3_bucket'];
  expect(others.filter(isRead)).toEqual([]);
});

test('policies are told by their names as the schema of the provider has them', () => {
  const wrong = Object.keys(SCHEMA.types).filter((type) => {
    const attributes = SCHEMA.types[type].families?.policy ?? [];
    const holds = attributes.some((attribute) => holdsResourcePolicy(type, attribute));
    return type.endsWith('_policy') && !holds && holdsResourcePolicy(type, 'policy');
  });
  // These have other names for theirs.
  expect(wrong).toEqual([
    'aws_elasticsearch_domain_policy',
    'aws_opensearch_domain_policy',
    'aws_organizations_resource_policy',
    'aws_s3control_multi_region_access_point_policy',
  ]);
});

test('the report counts what nothing reads', () => {
  const { report } = check([
    stackOf({ aws_kms_key: { a: {} }, aws_route53_record: { a: {}, b: {} }, null_resource: { a: {} } }),
  ]);
  expect(report.notRead).toEqual({ aws_route53_record: 2, null_resource: 1 });
});

test.each<[string, JsonObject]>([
  ['null_resource', { null_resource: { a: {} } }],
  ['awscc_s3_bucket', { awscc_s3_bucket: { a: {} } }],
])('stacks of %s are no input', (type, resource) => {
  expect(() => check([stackOf(resource)])).toThrow(
    `no resources that a rule reads, so nothing would be checked: ${type} 1`
  );
  const outcomes = check([stackOf(resource), stackOf({ aws_kms_key: { a: {} } }, 'other')]).report.findings;
  expect(outcomes.some(({ rule, stack }) => rule === 'TF-005' && stack === 'app')).toBe(type !== 'null_resource');
});
