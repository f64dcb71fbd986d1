import { deepStrictEqual, fail } from 'node:assert';
import { GetKeyPolicyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3';
import { evaluate } from '../../../lib/aws/iam/evaluation/evaluate';
import { policyFromJson } from '../../../lib/aws/iam/policy';
import { JsonObject, Value } from '../../../lib/terraform/value';
import { Resources } from './deployment';
import { Lane } from './lane';
import { ACCOUNT_ID, clientConfig } from './moto';

/** Reads the policies of the site back, and asks them what CloudFront may do. */
export class SiteReadBack {
  private readonly s3: S3Client;
  private readonly config: ReturnType<typeof clientConfig>;

  constructor(endpoint: string) {
    this.config = clientConfig(endpoint);
    this.s3 = new S3Client({ ...this.config, forcePathStyle: true });
  }

  public async check(lane: Lane, site: Resources): Promise<void> {
    const distribution = site.get('aws_cloudfront_distribution', 'site/Distribution', 'arn');
    for (const [path, key] of [
      ['site/Content', 'site/PublicDataKey'],
      ['site/Standby', 'site/PublicDataKey-eu-west-1'],
    ]) {
      const may = await this.decisions(site, path, key);
      await lane.check(`${path}: the distribution reads its files, and writes none`, () => {
        deepStrictEqual(may(distribution), ['allow', 'allow']);
        deepStrictEqual(may(distribution, true), ['deny', 'deny']);
      });
      await lane.check(`${path}: no other distribution reads them, of this account or of another`, () => {
        deepStrictEqual(may(`arn:aws:cloudfront::${ACCOUNT_ID}:distribution/E2OTHER`), ['deny', 'allow']);
        deepStrictEqual(may('arn:aws:cloudfront::444455556666:distribution/E1SITE'), ['deny', 'deny']);
      });
    }
  }

  /** What CloudFront may do with objects of a bucket, and with its key, for a distribution. */
  private async decisions(
    site: Resources,
    path: string,
    key: string
  ): Promise<(sourceArn: string, writes?: boolean) => [object: string, key: string]> {
    const bucket = site.get('aws_s3_bucket', path, 'bucket');
    const keyArn = site.get('aws_kms_key', key, 'arn');
    const ofBucket = (await this.s3.send(new GetBucketPolicyCommand({ Bucket: bucket }))).Policy;
    const kms = new KMSClient({ ...this.config, region: keyArn.split(':')[3] });
    const ofKey = (await kms.send(new GetKeyPolicyCommand({ KeyId: keyArn, PolicyName: 'default' }))).Policy;
    return (sourceArn, writes = false) => [
      decide(ofBucket, writes ? 's3:PutObject' : 's3:GetObject', `arn:aws:s3:::${bucket}/index.html`, sourceArn),
      decide(ofKey, writes ? 'kms:GenerateDataKey' : 'kms:Decrypt', keyArn, asOfAws(sourceArn)),
    ];
  }
}

/** The ARN of a distribution has an empty place for the region, which moto leaves out. */
function asOfAws(sourceArn: string): string {
  return sourceArn.replace(/^(arn:aws:cloudfront):(?=\d)/, '$1::');
}

/** What a policy says of a request of CloudFront for one of its distributions. */
function decide(policy: string | undefined, action: string, resource: string, sourceArn: string): string {
  const json = JSON.parse(policy ?? fail('there is no policy')) as JsonObject;
  const held = { where: 'it', policy: policyFromJson(json as { [key: string]: Value }) };
  const context = { 'aws:securetransport': ['true'], 'aws:sourcearn': [sourceArn], 's3:tlsversion': ['1.3'] };
  const caller = { kind: 'service', id: 'cloudfront.amazonaws.com' } as const;
  return evaluate({ caller, action, resource, account: ACCOUNT_ID, context, isWhole: true }, { resource: [held] })
    .decision;
}
