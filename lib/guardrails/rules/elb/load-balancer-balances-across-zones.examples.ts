import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function balancer(attributes: JsonObject): JsonObject {
  return { resource: { aws_lb: { edge: { load_balancer_type: 'network', ...attributes } } } };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'across zones', terraform: balancer({ enable_cross_zone_load_balancing: true }) },
    {
      title: 'an application load balancer, which always does, and a classic one, which does by default',
      terraform: { resource: { aws_lb: { web: { internal: true } }, aws_elb: { old: { internal: true } } } },
    },
    { title: 'another environment', terraform: balancer({ tags: { 'tom:environment': 'development' } }) },
  ],
  fail: [
    { title: 'the default of a network load balancer', terraform: balancer({}), addresses: ['aws_lb.edge'] },
    {
      title: 'a classic load balancer that is told not to',
      terraform: { resource: { aws_elb: { old: { cross_zone_load_balancing: false } } } },
      addresses: ['aws_elb.old'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        ...balancer({ enable_cross_zone_load_balancing: '${var.open}' }),
        variable: { open: {} },
      },
      addresses: ['aws_lb.edge'],
    },
    {
      title: 'a variable names the type',
      terraform: { ...balancer({ load_balancer_type: '${var.open}' }), variable: { open: {} } },
      addresses: ['aws_lb.edge'],
    },
  ],
};
