import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the strictest',
      terraform: {
        resource: {
          aws_lb: { web: { drop_invalid_header_fields: true, desync_mitigation_mode: 'strictest' } },
        },
      },
    },
    {
      title: 'the default mode of AWS; and a network load balancer',
      terraform: {
        resource: {
          aws_alb: {
            web: { count: 2, load_balancer_type: 'application', drop_invalid_header_fields: 'true' },
            edge: { load_balancer_type: 'network' },
          },
        },
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
          aws_elb: { old: { desync_mitigation_mode: 'monitor' } },
          aws_lb: { watched: { drop_invalid_header_fields: true, desync_mitigation_mode: 'monitor' } },
        },
      },
      addresses: ['aws_elb.old', 'aws_lb.watched'],
    },
    {
      title: 'malformed headers pass',
      terraform: {
        resource: {
          aws_lb: {
            main: {
              load_balancer_type: 'application',
              desync_mitigation_mode: 'defensive',
              drop_invalid_header_fields: false,
            },
          },
        },
      },
      addresses: ['aws_lb.main'],
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
