import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the default, and false',
      terraform: { resource: { aws_lb: { shop: { enable_waf_fail_open: false }, web: { count: 2 } } } },
    },
    {
      title: 'a network load balancer',
      terraform: { resource: { aws_alb: { edge: { load_balancer_type: 'network', enable_waf_fail_open: true } } } },
    },
  ],
  fail: [
    {
      title: 'requests pass when the web ACL is away',
      terraform: { resource: { aws_alb: { open: { enable_waf_fail_open: true } } } },
      addresses: ['aws_alb.open'],
    },
    {
      title: 'requests pass',
      terraform: { resource: { aws_lb: { main: { load_balancer_type: 'application', enable_waf_fail_open: true } } } },
      addresses: ['aws_lb.main'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the type and the switch',
      terraform: {
        variable: { open: {}, type: {} },
        resource: {
          aws_lb: { any: { load_balancer_type: '${var.type}' }, web: { enable_waf_fail_open: '${var.open}' } },
        },
      },
      addresses: ['aws_lb.any', 'aws_lb.web'],
    },
  ],
};
