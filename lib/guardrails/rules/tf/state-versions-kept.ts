import { recordOf } from '../../../aws/declared';
import { demandsOf } from '../../../aws/demanded';
import { lifecycleOf } from '../../../aws/s3/lifecycle';
import { versioningOf } from '../../../aws/s3/versioning';
import { stackPath } from '../../../aws/stack-path';
import { Memo } from '../../../terraform/memo';
import { Model } from '../../../terraform/model';
import { Resource, Stack } from '../../../terraform/stack';
import { asNumber, isUnknown } from '../../../terraform/value';
import { DEMANDS } from '../../../toms/demands';
import { MET, StackRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

/** States whose earlier versions are there when somebody needs them. */
export const RULE: StackRule = {
  id: 'TF-006',
  name: 'state-versions-kept',
  title: `Earlier versions of a state are kept for ${DEMANDS.versionDays} days or more`,
  severity: 'medium',
  claims: ['4.1.d'],
  rationale:
    'A state that a run broke off in, or that somebody deleted, leaves resources that Terraform no longer knows: without an earlier version each has to be imported by hand. S3 keeps the versions of a bucket that is versioned, until a lifecycle rule expires them. Judged are stacks whose `s3` backend names a bucket that is part of what is checked; of others nothing is known. HCP Terraform keeps every version of a state. Stacks that live for a test run may lose theirs, and a plan does not say which backend it has.',
  fix: `Give the bucket an \`aws_s3_bucket_versioning\` with \`status\` Enabled, and let \`noncurrent_version_expiration\` take ${DEMANDS.versionDays} days or more.`,
  sources: [
    'https://developer.hashicorp.com/terraform/language/backend/s3',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    'https://developer.hashicorp.com/terraform/cloud-docs/workspaces/state',
  ],
  checkStack: (stack, model) => {
    const verdict = recordOf(stack).posture?.environment === 'ephemeral' ? undefined : judge(stack, model);
    return verdict
      ? [{ subject: { stack, address: 'terraform.backend', constructPath: stackPath(stack) }, verdict }]
      : [];
  },
};

function judge(stack: Stack, model: Model): Verdict | undefined {
  if (!stack.backend) return undefined;
  const { type, block } = stack.backend;
  if (type === 'cloud' || type === 'remote') {
    const host = block.get('hostname') ?? 'app.terraform.io';
    return host === 'app.terraform.io' || host === 'app.eu.terraform.io' ? MET : undefined;
  }
  const name = type === 's3' ? block.get('bucket') : undefined;
  if (typeof name !== 'string') return undefined;
  const { versionDays } = demandsOf(stack);
  const { named, perhaps } = bucketsOf(model);
  const own = named.get(name);
  if (own) return worst(own.map((bucket) => bucketVerdict(model, bucket, versionDays)));
  const lacking = perhaps.find((bucket) => bucketVerdict(model, bucket, versionDays).outcome !== 'met');
  return (
    lacking &&
    undetermined(
      `the state is perhaps in ${lacking.address}, whose name only a plan can tell, and whose versions may be lost`
    )
  );
}

interface Buckets {
  readonly named: ReadonlyMap<string, readonly Resource[]>;
  /** Those whose name only a plan can tell. */
  readonly perhaps: readonly Resource[];
}

const BUCKETS = new Memo<Buckets>();

function bucketsOf(model: Model): Buckets {
  return BUCKETS.of(model, () => {
    const named = new Map<string, Resource[]>();
    const perhaps: Resource[] = [];
    for (const bucket of model.resources('aws_s3_bucket')) {
      const name = bucket.get('bucket');
      if (isUnknown(name)) perhaps.push(bucket);
      else if (typeof name === 'string') named.set(name, [...(named.get(name) ?? []), bucket]);
    }
    return { named, perhaps };
  });
}

function bucketVerdict(model: Model, bucket: Resource, versionDays: number): Verdict {
  const versioning = versioningOf(model, bucket);
  if (versioning === 'off' || versioning === 'suspended') {
    return violated(`the state is in ${bucket.address}, which keeps no versions: what a run overwrites is lost`);
  }
  if (versioning !== 'on') return undetermined(`the state is in ${bucket.address}: ${versioning.because}`);
  const { rules, open } = lifecycleOf(model, bucket);
  // A rule about a part of the bucket may be about the states.
  const ending = rules.filter((rule) => rule.isEnabled !== false && rule.noncurrentDays !== undefined);
  for (const { of, noncurrentDays, isEnabled, isWhole, keptVersions } of ending) {
    const days = asNumber(noncurrentDays);
    if (days === 0 || (days !== undefined && days >= versionDays)) continue;
    if (days === undefined || isEnabled !== true || isWhole !== true || isUnknown(keptVersions)) {
      return undetermined(
        `the state is in ${bucket.address}: only a plan, or who knows the names of its states, can tell whether ${of.address} expires their versions earlier than after ${versionDays} days`
      );
    }
    // Versions that it keeps by their number do not expire.
    if ((asNumber(keptVersions) ?? 0) > 0) continue;
    return violated(
      `the state is in ${bucket.address}, whose noncurrent versions expire after ${days} days by ${of.address}`
    );
  }
  return open === undefined ? MET : undetermined(`the state is in ${bucket.address}: ${open}`);
}
