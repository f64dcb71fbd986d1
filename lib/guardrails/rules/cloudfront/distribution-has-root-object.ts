import { openOriginsOf, s3OriginsOf } from '../../../aws/cloudfront/s3-origins';
import { configured } from '../../../terraform/configured';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ATTRIBUTE = 'default_root_object';

/** Distributions of buckets that never answer with a list of what is in the bucket. */
export const RULE: ResourceRule = {
  id: 'CLOUDFRONT-003',
  name: 'distribution-has-root-object',
  title: 'A distribution of a bucket has a default root object',
  severity: 'low',
  claims: ['3.1.1.p'],
  rationale:
    'Where a distribution has no root object, a request for its root goes to the origin as a request for the bucket, which answers with a list of its objects wherever its policy lets CloudFront list them. Distributions without a bucket behind them are not judged.',
  fix: `Set \`${ATTRIBUTE}\` to the object of the start page, such as index.html.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html',
    'AWS Security Hub CloudFront.1',
  ],
  types: ['aws_cloudfront_distribution'],
  check: (distribution) => {
    const object = configured(distribution, ATTRIBUTE);
    if (s3OriginsOf(distribution).length === 0 && openOriginsOf(distribution).length === 0) return undefined;
    if (isUnknown(object)) return unknownAttribute(ATTRIBUTE, object);
    if (object !== undefined && object !== '') return MET;
    const message = `${ATTRIBUTE} is not set: a request for the root may list the bucket`;
    if (s3OriginsOf(distribution).length > 0) return violated(message);
    return undetermined(`${message}, if the origin ${describe(openOriginsOf(distribution)[0])} is one`);
  },
};
