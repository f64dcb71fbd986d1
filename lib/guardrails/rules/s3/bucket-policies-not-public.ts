import { PolicyReading, readPolicy } from '../../../aws/iam/policy';
import { policyOf } from '../../../aws/s3/bucket-policy';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

/** Policies of buckets and access points that know whom they let in. */
export const RULE: ResourceRule = {
  id: 'S3-011',
  name: 'bucket-policies-not-public',
  title: 'No policy of a bucket or access point lets everybody in',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'An Allow to everybody (Principal *, or NotPrincipal) opens the bucket to the internet, unless a condition names the accounts, organization, networks or sources that are meant. What counts as public is what AWS calls so.',
  fix: 'Use `EncryptedBucket` and its grants, or name the principals; or narrow the statement by a condition with fixed values, such as StringEquals aws:PrincipalOrgID or aws:SourceVpce.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status',
    'AWS Security Hub S3.2, S3.3',
  ],
  types: [
    'aws_s3_bucket_policy',
    'aws_s3_bucket',
    'aws_s3_access_point',
    'aws_s3control_access_point_policy',
    'aws_s3control_multi_region_access_point_policy',
  ],
  check: (resource, model) => {
    const policy = policyIn(model, resource);
    if (policy === undefined) return undefined;
    // An access point of a VPC answers nobody outside it.
    if (resource.type === 'aws_s3_access_point' && resource.has('vpc_configuration.vpc_id')) return MET;
    return publicPolicyVerdict('policy', policy);
  },
};

function policyIn(model: Model, resource: Resource): PolicyReading {
  if (resource.type !== 'aws_s3control_multi_region_access_point_policy') return policyOf(model, resource);
  const isSet = configured(resource, 'details.policy') !== undefined;
  return isSet ? readPolicy(model, resource, 'details.policy') : undefined;
}
