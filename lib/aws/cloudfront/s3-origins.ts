import { Block } from '../../terraform/block';
import { Resource } from '../../terraform/stack';
import { Unknown, Value, isUnknown } from '../../terraform/value';

const BUCKET = /^(?:data\.)?aws_s3_bucket\.[\w-]+\.bucket(?:_regional)?_domain_name$/;
const DOMAIN = /\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com(?:\.cn)?$/;

/** The origins of a distribution that are buckets asked by the API of S3, not by their website endpoint. */
export function s3OriginsOf(distribution: Resource): readonly Block[] {
  return distribution.blocks('origin').filter((origin) => isBucket(origin.get('domain_name')));
}

/** The origins of which only a plan can tell what they are. */
export function openOriginsOf(distribution: Resource): readonly Value[] {
  return distribution
    .blocks('origin')
    .filter((origin) => !origin.has('custom_origin_config') && !origin.has('vpc_origin_config'))
    .map((origin) => origin.get('domain_name'))
    .filter((domain) => isUnknown(domain) && !isBucket(domain) && !isOther(domain));
}

function isBucket(domain: Value): boolean {
  if (typeof domain === 'string') return DOMAIN.test(domain);
  return isUnknown(domain) && domain.references.length === 1 && BUCKET.test(domain.references[0]);
}

/** Another resource that says where it is: a load balancer, an API. */
function isOther({ reference }: Unknown): boolean {
  return reference !== undefined && /^(?:data\.)?aws_/.test(reference);
}
