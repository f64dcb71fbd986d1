import { ClaimEvidence, ClaimReader } from '../../lib/evidence/claims';
import { membersOf } from '../../lib/evidence/population';
import { STORE_POPULATIONS } from '../../lib/evidence/populations/stores';
import { Evidence, evidence as evidenceOf } from '../../lib/evidence/evidence';
import { Checked, check } from '../../lib/guardrails/check';
import { RULES } from '../../lib/guardrails/rules';
import { claim as claimOf } from '../../lib/toms/claims/catalogue';
import { isWithin } from '../../lib/erasure/horizon';
import { Stack } from '../../lib/terraform/stack';
import { readStack } from '../../lib/terraform/read-stack';
import { JsonObject, isJsonObject } from '../../lib/terraform/value';
import { UnreadableInput } from '../../lib/terraform/unreadable-input';
import { examplesOf } from '../../lib/cli/examples';
import { share } from '../support/share';

const TODAY = new Date('2026-06-01T00:00:00Z');
const CHECKED = new Map<JsonObject, Checked | undefined>();

function stackOf(terraform: JsonObject): Stack {
  return readStack('app', 'app/cdk.tf.json', terraform);
}

/** What a check of a configuration gives, or nothing where there is nothing to check. */
function checked(terraform: JsonObject): Checked | undefined {
  if (CHECKED.has(terraform)) return CHECKED.get(terraform);
  let found: Checked | undefined;
  try {
    found = check([stackOf(terraform)], TODAY);
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
  }
  CHECKED.set(terraform, found);
  return found;
}

const SHOWN = new Map<Checked, Evidence>();

/** The evidence of a run, computed once. */
function evidence(run: Checked): Evidence {
  const known = SHOWN.get(run) ?? evidenceOf(run);
  SHOWN.set(run, known);
  return known;
}

const PASSING = RULES.flatMap((rule) =>
  examplesOf(rule).pass.map(({ title, terraform }) => ({ name: `${rule.id}: ${title}`, terraform }))
);
const WRITTEN = PASSING.filter(({ terraform }) => terraform.format_version === undefined && terraform.resource);

function claimsOf(shown: Evidence): ReadonlyMap<string, ClaimEvidence> {
  return new Map(shown.measures.flatMap(({ claims }) => claims).map((claim) => [claim.id, claim]));
}

const ORDER = ['violated', 'waived', 'undetermined', 'not shown', 'in part', 'shown'] as const;

/** What is better in the second evidence than in the first. What did not apply has nothing to better. */
function better(before: Evidence, after: Evidence): readonly string[] {
  const later = claimsOf(after);
  return [...claimsOf(before).values()].flatMap((claim) => {
    const now = later.get(claim.id)!;
    const [one, other] = [claim, now].map(({ state }) => ORDER.findIndex((each) => each === state));
    const [part, whole] = [claim, now].map(({ count }) => (count && count.of > 0 ? count.met / count.of : 0));
    const applied = claim.state !== 'not applicable';
    return (applied && (now.state === 'not applicable' || other > one)) || whole > part
      ? [`${claim.id}: ${claim.state} to ${now.state}`]
      : [];
  });
}

test('no measure is in full by the passing examples of one rule', () => {
  const full = share(PASSING).flatMap(({ name, terraform }) => {
    const run = checked(terraform);
    const measures = run ? evidence(run).measures : [];
    return measures.filter(({ state }) => state === 'in full').map(({ id }) => `${name} shows ${id} in full`);
  });
  expect(PASSING.length).toBeGreaterThan(300);
  expect(full).toEqual([]);
});

