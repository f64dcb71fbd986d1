import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, isTrue, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { LOAD_BALANCERS, readLoadBalancer } from './load-balancer';

/** What must hold of an attribute, what sets it right, and what is wrong otherwise. */
const DEMANDS: readonly {
  readonly attribute: string;
  readonly holds: (value: Value) => boolean;
  readonly mend: string | boolean;
  readonly otherwise: string;
}[] = [
  {
    attribute: 'drop_invalid_header_fields',
    holds: isTrue,
    mend: true,
    otherwise: 'headers that are malformed reach the targets',
  },
  {
    attribute: 'desync_mitigation_mode',
    holds: (value) => value === undefined || value === 'defensive' || value === 'strictest',
    mend: 'defensive',
    otherwise: 'requests that two parties read in two ways reach the targets',
  },
  {
    attribute: 'enable_waf_fail_open',
    holds: (value) => !isTrue(value),
    mend: false,
    otherwise: 'requests pass unfiltered when the web ACL does not answer',
  },
];

/** Load balancers that pass no ambiguous request on. */
export const ELB_006: ResourceRule = {
  id: 'ELB-006',
  title: 'An application load balancer drops malformed and ambiguous requests, and fails closed',
  severity: 'medium',
  measures: ['3.3.4'],
  rationale:
    'Request smuggling lives on requests that the load balancer and the target read in two ways: past the web ACL, and into the requests of others. AWS passes malformed header names on unless told otherwise. Against ambiguous requests it is defensive by default; monitor only counts them. And a load balancer that may not reach its web ACL can refuse, as it does by default, or let everything in.',
  fix: 'Set `drop_invalid_header_fields` to true, leave `desync_mitigation_mode` at defensive or set it to strictest, and leave `enable_waf_fail_open` false.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    'AWS Security Hub ELB.4, ELB.12',
  ],
  types: LOAD_BALANCERS,
  check: (balancer) => {
    const { kind } = readLoadBalancer(balancer);
    if (kind === 'open') return unknownAttribute('load_balancer_type', balancer.get('load_balancer_type'));
    return kind === 'application' ? verdictOn(balancer) : undefined;
  },
  examples: {
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
        title: 'the defaults of AWS for the other two, counted and in lists; and a network load balancer',
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
        title: 'requests are only monitored, or pass when the web ACL is away',
        terraform: {
          resource: {
            aws_alb: { open: { drop_invalid_header_fields: true, enable_waf_fail_open: true } },
            aws_lb: { watched: { drop_invalid_header_fields: true, desync_mitigation_mode: 'monitor' } },
          },
        },
        addresses: ['aws_alb.open', 'aws_lb.watched'],
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
                        enable_waf_fail_open: false,
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
  },
};

function verdictOn(balancer: Resource): Verdict {
  const read = DEMANDS.map((demand) => ({ ...demand, value: configured(balancer, demand.attribute) }));
  const broken = read.filter(({ value, holds }) => !isUnknown(value) && !holds(value));
  if (broken.length > 0) {
    return violated(
      broken.map(({ attribute, value, otherwise }) => `${attribute} is ${describe(value)}: ${otherwise}`).join('; '),
      Object.fromEntries(broken.map(({ attribute, mend }) => [attribute, mend]))
    );
  }
  const open = read.find(({ value }) => isUnknown(value));
  return open ? undetermined(`${open.attribute} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
