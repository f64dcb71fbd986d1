import { companyRule } from '../../../lib/guardrails/company/company-rule';
import { RuleDefinition, RuleResource } from '../../../lib/guardrails/company/definition';
import { run } from '../../../lib/guardrails/engine';
import { NO_SETTINGS } from '../../../lib/guardrails/settings/settings';
import { met, undetermined, violated } from '../../../lib/rules';
import { Model } from '../../../lib/terraform/model';
import { readStack } from '../../../lib/terraform/read-stack';
import { JsonObject } from '../../../lib/terraform/value';
import { testRule } from '../../support/rules';
import { companyDefinition } from '../../support/company';

const TODAY = new Date('2026-06-01T00:00:00Z');

function report(terraform: JsonObject, changed: Partial<RuleDefinition>, own = [testRule(() => undefined)]) {
  const model = new Model([readStack('app', 'app.tf.json', terraform)]);
  const companyRules = [companyRule(companyDefinition(changed), './rules.js')];
  return run(model, own, TODAY, [], [], { ...NO_SETTINGS, companyRules });
}

/** What the check of a rule says of a bucket. */
function says(bucket: JsonObject, check: RuleDefinition['check'], others: JsonObject = {}): string {
  const terraform = { variable: { open: {} }, resource: { aws_s3_bucket: { a: bucket }, ...others } };
  const { outcomes, crashes } = report(terraform, { check });
  if (crashes.length > 0) return crashes.join();
  const [{ met: isMet, violated: isViolated, undetermined: isOpen }] = [
    ...outcomes,
    { met: [], violated: [], undetermined: [] },
  ];
  return isViolated.length > 0 ? 'violated' : isOpen.length > 0 ? 'undetermined' : isMet.length > 0 ? 'met' : 'nothing';
}

const named: RuleDefinition['check'] = (bucket) => (bucket.get('bucket') === 'good' ? met() : violated('it is not'));

test('what is known is judged, what only a plan can tell is undetermined', () => {
  expect(says({ bucket: 'good' }, named)).toBe('met');
  expect(says({ bucket: 'bad' }, named)).toBe('violated');
  expect(says({}, named)).toBe('violated');
  expect(says({ bucket: '${var.open}' }, named)).toBe('undetermined');
  expect(says({ bucket: 'go-${var.open}' }, named)).toBe('undetermined');
  expect(says({ bucket: '${var.open ? "good" : "bad"}' }, named)).toBe('undetermined');
  expect(says({ bucket: '${var.open ? "bad" : "worse"}' }, named)).toBe('violated');
  expect(says({ bucket: 'good', lifecycle: { ignore_changes: ['bucket'] } }, named)).toBe('undetermined');
});

test('a value that decides is only found by its examples: what one of them refuses may be there', () => {
  const terraform = (name: string): JsonObject => ({ resource: { aws_s3_bucket: { a: { bucket: name } } } });
  const examples = {
    pass: [{ title: 'any', terraform: terraform('good') }],
    fail: [{ title: 'that', terraform: terraform('forbidden'), addresses: ['aws_s3_bucket.a'] }],
  };
  const check: RuleDefinition['check'] = (bucket) => (bucket.get('bucket') === 'forbidden' ? violated('it is') : met());
  const bucket = { bucket: 'good', lifecycle: { ignore_changes: ['bucket'] } };
  const { outcomes } = report({ resource: { aws_s3_bucket: { a: bucket } } }, { check, examples });
  expect(outcomes[0].undetermined).toEqual(['app:aws_s3_bucket.a']);
});

test('a rule that catches what ends its check is not believed', () => {
  const deaf: RuleDefinition['check'] = (bucket) => {
    try {
      bucket.get('bucket');
    } catch {
      // It goes on as if nothing had happened.
    }
    return met();
  };
  expect(says({ bucket: '${var.open}' }, deaf)).toBe('undetermined');
  expect(says({ bucket: 'a' }, deaf)).toBe('met');
});

test('a rule may ask whether a value is known, and say itself what is undetermined', () => {
  const careful: RuleDefinition['check'] = (bucket) =>
    bucket.isKnown('bucket') ? met() : undetermined('the name is open');
  expect(says({ bucket: '${var.open}' }, careful)).toBe('undetermined');
  expect(says({}, careful)).toBe('met');
});

test('what is within a value that is open is open as well', () => {
  const tagged: RuleDefinition['check'] = (bucket) => (bucket.get('tags') === undefined ? violated('none') : met());
  expect(says({ tags: { team: 'a' } }, tagged)).toBe('met');
  expect(says({ tags: { team: '${var.open}' } }, tagged)).toBe('undetermined');
  const team: RuleDefinition['check'] = (bucket) => (bucket.tag('team') === 'a' ? met() : violated('of another team'));
  expect(says({ tags: { team: 'a', other: '${var.open}' } }, team)).toBe('met');
  expect(says({ tags: { team: '${var.open}' } }, team)).toBe('undetermined');
});

test('JSON is text, also where jsonencode makes it', () => {
  const policy: RuleDefinition['check'] = (bucket) =>
    bucket.get('policy') === '{"a":1}' ? met() : violated('another');
  expect(says({ policy: '{"a":1}' }, policy)).toBe('met');
  expect(says({ policy: '${jsonencode({ a = 1 })}' }, policy)).toBe('met');
  expect(says({ policy: '${jsonencode({ a = var.open })}' }, policy)).toBe('undetermined');
});

