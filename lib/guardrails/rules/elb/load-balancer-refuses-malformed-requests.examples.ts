import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'strictest',
      terraform: {
        resource: {
          aws_lb: { web: { drop_invalid_header_fields: true, desync_mitigation_mode: 'strictest' } },
        },
      },
    },
    {
      title: 'the default mode of AWS, counted and in lists; and a network load balancer',
      terraform: {
        resource: [
          {
            aws_alb: [
              { web: [{ count: 2, load_balancer_type: 'application', drop_invalid_header_fields: 'true' }] },
              { edge: [{ load_balancer_type: 'network' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'the defaults',
      terraform: { resource: { aws_lb: { web: { internal: true } } } },
      addresses: ['aws_lb.web'],
    },
    {
      title: 'requests are only monitored',
      terraform: {
        resource: {
          aws_lb: { watched: { drop_invalid_header_fields: true, desync_mitigation_mode: 'monitor' } },
        },
      },
      addresses: ['aws_lb.watched'],
    },
    {
      title: 'malformed headers pass, within a module of a plan',
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
                      desync_mitigation_mode: 'defensive',
                      drop_invalid_header_fields: false,
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
      title: 'variables name the type and the mode',
      terraform: {
        variable: { mode: {}, type: {} },
        resource: {
          aws_lb: {
            any: { load_balancer_type: '${var.type}' },
            web: { drop_invalid_header_fields: true, desync_mitigation_mode: '${var.mode}' },
          },
        },
      },
      addresses: ['aws_lb.any', 'aws_lb.web'],
    },
  ],
};
