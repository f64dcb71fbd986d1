import { LOAD_BALANCERS } from '../aws/elb/load-balancer';
import { Block } from '../terraform/block';
import { canonical } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { isFalse } from '../terraform/value';
import { Draft, DraftEnd, DraftNode } from './draft';
import { nameOf } from './names';
import { Places, text } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

const VPC_ORIGIN = 'aws_cloudfront_vpc_origin';
const ENDPOINT = 'vpc_origin_endpoint_config';

/** Draws CloudFront distributions between the internet and what they ask: load balancers, buckets, and hosts by their names. */
export class Distributions {
  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places,
    private readonly workloads: Workloads,
    private readonly webAcls: ReadonlyMap<Resource, DraftNode>
  ) {}

  public draw(): void {
    for (const instance of this.references.model.resources('aws_cloudfront_distribution')) {
      const distribution = canonical(instance);
      const node = this.places
        .account(distribution)
        .node('distribution', distribution.qualifiedAddress, nameOf(distribution));
      node.details.add('CloudFront distribution');
      if (!isFalse(distribution.get('enabled'))) {
        for (const label of viewerLabels(distribution)) this.draft.edge(this.draft.internet, node, 'flow', label);
      }
      for (const origin of distribution.blocks('origin')) this.drawOrigin(distribution, origin, node);
      for (const acl of this.references.resources(distribution, ['web_acl_id'], ['aws_wafv2_web_acl'])) {
        const inspecting = this.webAcls.get(acl);
        if (inspecting) this.draft.edge(inspecting, node, 'part', 'inspects');
      }
    }
  }

  private drawOrigin(distribution: Resource, origin: Block, node: DraftNode): void {
    const inNetwork = this.references.resources(
      distribution,
      ['vpc_origin_config.vpc_origin_id'],
      [VPC_ORIGIN],
      origin
    );
    for (const vpcOrigin of inNetwork) {
      const types = [...LOAD_BALANCERS, 'aws_instance'];
      for (const target of this.references.resources(vpcOrigin, [`${ENDPOINT}.arn`], types)) {
        this.drawFlow(node, this.workloads.nodeOf(target), askedBy(vpcOrigin, ENDPOINT));
      }
    }
    if (origin.blocks('vpc_origin_config').length > 0) return;
    const types = [...LOAD_BALANCERS, 'aws_elb', 'aws_s3_bucket'];
    for (const target of this.references.find(distribution, ['domain_name'], types, origin)) {
      this.drawFlow(node, this.endOf(target), askedBy(origin, 'custom_origin_config'));
    }
  }

  private endOf(target: Resource | string): DraftNode | undefined {
    if (typeof target === 'string') return this.draft.outside.node('network', target, target);
    if (target.type !== 'aws_s3_bucket') return this.workloads.nodeOf(target);
    const bucket = this.places.account(target).node('files', target.qualifiedAddress, nameOf(target));
    bucket.details.add('bucket');
    return bucket;
  }

  private drawFlow(from: DraftNode, to: DraftEnd | undefined, label: string): void {
    if (to) this.draft.edge(from, to, 'flow', label);
  }
}

/** How viewers reach a distribution: `HTTPS 443, TLSv1.2_2021`, and `HTTP 80` or `HTTP 80 → HTTPS`. */
function viewerLabels(distribution: Resource): string[] {
  const policies = ['default_cache_behavior', 'ordered_cache_behavior'].flatMap((behavior) => [
    ...distribution.valuesAt(`${behavior}.viewer_protocol_policy`),
  ]);
  const minimum = text(distribution, 'viewer_certificate.minimum_protocol_version');
  const labels = [`HTTPS 443${minimum === undefined ? '' : `, ${minimum}`}`];
  if (policies.includes('allow-all')) labels.push('HTTP 80');
  else if (policies.includes('redirect-to-https')) labels.push('HTTP 80 → HTTPS');
  return labels;
}

/**
 * How CloudFront asks an origin, by the block that says so. Without one it is a bucket, which is asked as the viewer asks.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-s3-origin.html
 */
function askedBy(block: Block, config: string): string {
  const policy = block.get(`${config}.origin_protocol_policy`);
  if (policy === undefined || policy === 'match-viewer') return 'as the viewer asks';
  if (typeof policy !== 'string') return '';
  const secure = policy === 'https-only';
  const port = block.get(`${config}.${secure ? 'https' : 'http'}_port`);
  const protocol = secure ? 'HTTPS' : 'HTTP';
  return typeof port === 'number' || typeof port === 'string' ? `${protocol} ${port}` : protocol;
}
