import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CloudfrontDistributionOrigin } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontVpcOrigin } from '@cdktf/provider-aws/lib/cloudfront-vpc-origin';
import { refuse } from '../core/errors';
import { shortName } from '../core/names';
import { Posture } from '../core/posture';
import { tags } from '../core/tags';
import { HttpsLoadBalancer } from '../network/https-load-balancer';
import { Peer } from '../network/peer';
import { Port } from '../network/port';
import { EncryptedBucket } from '../stores/buckets/encrypted-bucket';
import { requireDomainName } from './domain-name';

/** What a distribution gives to the origins behind it. */
export interface OriginContext {
  /** The id of the origin control with which the distribution signs what it asks buckets for. */
  readonly accessControlId: () => string;
  /** The ARN of the distribution. */
  readonly distributionArn: () => string;
}

/** An origin, and how CloudFront asks it. */
export interface BoundOrigin {
  readonly origin: Omit<CloudfrontDistributionOrigin, 'originId'>;
  /** Lets the distribution in, once that is there. */
  readonly letIn?: () => void;
}

/** The policies of AWS by which CloudFront caches answers, and passes requests on. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export interface OriginPolicies {
  readonly cachePolicyId: string;
  readonly originRequestPolicyId?: string;
  readonly allowedMethods: string[];
}

const ALL_METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** Managed-CachingOptimized: files are the same for everyone. */
const FILES: OriginPolicies = {
  cachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
  allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
};

/** Managed-CachingDisabled: an answer to one person is for no other. */
const UNCACHED = { cachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', allowedMethods: ALL_METHODS };

/** Managed-AllViewer: with the host that the viewer named, which the certificate of the load balancer is for. */
const BALANCED: OriginPolicies = { ...UNCACHED, originRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3' };

/** Managed-AllViewerExceptHostHeader: with the host of the origin, by which it is known. */
const OF_OTHERS: OriginPolicies = { ...UNCACHED, originRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac' };

/** What a distribution asks for what it has not cached. It asks by HTTPS only. */
export class WebOrigin {
  /**
   * The files of a bucket, which nobody else reads: the distribution signs what it asks for (origin access control), and is let in by the policies of the bucket and
   * of its key. Answers are cached.
   */
  public static bucket(bucket: EncryptedBucket): WebOrigin {
    return new WebOrigin(FILES, (_scope, _id, { accessControlId, distributionArn }) => ({
      origin: { domainName: bucket.resource.bucketRegionalDomainName, originAccessControlId: accessControlId() },
      letIn: () => bucket.allowService('cloudfront.amazonaws.com', { sourceArn: distributionArn() }),
    }));
  }

  /**
   * A load balancer within a network, which the internet does not reach: CloudFront has an interface of its own in the network (VPC origin). Nothing is cached, and
   * one of its certificates must be for the names of the distribution.
   *
   * @throws ValidationError where it faces the internet, which would go past the distribution and its firewall.
   */
  public static loadBalancer(loadBalancer: HttpsLoadBalancer): WebOrigin {
    return new WebOrigin(BALANCED, (scope, id) => {
      if (loadBalancer.resource.internalInput === false) {
        refuse(scope, {
          prop: 'origin',
          must: 'must be a load balancer within a network: one that faces the internet is reached past the distribution and its firewall',
          value: loadBalancer.node.path,
          measure: '3.3.4',
          fix: 'leave internetFacing of the load balancer out',
        });
      }
      // The rule is in the stack of the load balancer, which does not refer to that of the distribution.
      loadBalancer.connections.allowFrom(Peer.cloudFront(loadBalancer, loadBalancer.region), Port.HTTPS, 'CloudFront');
      const isHere = TerraformStack.of(loadBalancer) === TerraformStack.of(scope);
      const vpcOrigin = new CloudfrontVpcOrigin(scope, `${id}VpcOrigin`, {
        vpcOriginEndpointConfig: [
          {
            name: shortName(scope, Posture.of(scope), 50) + `-${id.toLowerCase()}`.slice(0, 13),
            arn: loadBalancer.loadBalancerArn,
            httpPort: 80,
            httpsPort: loadBalancer.listener.port,
            originProtocolPolicy: 'https-only',
            originSslProtocols: [{ items: ['TLSv1.2'], quantity: 1 }],
          },
        ],
        tags: tags(Posture.of(scope), Posture.of(scope).dataClass),
        // CloudFront connects to nothing that does not listen yet. Another stack is applied before this one.
        dependsOn: isHere ? [loadBalancer.listener.resource] : undefined,
      });
      return {
        origin: {
          domainName: loadBalancer.loadBalancerDnsName,
          vpcOriginConfig: { vpcOriginId: vpcOrigin.id },
        },
      };
    });
  }

  /**
   * A host of another service, by HTTPS on port 443 with TLS 1.2: `api.example.com`. Nothing is cached. It must know its callers by itself: everyone reaches it past
   * the distribution.
   *
   * @throws ValidationError where it is no name of a host, such as an address by HTTP.
   */
  public static https(domainName: string): WebOrigin {
    return new WebOrigin(OF_OTHERS, (scope) => {
      if (/^[a-z]+:\/\//i.test(domainName)) {
        refuse(scope, {
          prop: 'origin',
          must: 'must be the name of a host, without a scheme: CloudFront asks it by HTTPS only',
          value: domainName,
          measure: '1.1.1',
          fix: "write WebOrigin.https('api.example.com')",
        });
      }
      return {
        origin: {
          domainName: requireDomainName(scope, 'origin', domainName, 'api.example.com'),
          customOriginConfig: {
            httpPort: 80,
            httpsPort: 443,
            originProtocolPolicy: 'https-only',
            originSslProtocols: ['TLSv1.2'],
          },
        },
      };
    });
  }

  /** @internal */
  public readonly _policies: OriginPolicies;
  /** @internal */
  public readonly _bind: (scope: Construct, id: string, context: OriginContext) => BoundOrigin;

  private constructor(
    policies: OriginPolicies,
    bind: (scope: Construct, id: string, context: OriginContext) => BoundOrigin
  ) {
    this._policies = policies;
    this._bind = bind;
  }

  /** @internal */
  public get _isBucket(): boolean {
    return this._policies === FILES;
  }
}
