import { openOriginsOf, s3OriginsOf } from '../../../aws/cloudfront/s3-origins';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { allOf } from '../../verdicts/checks';

const CONTROL = 'origin_access_control_id';
const IDENTITY = 's3_origin_config.origin_access_identity';

/** Buckets that only their distribution reads. */
export const RULE: ResourceRule = {
  id: 'CLOUDFRONT-004',
  name: 's3-origin-behind-access-control',
  title: 'A distribution proves to its buckets who it is',
  severity: 'medium',
  claims: ['3.1.1.p'],
  rationale:
    'CloudFront asks a bucket anonymously unless the origin has an origin access control. Then the bucket must be public, and everyone reads it past the distribution, its firewall and its log. A control that never signs is none. An origin access identity, the older way, proves it too, but cannot read objects under a KMS key.',
  fix: `Give every origin that is a bucket an \`${CONTROL}\`, and let the bucket admit only this distribution.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    'AWS Security Hub CloudFront.13',
  ],
  types: ['aws_cloudfront_distribution'],
  check: (distribution, model) => {
    const origins = s3OriginsOf(distribution);
    const [open] = openOriginsOf(distribution);
    const verdict =
      origins.length > 0 ? allOf(origins.map((origin) => originVerdict(model, distribution, origin))) : undefined;
    if (open === undefined || verdict?.outcome === 'violated') return verdict;
    return undetermined(`the origin ${describe(open)} may be a bucket, which only a plan can tell`);
  },
};

function originVerdict(model: Model, distribution: Resource, origin: Block): Verdict {
  const [control, identity] = [configured(origin, CONTROL), configured(origin, IDENTITY)];
  const silent = targetsOf(model, distribution, control, ['aws_cloudfront_origin_access_control']).find(
    (one) => one.get('signing_behavior') === 'never'
  );
  if (silent) {
    const name = describe(origin.get('domain_name'));
    return violated(`signing_behavior of ${silent.address} is "never": it asks ${name} anonymously`);
  }
  if ([control, identity].some((value) => isSet(value))) return MET;
  return violated(`the origin ${describe(origin.get('domain_name'))} has no ${CONTROL}: the bucket must be public`);
}

/** A reference names the control that there is. */
function isSet(value: Value): boolean {
  return isUnknown(value) || (typeof value === 'string' && value !== '');
}
