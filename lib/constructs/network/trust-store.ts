import { Construct } from 'constructs';
import { LbTrustStore } from '@cdktf/provider-aws/lib/lb-trust-store';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { RegionalProps } from '../core/props';
import { ITrustStore } from '../encryption/tls-endpoint';
import { IBucket } from '../stores/buckets/bucket';

/** Where the certificates of the authorities lie. */
export interface TrustStoreProps extends RegionalProps {
  /** The bucket that holds them. Anyone who applies must be able to read it. */
  readonly bucket: IBucket;

  /** The name of the object: certificates in PEM, one after the other. */
  readonly objectKey: string;

  /**
   * The version of the object. With one, a new bundle is a change that a plan shows.
   *
   * @default - the newest when it is applied
   */
  readonly objectVersion?: string;
}

/**
 * The authorities whose certificates the clients of a load balancer must show: mutual TLS (TOM 1.1.2).
 *
 * ```ts
 * const trustStore = new TrustStore(this, 'Partners', { bucket, objectKey: 'partners.pem' });
 * ```
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export class TrustStore extends Construct implements ITrustStore {
  /** A trust store that is already there, by its ARN. Nothing about it is checked. */
  public static fromTrustStoreArn(scope: Construct, id: string, trustStoreArn: string): ITrustStore {
    class ImportedTrustStore extends Construct implements ITrustStore {
      public readonly trustStoreArn = trustStoreArn;
    }
    return new ImportedTrustStore(scope, id);
  }

  /** The trust store itself. */
  public readonly resource: LbTrustStore;
  /**
   * The ARN of the trust store.
   *
   * @attribute
   */
  public readonly trustStoreArn: string;

  constructor(scope: Construct, id: string, props: TrustStoreProps) {
    super(scope, id);
    const { posture, tags } = openConstruct(this, { tags: props.tags });
    this.resource = new LbTrustStore(this, 'Resource', {
      name: shortName(this, posture, 32),
      caCertificatesBundleS3Bucket: props.bucket.bucketName,
      caCertificatesBundleS3Key: props.objectKey,
      caCertificatesBundleS3ObjectVersion: props.objectVersion,
      region: props.region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.trustStoreArn = this.resource.arn;
  }
}