test('numbers and truth are read as Terraform converts them', () => {
  const numbers: RuleDefinition['check'] = (bucket) =>
    bucket.number('n') === 5 && bucket.isTrue('t') && !bucket.isTrue('f') ? met() : violated('otherwise');
  expect(says({ n: 5, t: true, f: false }, numbers)).toBe('met');
  expect(says({ n: '5', t: 'true', f: 'false' }, numbers)).toBe('met');
  expect(says({ n: 'five', t: true }, numbers)).toBe('violated');
  expect(says({ n: 5, t: '${var.open}' }, numbers)).toBe('undetermined');
});

test('blocks are those that are written, and open where an expression makes them', () => {
  const rules: RuleDefinition['check'] = (bucket) =>
    bucket.blocks('lifecycle_rule').some((rule) => rule.isTrue('enabled')) ? met() : violated('none is on');
  expect(says({ lifecycle_rule: { enabled: true } }, rules)).toBe('met');
  expect(says({ lifecycle_rule: [{ enabled: false }, { enabled: true }] }, rules)).toBe('met');
  expect(says({}, rules)).toBe('violated');
  expect(says({ lifecycle_rule: '${var.open}' }, rules)).toBe('undetermined');
  const dynamic = { lifecycle_rule: { for_each: '${var.open}', content: { enabled: true } } };
  expect(says({ dynamic }, rules)).toBe('undetermined');
  const deep: RuleDefinition['check'] = (bucket) => (bucket.blocks('a.b').length > 0 ? met() : undefined);
  expect(says({}, deep)).toContain('names more than one block');
});

test('targets are what an attribute names, and open where nobody can tell', () => {
  const keyed: RuleDefinition['check'] = (bucket) =>
    bucket.targets('key', 'aws_kms_key').some((key) => key.isTrue('enable_key_rotation')) ? met() : violated('none');
  const keys = { aws_kms_key: { k: { enable_key_rotation: true } } };
  expect(says({ key: '${aws_kms_key.k.arn}' }, keyed, keys)).toBe('met');
  expect(says({}, keyed, keys)).toBe('violated');
  expect(says({ key: '${var.open}' }, keyed, keys)).toBe('undetermined');
});

test('companions are those that name a resource, and open where one of them may', () => {
  const versioned: RuleDefinition['check'] = (bucket) =>
    bucket.companions('aws_s3_bucket_versioning', 'bucket').length > 0 ? met() : violated('no versions');
  const versioning = (bucket: string): JsonObject => ({ aws_s3_bucket_versioning: { v: { bucket } } });
  expect(says({}, versioned, versioning('${aws_s3_bucket.a.id}'))).toBe('met');
  expect(says({ bucket: 'a' }, versioned, versioning('a'))).toBe('met');
  expect(says({}, versioned)).toBe('violated');
  expect(says({}, versioned, versioning('${var.open}'))).toBe('undetermined');
});

test('what a rule is told of a resource is what there is, and what it does to it changes nothing', () => {
  const seen: unknown[] = [];
  const spoil: RuleDefinition['check'] = (bucket, model) => {
    (bucket.get('tags') as { team: string }).team = 'mine';
    const [same] = model.resources('aws_s3_bucket');
    seen.push(bucket.type, bucket.name, bucket.address, bucket.stack, bucket.constructPath, same.get('tags'));
    seen.push(bucket.holdsPersonalData, bucket.isProduction);
    return met();
  };
  const bucket = { tags: { team: 'theirs', 'tom:data-class': 'internal' }, '//': { metadata: { path: 'app/A' } } };
  expect(says(bucket, spoil)).toBe('met');
  const { 'tom:data-class': dataClass } = bucket.tags;
  expect(seen).toEqual([
    'aws_s3_bucket',
    'a',
    'aws_s3_bucket.a',
    'app',
    'app/A',
    { team: 'theirs', 'tom:data-class': dataClass },
    false,
    true,
  ]);
});

test.each<[string, unknown, string]>([
  ['a promise', Promise.resolve(met()), 'a promise'],
  ['true', true, 'true'],
  ['no message', { outcome: 'violated' }, '{"outcome":"violated"}'],
  ['another outcome', { outcome: 'fine', message: '' }, '"fine"'],
  ['null', null, 'null'],
])('a check that returns %s is a crash, and never passes', (_what, returned, shown) => {
  const { crashes, outcomes } = report({ resource: { aws_s3_bucket: { a: {} } } }, { check: () => returned as never });
  expect(crashes).toEqual([expect.stringContaining('rule ACME-S3-001 of ./rules.js failed: its check returned ')]);
  expect(crashes[0]).toContain(shown);
  expect(outcomes).toEqual([]);
});

test('rules of a company run after all others, whatever they are called', () => {
  const order: string[] = [];
  const own = testRule((resource: { readonly type: string }) => {
    order.push(resource.type);
    return undefined;
  });
  const note = (bucket: RuleResource): undefined => void order.push(bucket.type);
  const terraform = { resource: { null_resource: { a: {} }, aws_s3_bucket: { a: {} } } };
  report(terraform, { id: 'AAA-S3-001', name: 'aaa-x', check: note }, [own]);
  expect(order).toEqual(['null_resource', 'aws_s3_bucket']);
});
