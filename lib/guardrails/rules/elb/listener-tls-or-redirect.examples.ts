import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'HTTPS',
      terraform: {
        resource: {
          aws_lb: { web: {} },
          aws_lb_listener: {
            https: {
              load_balancer_arn: '${aws_lb.web.arn}',
              port: 443,
              protocol: 'HTTPS',
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
            },
          },
        },
      },
    },
    {
      title: 'HTTPS, and a redirect to it from the default action and from a rule',
      terraform: {
        resource: {
          aws_lb: { web: {} },
          aws_lb_listener: {
            https: {
              load_balancer_arn: '${aws_lb.web.arn}',
              port: 443,
              protocol: 'HTTPS',
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
            },
            http: {
              load_balancer_arn: '${aws_lb.web.arn}',
              port: 80,
              protocol: 'HTTP',
              default_action: {
                type: 'redirect',
                redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
              },
            },
          },
          aws_lb_listener_rule: {
            api: {
              listener_arn: '${aws_lb_listener.https.arn}',
              action: { type: 'forward', target_group_arn: '${aws_lb_target_group.api.arn}' },
            },
            old_name: {
              listener_arn: '${aws_lb_listener.http.arn}',
              action: {
                type: 'redirect',
                redirect: { host: 'www.example.com', port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
              },
            },
          },
        },
      },
    },
    {
      title: 'TLS on a network load balancer, TCP on an internal one, and a gateway',
      terraform: {
        resource: {
          aws_lb: {
            edge: { count: 2, load_balancer_type: 'network' },
            inner: { load_balancer_type: 'network', internal: true },
            inspection: { load_balancer_type: 'gateway' },
          },
          aws_lb_listener: {
            edge: { count: 2, load_balancer_arn: '${aws_lb.edge[count.index].arn}', protocol: 'tls' },
            inner: { load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'TCP' },
            inspection: { load_balancer_arn: '${aws_lb.inspection.arn}' },
          },
        },
      },
    },
    {
      title: 'TCP to an Application Load Balancer, which ends TLS',
      terraform: {
        resource: {
          aws_lb: { edge: { load_balancer_type: 'network' }, web: {} },
          aws_lb_target_group: { web: { target_type: 'alb', port: 443, protocol: 'TCP' } },
          aws_lb_target_group_attachment: {
            web: { target_group_arn: '${aws_lb_target_group.web.arn}', target_id: '${aws_lb.web.arn}' },
          },
          aws_lb_listener: {
            edge: {
              load_balancer_arn: '${aws_lb.edge.arn}',
              protocol: 'TCP',
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
            },
            web: { load_balancer_arn: '${aws_lb.web.arn}', port: 443, protocol: 'HTTPS', default_action: {} },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'plain HTTP',
      terraform: {
        resource: {
          aws_lb: { web: {} },
          aws_lb_listener: {
            http: {
              load_balancer_arn: '${aws_lb.web.arn}',
              port: 80,
              protocol: 'HTTP',
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
            },
          },
        },
      },
      addresses: ['aws_lb_listener.http'],
    },
    {
      title: 'plain HTTP, set and by default, under both names of the type',
      terraform: {
        resource: {
          aws_alb: { shop: { internal: true } },
          aws_lb: { web: {} },
          aws_alb_listener: {
            shop: { load_balancer_arn: '${aws_alb.shop.arn}', default_action: [{ type: 'forward' }] },
          },
          aws_lb_listener: {
            web: {
              load_balancer_arn: '${aws_lb.web.arn}',
              protocol: 'HTTP',
              default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' }],
            },
          },
        },
      },
      addresses: ['aws_alb_listener.shop', 'aws_lb_listener.web'],
    },
    {
      title: 'a redirect that stays on HTTP, one that is temporary, and a fixed response',
      terraform: {
        resource: {
          aws_lb_listener: {
            answers: { protocol: 'HTTP', default_action: { type: 'fixed-response' } },
            same: {
              protocol: 'HTTP',
              default_action: { type: 'redirect', redirect: { host: 'example.com', status_code: 'HTTP_301' } },
            },
            temporary: {
              protocol: 'HTTP',
              default_action: { type: 'redirect', redirect: [{ protocol: 'HTTPS', status_code: 'HTTP_302' }] },
            },
          },
        },
      },
      addresses: ['aws_lb_listener.answers', 'aws_lb_listener.same', 'aws_lb_listener.temporary'],
    },
    {
      title: 'a rule that forwards past the redirect of its listener',
      terraform: {
        resource: {
          aws_lb_listener: {
            http: {
              protocol: 'HTTP',
              default_action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } },
            },
          },
          aws_lb_listener_rule: {
            health: {
              listener_arn: '${aws_lb_listener.http.arn}',
              action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' }],
              condition: [{ path_pattern: [{ values: ['/health'] }] }],
            },
          },
        },
      },
      addresses: ['aws_lb_listener_rule.health'],
    },
    {
      title: 'TCP from the internet, in a module of a plan of existing resources',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.edge',
                resources: [
                  {
                    address: 'module.edge.aws_lb.main',
                    mode: 'managed',
                    type: 'aws_lb',
                    name: 'main',
                    values: {
                      arn: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/edge/0123456789abcdef',
                      internal: false,
                      load_balancer_type: 'network',
                    },
                  },
                  {
                    address: 'module.edge.aws_lb_listener.mqtt',
                    mode: 'managed',
                    type: 'aws_lb_listener',
                    name: 'mqtt',
                    values: {
                      load_balancer_arn:
                        'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/edge/0123456789abcdef',
                      port: 1883,
                      protocol: 'TCP',
                      default_action: [{ type: 'forward' }],
                    },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.edge.aws_lb_listener.mqtt'],
    },
    {
      title: 'TCP to an Application Load Balancer or to instances',
      terraform: {
        resource: {
          aws_lb: { edge: { load_balancer_type: 'network' } },
          aws_lb_target_group: { app: { target_type: 'instance' }, web: { target_type: 'alb' } },
          aws_lb_listener: {
            edge: {
              load_balancer_arn: '${aws_lb.edge.arn}',
              protocol: 'TCP',
              default_action: {
                type: 'forward',
                forward: {
                  target_group: [{ arn: '${aws_lb_target_group.web.arn}' }, { arn: '${aws_lb_target_group.app.arn}' }],
                },
              },
            },
          },
        },
      },
      addresses: ['aws_lb_listener.edge'],
    },
  ],
  undetermined: [
    {
      title: 'TCP to an Application Load Balancer that others made',
      terraform: {
        resource: {
          aws_lb: { edge: { load_balancer_type: 'network' } },
          aws_lb_target_group: { web: { target_type: 'alb' } },
          aws_lb_listener: {
            edge: {
              load_balancer_arn: '${aws_lb.edge.arn}',
              protocol: 'TCP',
              default_action: { type: 'forward', target_group_arn: '${aws_lb_target_group.web.arn}' },
            },
          },
        },
      },
      addresses: ['aws_lb_listener.edge'],
    },
    {
      title: 'variables name the protocol and whether the load balancer is internal',
      terraform: {
        variable: { internal: {}, protocol: {} },
        resource: {
          aws_lb: { inner: { load_balancer_type: 'network', internal: '${var.internal}' } },
          aws_lb_listener: {
            inner: { load_balancer_arn: '${aws_lb.inner.arn}', protocol: 'TCP_UDP' },
            web: { protocol: '${var.protocol}', default_action: { type: 'forward' } },
          },
        },
      },
      addresses: ['aws_lb_listener.inner', 'aws_lb_listener.web'],
    },
    {
      title: 'a load balancer and a listener that others made',
      terraform: {
        resource: {
          aws_lb_listener: {
            gateway: {
              load_balancer_arn:
                'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/gwy/main/0123456789abcdef',
            },
            shared: { load_balancer_arn: '${data.aws_lb.shared.arn}', protocol: 'UDP' },
            silent: { load_balancer_arn: '${data.aws_lb.shared.arn}' },
          },
          aws_lb_listener_rule: {
            api: { listener_arn: '${data.aws_lb_listener.shared.arn}', action: { type: 'forward' } },
            moved: {
              listener_arn: '${data.aws_lb_listener.shared.arn}',
              action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: 'HTTP_301' } },
            },
          },
        },
      },
      addresses: ['aws_lb_listener.shared', 'aws_lb_listener.silent', 'aws_lb_listener_rule.api'],
    },
    {
      title: 'variables name what the actions do',
      terraform: {
        variable: { actions: {}, status: {}, type: {} },
        resource: {
          aws_lb_listener: {
            all: { protocol: 'HTTP', default_action: '${var.actions}' },
            status: {
              protocol: 'HTTP',
              default_action: { type: 'redirect', redirect: { protocol: 'HTTPS', status_code: '${var.status}' } },
            },
            type: { protocol: 'HTTP', default_action: { type: '${var.type}' } },
          },
        },
      },
      addresses: ['aws_lb_listener.all', 'aws_lb_listener.status', 'aws_lb_listener.type'],
    },
  ],
};
