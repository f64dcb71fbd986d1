import { ResourceRule } from '../../rule';
import { requireTrue } from '../checks';
import { LOAD_BALANCERS } from './load-balancer';

/** Load balancers that cannot be deleted in passing. */
export const ELB_008: ResourceRule = {
  id: 'ELB-008',
  title: 'A load balancer outside ephemeral environments is protected from deletion',
  severity: 'medium',
  measures: ['3.2.1'],
  rationale:
    'A load balancer that is deleted takes its name and its addresses with it: everything behind it is out of reach until DNS and clients know the new ones. With deletion protection that takes a change of its own, which a review sees; without it a wrong destroy, or a change that replaces the load balancer, is enough.',
  fix: 'Set `enable_deletion_protection` to true. A stack that lives for a test run says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    'AWS Security Hub ELB.6',
  ],
  types: LOAD_BALANCERS,
  check: (balancer) => (balancer.isEphemeral ? undefined : requireTrue(balancer, 'enable_deletion_protection')),
  examples: {
    pass: [
      {
        title: 'protected, of every type, counted',
        terraform: {
          resource: {
            aws_lb: {
              edge: { load_balancer_type: 'network', enable_deletion_protection: 'true' },
              inspection: { load_balancer_type: 'gateway', enable_deletion_protection: true },
              web: { count: 2, enable_deletion_protection: true },
            },
          },
        },
      },
      {
        title: 'a stack that lives for a test run, in lists',
        terraform: {
          resource: [{ aws_alb: [{ web: [{ tags: { 'tom:environment': 'ephemeral' } }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'the default, and off',
        terraform: {
          resource: { aws_alb: { shop: { enable_deletion_protection: false } }, aws_lb: { web: {} } },
        },
        addresses: ['aws_alb.shop', 'aws_lb.web'],
      },
      {
        title: 'off within a module of a plan',
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
                      values: { enable_deletion_protection: false },
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
        title: 'a variable decides',
        terraform: {
          variable: { keep: {} },
          resource: { aws_lb: { web: { enable_deletion_protection: '${var.keep}' } } },
        },
        addresses: ['aws_lb.web'],
      },
    ],
  },
};