test('resources that no rule reads make no claim better', () => {
  const unread: { readonly [type: string]: JsonObject } = {
    aws_lightsail_bucket: { unread: {} },
    aws_timestreamwrite_table: { unread: {} },
    aws_eip_association: { unread: {} },
    aws_networkmanager_site: { unread: {} },
    random_id: { unread: {} },
  };
  const found = share(WRITTEN).flatMap(({ name, terraform }) => {
    const before = checked(terraform);
    if (!before || !isJsonObject(terraform.resource)) return [];
    const { resource } = terraform;
    const more = Object.entries(unread).map(([type, named]) => [type, { ...(resource[type] as JsonObject), ...named }]);
    const after = check([stackOf({ ...terraform, resource: { ...resource, ...Object.fromEntries(more) } })], TODAY);
    return better(evidence(before), evidence(after)).map((text) => `${name}: ${text}`);
  });
  expect(found).toEqual([]);
});

/** What stands apart from a store, and makes it as it must be. A key without a policy has that of AWS, which its rule judges too. */
const COMPANION =
  /^aws_(?:s3_bucket_(?:policy|public_access_block|versioning|lifecycle_configuration|server_side_encryption_configuration)|(?:sqs_queue|sns_topic|efs_file_system|secretsmanager_secret)_policy|secretsmanager_secret_rotation|flow_log|networkfirewall_logging_configuration|wafv2_web_acl_logging_configuration)$/;

test('without its companions a rule that they met counts for less', () => {
  const kept: string[] = [];
  let tried = 0;
  for (const rule of RULES) {
    for (const { title, terraform } of examplesOf(rule).pass) {
      const { resource } = terraform;
      if (terraform.format_version !== undefined || !isJsonObject(resource)) continue;
      const companions = Object.keys(resource).filter((type) => COMPANION.test(type));
      if (companions.length === 0) continue;
      const rest = Object.fromEntries(Object.entries(resource).filter(([type]) => !companions.includes(type)));
      const [before, after] = [checked(terraform), checked({ ...terraform, resource: rest })];
      if (!before || !after) continue;
      const [one, other] = [before, after].map((run) => claimsOf(evidence(run)));
      const metBy = (run: Checked): number => run.report.outcomes.find((it) => it.rule === rule.id)?.met.length ?? 0;
      if (metBy(after) >= metBy(before)) continue;
      tried++;
      for (const id of rule.claims) {
        const [was, is] = [one.get(id)!, other.get(id)!];
        if (!was.rules.includes(rule.id) || !was.count || !is.count || was.count.met === 0) continue;
        const less =
          is.count.met < was.count.met || is.count.violated > was.count.violated || is.count.undetermined > 0;
        if (!less) kept.push(`${rule.id} ${title}: ${id} ${was.state} ${was.count.met} to ${is.state} ${is.count.met}`);
      }
    }
  }
  expect(tried).toBeGreaterThan(15);
  expect(kept).toEqual([]);
});

/** A claim as the verdicts of one rule only show it. */
function shownBy(rule: string, { model, report }: Checked, id: string): ClaimEvidence {
  const outcomes = report.outcomes.filter((each) => each.rule === rule);
  const waivers = { sound: [], broken: [] };
  const { declarations, records } = report;
  return new ClaimReader({ model, outcomes, declarations, rules: RULES, waivers, records }).read(claimOf(id)!);
}

test('where several rules judge the members of a claim, none of them shows it alone', () => {
  const alone = new Set<string>();
  let tried = 0;
  for (const { terraform } of PASSING) {
    const run = checked(terraform);
    if (!run) continue;
    for (const { id, kind, state, rules } of claimsOf(evidence(run)).values()) {
      if (state !== 'shown' || kind === 'existence' || rules.length < 2) continue;
      tried++;
      for (const rule of rules) if (shownBy(rule, run, id).state === 'shown') alone.add(`${id} by ${rule}`);
    }
  }
  expect(tried).toBeGreaterThan(20);
  expect([...alone]).toEqual([]);
});

