import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
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
      title: 'by log deliveries of CloudWatch',
      terraform: {
        resource: {
          aws_alb: { web: {} },
          aws_cloudwatch_log_delivery_source: {
            access: { name: 'access', log_type: 'ALB_ACCESS_LOGS', resource_arn: '${aws_alb.web.arn}' },
            connect: { name: 'connect', log_type: 'ALB_CONNECTION_LOGS', resource_arn: '${aws_alb.web.arn}' },
          },
          aws_cloudwatch_log_delivery: {
            access: { delivery_source_name: '${aws_cloudwatch_log_delivery_source.access.name}' },
            connect: { delivery_source_name: 'connect' },
          },
        },
      },
    },
  ],
  fail: [
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
      title: 'no logs',
      terraform: {
        resource: {
          aws_lb: {
            main: {
              load_balancer_type: 'application',
              access_logs: { bucket: '', enabled: false },
              connection_logs: [],
            },
          },
        },
      },
      addresses: ['aws_lb.main'],
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
};
