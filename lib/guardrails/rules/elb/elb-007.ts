import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isTrue, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';
import { LOAD_BALANCERS, listenersOf, protocolOf, readLoadBalancer } from './load-balancer';

const SOURCE = 'aws_cloudwatch_log_delivery_source';
const DELIVERY = 'aws_cloudwatch_log_delivery';

/** Load balancers that say who asked for what. */
export const ELB_007: ResourceRule = {
  id: 'ELB-007',
  title: 'A load balancer logs its requests and connections',
  severity: 'medium',
  measures: ['8.1', '8.2'],
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
  examples: {
    pass: [
      {
        title: 'both logs of an application load balancer, and the access logs of one that ends TLS',
        terraform: {
          resource: {
            aws_lb: {
              edge: { load_balancer_type: 'network', access_logs: { bucket: 'logs', enabled: true } },
              web: {
                count: 2,
                access_logs: [{ bucket: 'logs', enabled: true }],
                connection_logs: [{ bucket: 'logs', enabled: true, prefix: 'connections' }],
              },
            },
            aws_lb_listener: { edge: { load_balancer_arn: '${aws_lb.edge.arn}', protocol: 'TLS' } },
          },
        },
      },
      {
        title: 'by log deliveries of CloudWatch, in lists',
        terraform: {
          resource: [
            {
              aws_alb: [{ web: [{}] }],
              aws_cloudwatch_log_delivery_source: [
                { access: [{ name: 'access', log_type: 'ALB_ACCESS_LOGS', resource_arn: '${aws_alb.web.arn}' }] },
                { connect: [{ name: 'connect', log_type: 'ALB_CONNECTION_LOGS', resource_arn: '${aws_alb.web.arn}' }] },
              ],
              aws_cloudwatch_log_delivery: [
                { access: [{ delivery_source_name: '${aws_cloudwatch_log_delivery_source.access.name}' }] },
                { connect: [{ delivery_source_name: 'connect' }] },
              ],
            },
          ],
        },
      },
      {
        title: 'load balancers that have nothing to log, and a Classic Load Balancer, which logs once it has a bucket',
        terraform: {
          resource: {
            aws_lb: { inner: { load_balancer_type: 'network' }, inspection: { load_balancer_type: 'gateway' } },
            aws_lb_listener: { inner: { load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'TCP' } },
            aws_elb: { old: { access_logs: { bucket: 'logs' } } },
          },
        },
      },
    ],
    fail: [
      {
        title: 'no logs, one of two, and a bucket without being switched on',
        terraform: {
          resource: {
            aws_alb: { shop: { access_logs: { bucket: 'logs', enabled: true } } },
            aws_lb: {
              edge: { load_balancer_type: 'network' },
              silent: {
                access_logs: [{ bucket: 'logs' }],
                connection_logs: [{ bucket: 'logs', enabled: true }],
              },
            },
            aws_lb_listener: { edge: { load_balancer_arn: '${aws_lb.edge.arn}', protocol: 'TLS' } },
            aws_elb: { none: {}, old: { access_logs: { bucket: 'logs', enabled: false } } },
          },
        },
        addresses: ['aws_alb.shop', 'aws_elb.none', 'aws_elb.old', 'aws_lb.edge', 'aws_lb.silent'],
      },
      {
        title: 'a source without a delivery sends its log nowhere',
        terraform: {
          resource: {
            aws_lb: { web: { connection_logs: { bucket: 'logs', enabled: true } } },
            aws_cloudwatch_log_delivery_source: {
              access: { name: 'access', log_type: 'ALB_ACCESS_LOGS', resource_arn: '${aws_lb.web.arn}' },
            },
          },
        },
        addresses: ['aws_lb.web'],
      },
      {
        title: 'no logs within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.web',
                  resources: [
                    {
                      address: 'module.web.aws_lb.main',
                      mode: 'managed',
                      type: 'aws_lb',
                      name: 'main',
                      values: {
                        load_balancer_type: 'application',
                        access_logs: [{ bucket: '', enabled: false }],
                        connection_logs: [],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.web.aws_lb.main'],
      },
    ],
    undetermined: [
      {
        title: 'variables switch logs on, name what a listener takes, and what a source logs for',
        terraform: {
          variable: { logged: {}, protocol: {} },
          resource: {
            aws_lb: {
              edge: { load_balancer_type: 'network' },
              logged: { load_balancer_type: 'network', access_logs: { bucket: 'logs', enabled: true } },
              web: {
                access_logs: { bucket: 'logs', enabled: '${var.logged}' },
                connection_logs: { bucket: 'logs', enabled: true },
              },
            },
            aws_lb_listener: {
              edge: { load_balancer_arn: '${aws_lb.edge.arn}', protocol: '${var.protocol}' },
              logged: { load_balancer_arn: '${aws_lb.logged.arn}', protocol: '${var.protocol}' },
            },
            aws_elb: { all: { access_logs: '${var.logged}' }, old: { access_logs: { enabled: '${var.logged}' } } },
          },
        },
        addresses: ['aws_elb.all', 'aws_elb.old', 'aws_lb.edge', 'aws_lb.web'],
      },
      {
        title: 'variables name the type, and whose log a source takes',
        terraform: {
          variable: { balancer: {}, type: {} },
          resource: {
            aws_lb: { any: { load_balancer_type: '${var.type}' }, web: {} },
            aws_cloudwatch_log_delivery_source: {
              access: { log_type: 'ALB_ACCESS_LOGS', resource_arn: '${var.balancer}' },
            },
          },
        },
        addresses: ['aws_lb.any', 'aws_lb.web'],
      },
      {
        title: 'variables name which log a source takes, and which source a delivery',
        terraform: {
          variable: { log: {}, source: {} },
          resource: {
            aws_lb: {
              sent: { connection_logs: { bucket: 'logs', enabled: true } },
              taken: { connection_logs: { bucket: 'logs', enabled: true } },
            },
            aws_cloudwatch_log_delivery_source: {
              sent: { log_type: 'ALB_ACCESS_LOGS', resource_arn: '${aws_lb.sent.arn}' },
              taken: { log_type: '${var.log}', resource_arn: '${aws_lb.taken.arn}' },
            },
            aws_cloudwatch_log_delivery: { sent: { delivery_source_name: '${var.source}' } },
          },
        },
        addresses: ['aws_lb.sent', 'aws_lb.taken'],
      },
    ],
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
  const sources = model.companions(balancer, SOURCE, 'resource_arn', ['arn']);
  const own = sources.filter((source) => source.get('log_type') === logType);
  if (own.some((source) => model.companions(source, DELIVERY, 'delivery_source_name', ['name']).length > 0)) {
    return 'yes';
  }
  const isOpen =
    model.hasUndeterminedCompanion(SOURCE, 'resource_arn') ||
    sources.some((source) => isUnknown(source.get('log_type'))) ||
    (own.length > 0 && model.hasUndeterminedCompanion(DELIVERY, 'delivery_source_name'));
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