test('the horizon table and its claims agree', () => {
  let compared = 0;
  for (const { name, terraform } of share(PASSING)) {
    const run = checked(terraform);
    if (!run) continue;
    const shown = evidence(run);
    const within = claimsOf(shown).get('2.3.b')!;
    if (!within.count || within.count.of === 0) continue;
    const members = new Set(
      membersOf(run.model, STORE_POPULATIONS['stores of personal data']).map((store) => store.qualifiedAddress)
    );
    const stores = shown.erasure.filter(({ store }) => members.has(store));
    const beyond = stores.filter(
      ({ days, retentionDays }) =>
        days === 'never' ||
        retentionDays === undefined ||
        (typeof days === 'number' && typeof retentionDays === 'number' && !isWithin(days, retentionDays))
    );
    compared++;
    const areWithin = beyond.length === 0 && stores.length === members.size;
    const isOpen = stores.some(({ days, retentionDays }) => [days, retentionDays].includes('undetermined'));
    expect([name, within.state === 'shown']).toEqual([name, areWithin && !isOpen]);
    const gone = claimsOf(shown).get('2.3.a')!;
    const kept = beyond.filter(({ retentionDays }) => retentionDays !== undefined);
    expect([name, gone.state === 'shown' && kept.length > 0]).toEqual([name, false]);
  }
  expect(compared).toBeGreaterThan(50);
});

/** What the evidence says of a few resources. */
function shownOf(resource: JsonObject): {
  readonly run: Evidence;
  readonly claims: ReadonlyMap<string, ClaimEvidence>;
} {
  const run = evidence(check([stackOf({ provider: { aws: { region: 'eu-central-1' } }, resource })], TODAY));
  return { run, claims: claimsOf(run) };
}

describe('little shows little', () => {
  test('managed policies of AWS show no least privilege', () => {
    const attach = (name: string): JsonObject => ({ role: 'app', policy_arn: `arn:aws:iam::aws:policy/${name}` });
    const { claims } = shownOf({
      aws_iam_role_policy_attachment: {
        power: attach('PowerUserAccess'),
        iam: attach('IAMFullAccess'),
        storage: attach('AmazonS3FullAccess'),
      },
    });
    for (const id of ['3.1.1.a', '6.2.b']) {
      expect(claims.get(id)).toMatchObject({ state: 'violated', count: { met: 0, undetermined: 0 } });
    }
  });

  test('a bucket that is not emptied is no backup', () => {
    const bucket = { force_destroy: false, tags: { 'tom:data-class': 'public' } };
    const { run } = shownOf({ aws_s3_bucket: { site: bucket } });
    expect(run.measures.find(({ id }) => id === '4.1')?.state).toBe('not shown');
  });

  test('deletion protection is no management of changes', () => {
    const { run } = shownOf({
      aws_lb: { web: { load_balancer_type: 'network', internal: true, enable_deletion_protection: true } },
    });
    expect(run.measures.find(({ id }) => id === '3.2.1')?.state).toBe('not shown');
  });

  test('a bucket key that is off breaks no encryption', () => {
    const rule = {
      apply_server_side_encryption_by_default: {
        sse_algorithm: 'aws:kms',
        kms_master_key_id: '${aws_kms_key.own.arn}',
      },
    };
    const { claims } = shownOf({
      aws_kms_key: { own: {} },
      aws_s3_bucket: { letters: {} },
      aws_s3_bucket_server_side_encryption_configuration: {
        letters: { bucket: '${aws_s3_bucket.letters.id}', rule },
      },
    });
    expect(claims.get('1.2.1.b')?.state).toBe('shown');
    expect(claims.get('3.3.2.d')?.state).toBe('violated');
  });

  test('logs that go elsewhere are not central, and an instance is no perimeter', () => {
    const { run, claims } = shownOf({
      aws_flow_log: {
        net: { vpc_id: '${aws_vpc.net.id}', traffic_type: 'ALL', log_destination: 'arn:aws:s3:::somebodys-bucket' },
      },
      aws_instance: { web: { metadata_options: { http_tokens: 'required' } } },
      aws_vpc: { net: {} },
    });
    expect(claims.get('8.1.f')?.state).not.toBe('shown');
    for (const id of ['6.4', '7.1', '8.1', '9.1']) {
      expect(run.measures.find((measure) => measure.id === id)?.state).not.toBe('in full');
    }
  });
});
