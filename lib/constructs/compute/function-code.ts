import { existsSync, statSync } from 'node:fs';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { refuse } from '../core/errors';
import { IBucket } from '../stores/buckets/bucket';

/** What Lambda is told of where code lies. */
export interface CodeLocation {
  readonly filename?: string;
  readonly sourceCodeHash?: string;
  readonly s3Bucket?: string;
  readonly s3Key?: string;
  readonly s3ObjectVersion?: string;
}

/** Where the code of a function lies. */
export class FunctionCode {
  /**
   * A folder, which is archived, or a ZIP archive. Another content is another function code, and only then.
   *
   * @param path from the working directory of the program
   */
  public static fromAsset(path: string): FunctionCode {
    return new FunctionCode((scope) => {
      if (!existsSync(path)) {
        refuse(scope, {
          prop: 'code',
          must: 'must be a folder or a ZIP archive that is there',
          value: path,
          fix: "write FunctionCode.fromAsset('dist/orders')",
        });
      }
      const type = statSync(path).isDirectory() ? AssetType.ARCHIVE : AssetType.FILE;
      const asset = new TerraformAsset(scope, 'Code', { path, type });
      return { filename: asset.path, sourceCodeHash: asset.assetHash };
    });
  }

  /**
   * A ZIP archive in a bucket of the same region, which those who apply Terraform may read.
   *
   * @param bucket the bucket
   * @param key the key of the object
   * @param objectVersion the version of the object: without it a new object under the same key changes nothing
   */
  public static fromBucket(bucket: IBucket, key: string, objectVersion: string): FunctionCode {
    return new FunctionCode(() => ({ s3Bucket: bucket.bucketName, s3Key: key, s3ObjectVersion: objectVersion }));
  }

  /** @internal */
  public readonly _bind: (scope: Construct) => CodeLocation;

  private constructor(bind: (scope: Construct) => CodeLocation) {
    this._bind = bind;
  }
}
