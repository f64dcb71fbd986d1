import { LOAD_BALANCERS, listenersOf, protocolOf, readLoadBalancer } from '../../../aws/elb/load-balancer';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const SOURCE = 'aws_cloudwatch_log_delivery_source';
const DELIVERY = 'aws_cloudwatch_log_delivery';

/** Load balancers that say who asked for what. */
export const RULE: ResourceRule = {
  id: 'ELB-007',
  name: 'load-balancer-access-logs',
  title: 'A load balancer logs its requests and connections',
  severity: 'medium',
  claims: ['8.1.c', '8.2.a'],
  rationale:
    'The load balancer sees every client, time, request and answer, also those that no target saw; its connection logs have the handshakes that failed, with TLS version and client certificate. A network load balancer logs nothing but TLS connections: one without a TLS listener has nothing to log here, and the flow logs of its network are what there is. A log may go to a bucket, or by a log delivery of CloudWatch. Health check logs say how targets are, not who asked for what, and are not demanded. Gateway load balancers have no such logs.',
  fix: 'Add `access_logs`, and on an application load balancer `connection_logs`, each with a `bucket` and `enabled` = true. The bucket is encrypted with the key of S3 and lets logdelivery.elasticloadbalancing.amazonaws.com write, for a network load balancer delivery.logs.amazonaws.com.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-connection-logs.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html',
    'AWS Security Hub ELB.5',
  ],
  types: [...LOAD_BALANCERS, 'aws_elb'],
  check: (balancer, model) => {
    if (balancer.type === 'aws_elb') return classicVerdict(balancer);
    switch (readLoadBalancer(balancer).kind) {
      case 'application':
        return worst([
          logVerdict(model, balancer, 'access_logs', 'ALB_ACCESS_LOGS'),
          logVerdict(model, balancer, 'connection_logs', 'ALB_CONNECTION_LOGS'),
        ]);
      case 'network':
        return networkVerdict(model, balancer);
      case 'open':
        return unknownAttribute('load_balancer_type', balancer.get('load_balancer_type'));
      case 'gateway':
        return undefined;
    }
  },
};

/** The verdict on one log of a load balancer, in a bucket or by a delivery. */
function logVerdict(model: Model, balancer: Resource, block: string, logType: string): Verdict {
  const enabled = configured(balancer, `${block}.enabled`);
  if (isTrue(enabled)) return MET;
  const delivered = deliveryOf(model, balancer, logType);
  if (delivered === 'yes') return MET;
  if (isUnknown(enabled)) return unknownAttribute(`${block}.enabled`, enabled);
  if (delivered === 'open') {
    return undetermined(`an ${SOURCE} names what it logs, or its log, by a value that only a plan can tell`);
  }
  return violated(`${block}.enabled is ${describe(enabled)}, and no log delivery takes ${logType} of it`);
}

function deliveryOf(model: Model, balancer: Resource, logType: string): 'yes' | 'no' | 'open' {
  const sources = companionsOf(model, balancer, SOURCE, 'resource_arn');
  const own = sources.filter((source) => source.get('log_type') === logType);
  if (own.some((source) => companionsOf(model, source, DELIVERY, 'delivery_source_name', ['name']).length > 0)) {
    return 'yes';
  }
  const isOpen =
    hasUndeterminedCompanion(model, SOURCE, 'resource_arn') ||
    sources.some((source) => isUnknown(source.get('log_type'))) ||
    (own.length > 0 && hasUndeterminedCompanion(model, DELIVERY, 'delivery_source_name'));
  return isOpen ? 'open' : 'no';
}

/** A network load balancer only logs the connections of its TLS listeners. */
function networkVerdict(model: Model, balancer: Resource): Verdict | undefined {
  const protocols = listenersOf(model, balancer).map((listener) => protocolOf(model, listener));
  const verdict = logVerdict(model, balancer, 'access_logs', 'NLB_ACCESS_LOGS');
  if (protocols.includes('TLS')) return verdict;
  const open = protocols.find(isUnknown);
  if (!open || verdict.outcome === 'met') return undefined;
  return undetermined(`protocol of a listener is ${describe(open)}, and only one of TLS has something to log`);
}

function classicVerdict(balancer: Resource): Verdict {
  const logs = balancer.get('access_logs');
  if (logs === undefined || (Array.isArray(logs) && logs.length === 0)) {
    return violated('access_logs is not set, so no request is logged');
  }
  if (isUnknown(logs)) return unknownAttribute('access_logs', logs);
  const enabled = balancer.get('access_logs.enabled') ?? true;
  if (isUnknown(enabled)) return unknownAttribute('access_logs.enabled', enabled);
  return isTrue(enabled) ? MET : violated(`access_logs.enabled is ${describe(enabled)}, so no request is logged`);
}
