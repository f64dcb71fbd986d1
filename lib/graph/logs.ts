import { SUBNETS } from '../aws/ec2/networks';
import { LOAD_BALANCERS } from '../aws/elb/load-balancer';
import { canonical } from '../terraform/references';
import { Resource } from '../terraform/stack';
import { isFalse } from '../terraform/value';
import { TAG } from '../toms/tags';
import { Draft, DraftEnd, DraftNode } from './draft';
import { nameOf } from './names';
import { Places } from './places';
import { ReferenceTracker } from './reference-tracker';
import { Workloads } from './workloads';

const DESTINATIONS = ['aws_s3_bucket', 'aws_cloudwatch_log_group', 'aws_kinesis_firehose_delivery_stream'];
/** Parts of a bucket: references to them, which make Terraform wait for them, mean the bucket. */
const PARTS = ['policy', 'ownership_controls', 'public_access_block', 'versioning', 'object_lock_configuration'];
const BUCKET_PARTS = PARTS.map((part) => `aws_s3_bucket_${part}`);

const WHAT: { readonly [type: string]: string } = {
  aws_s3_bucket: 'bucket',
  aws_cloudwatch_log_group: 'log group',
  aws_kinesis_firehose_delivery_stream: 'delivery stream',
};

/** Draws where logs go, and where states are kept. */
export class Logs {
  constructor(
    private readonly draft: Draft,
    private readonly references: ReferenceTracker,
    private readonly places: Places,
    private readonly workloads: Workloads,
    private readonly webAcls: ReadonlyMap<Resource, DraftNode>
  ) {}

  public draw(): void {
    const { model } = this.references;
    for (const type of [...LOAD_BALANCERS, 'aws_elb']) {
      for (const balancer of model.resources(type)) this.drawBalancer(balancer);
    }
    for (const log of model.resources('aws_flow_log')) {
      const paths = ['log_destination', 'log_group_name'];
      for (const end of this.flowLogged(log)) this.drawLog(end, log, paths, 'flow logs');
    }
    for (const log of model.resources('aws_wafv2_web_acl_logging_configuration')) {
      for (const acl of this.references.resources(log, ['resource_arn'], ['aws_wafv2_web_acl'])) {
        this.drawLog(this.webAcls.get(acl), log, ['log_destination_configs'], 'WAF logs');
      }
    }
    for (const join of model.resources('aws_route53_resolver_query_log_config_association')) {
      const network = this.places.networkOf(join, 'resource_id');
      const config = ['aws_route53_resolver_query_log_config'];
      for (const log of this.references.resources(join, ['resolver_query_log_config_id'], config)) {
        this.drawLog(network?.box, log, ['destination_arn'], 'DNS queries');
      }
    }
    for (const log of model.resources('aws_networkfirewall_logging_configuration')) {
      const block = 'logging_configuration.log_destination_config.log_destination';
      for (const firewall of this.references.resources(log, ['firewall_arn'], ['aws_networkfirewall_firewall'])) {
        const paths = ['bucketName', 'logGroup', 'deliveryStream'].map((name) => `${block}.${name}`);
        this.drawLog(this.workloads.nodeOf(firewall), log, paths, 'firewall logs');
      }
    }
    for (const vpn of model.resources('aws_ec2_client_vpn_endpoint')) {
      if (isFalse(vpn.get('connection_log_options.enabled'))) continue;
      const path = 'connection_log_options.cloudwatch_log_group';
      this.drawLog(this.workloads.nodeOf(vpn), vpn, [path], 'connection logs');
    }
    for (const trail of model.resources('aws_cloudtrail')) this.drawTrail(trail);
    this.drawArchives();
    this.drawStates();
  }

  private drawBalancer(balancer: Resource): void {
    const node = this.workloads.nodeOf(balancer);
    for (const block of ['access_logs', 'connection_logs', 'health_check_logs']) {
      // A classic load balancer's logs are on unless they are turned off, the others' off unless turned on.
      if (isFalse(balancer.get(`${block}.enabled`) ?? balancer.type === 'aws_elb')) continue;
      this.drawLog(node, balancer, [`${block}.bucket`], block.replace(/_/g, ' '));
    }
  }

  private flowLogged(log: Resource): DraftEnd[] {
    if (log.has('vpc_id')) return [this.places.networkOf(log)?.box ?? []].flat();
    return this.references.resources(log, ['subnet_id'], SUBNETS).map((subnet) => this.places.tierOf(subnet).box);
  }

  private drawTrail(trail: Resource): void {
    const node = this.places.account(trail).node('trail', canonical(trail).qualifiedAddress, nameOf(canonical(trail)));
    node.details.add('trail');
    if (!isFalse(trail.get('enable_logging')))
      this.drawLog(node, trail, ['s3_bucket_name', 'cloud_watch_logs_group_arn'], '');
  }

  private drawLog(from: DraftEnd | undefined, log: Resource, paths: readonly string[], label: string): void {
    if (!from) return;
    for (const found of this.references.find(log, paths, [...DESTINATIONS, ...BUCKET_PARTS])) {
      const to = this.destination(log, found);
      if (to) this.draft.edge(from, to, 'log', label);
    }
  }

  private destination(log: Resource, found: Resource | string): DraftNode | undefined {
    if (typeof found === 'string') return this.literalDestination(log, found);
    if (!BUCKET_PARTS.includes(found.type)) return this.store(found);
    const bucket = this.references.find(found, ['bucket'], DESTINATIONS)[0];
    return bucket === undefined ? undefined : this.destination(found, bucket);
  }

  /** A name or an ARN, with a path behind it: of a resource in the input, or of one in another account. */
  private literalDestination(log: Resource, literal: string): DraftNode {
    const bucket = literal.replace(/^arn:[^:]*:s3:::/, '').split('/')[0];
    const group = literal.replace(/^arn:[^:]*:logs:.*?:log-group:/, '').replace(/:\*$/, '');
    const known =
      this.references.named(log, bucket, ['aws_s3_bucket']) ??
      this.references.named(log, group, ['aws_cloudwatch_log_group']);
    if (known) return this.store(known);
    const isBucket = literal.startsWith('arn:') ? bucket !== literal.split('/')[0] : !literal.startsWith('/');
    const name = isBucket ? bucket : group;
    return this.draft.outside.node('logs', name, name);
  }

  private store(resource: Resource): DraftNode {
    const one = canonical(resource);
    const node = this.places.account(one).node('logs', one.qualifiedAddress, nameOf(one));
    node.details.add(WHAT[one.type] ?? 'store');
    return node;
  }

  /** A bucket that is tagged as an archive of logs is drawn, no matter who writes to it. */
  private drawArchives(): void {
    for (const bucket of this.references.model.resources('aws_s3_bucket')) {
      if (typeof bucket.tag(TAG.logKind) === 'string') this.store(bucket);
    }
  }

  private drawStates(): void {
    for (const stack of this.references.model.stacks) {
      if (stack.backend?.type !== 's3') continue;
      const name = stack.backend.block.get('bucket');
      if (typeof name !== 'string') continue;
      const bucket = this.references.named(stack.resources[0], name, ['aws_s3_bucket']);
      // Whose account a bucket lies in that the input does not hold, nothing says.
      const node = bucket ? this.store(bucket) : this.draft.outside.node('state', name, name);
      node.details.add('Terraform state');
    }
  }
}
