import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
