import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { JsonObject, Unknown, Value, isJsonObject, isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { itemsOf, zoneOf } from '../zones';
import { LOAD_BALANCERS } from './load-balancer';

/** Load balancers that outlive the loss of a zone. */
export const ELB_005: ResourceRule = {
  id: 'ELB-005',
  title: 'A load balancer outside ephemeral environments stands in two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A load balancer in one zone is gone when the zone is, with everything behind it. AWS demands two zones of an application load balancer, except on Outposts and in Local Zones, and of no other. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `subnets` or `subnet_mapping`. A stack that may fail says so: environment EPHEMERAL, or the tag tom:environment = ephemeral.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
    'AWS Security Hub ELB.10, ELB.13',
  ],
  types: [...LOAD_BALANCERS, 'aws_elb'],
  check: (balancer, model) => (balancer.isEphemeral ? undefined : zonesVerdict(model, balancer)),
  examples: {
    pass: [
      {
        title: 'subnets of the configuration, mapped subnets, and instances of one counted subnet',
        terraform: {
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1b' },
              each: { count: 2, availability_zone: '${data.aws_availability_zones.all.names[count.index]}' },
            },
            aws_lb: {
              counted: { count: 2, subnets: ['${aws_subnet.each[0].id}', '${aws_subnet.each[1].id}'] },
              edge: { subnet_mapping: [{ subnet_id: '${aws_subnet.a.id}' }, { subnet_id: '${aws_subnet.b.id}' }] },
              web: { subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
            },
          },
        },
      },
      {
        title: 'ids, zones by name, and a test environment; in lists',
        terraform: {
          resource: [
            {
              aws_alb: [
                { web: [{ subnets: ['subnet-0a', 'subnet-0b'] }] },
                {
                  test: [
                    { load_balancer_type: 'network', subnets: ['subnet-0a'], tags: { 'tom:environment': 'ephemeral' } },
                  ],
                },
              ],
              aws_elb: [{ old: [{ availability_zones: ['eu-central-1a', 'eu-central-1b'] }] }],
            },
          ],
        },
      },
      {
        title: 'instances of one subnet, in a plan that names them by their index',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'aws_subnet.public[0]',
                  mode: 'managed',
                  type: 'aws_subnet',
                  name: 'public',
                  values: { availability_zone: 'eu-central-1a' },
                },
                {
                  address: 'aws_subnet.public[1]',
                  mode: 'managed',
                  type: 'aws_subnet',
                  name: 'public',
                  values: { availability_zone: 'eu-central-1b' },
                },
                {
                  address: 'aws_lb.web',
                  mode: 'managed',
                  type: 'aws_lb',
                  name: 'web',
                  values: { subnets: ['${aws_subnet.public[0].id}', '${aws_subnet.public[1].id}'] },
                },
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'one subnet, mapped or not, also where a variable names it',
        terraform: {
          variable: { subnet: {} },
          resource: {
            aws_lb: {
              edge: { load_balancer_type: 'network', subnet_mapping: { subnet_id: '${var.subnet}' } },
              inspection: { load_balancer_type: 'gateway', subnets: ['subnet-0a'] },
            },
            aws_elb: { old: { availability_zones: ['eu-central-1a', 'eu-central-1a'] } },
          },
        },
        addresses: ['aws_elb.old', 'aws_lb.edge', 'aws_lb.inspection'],
      },
      {
        title: 'two subnets of one zone, and of the zone that one variable names',
        terraform: {
          variable: { zone: {} },
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1a' },
              c: { availability_zone_id: '${var.zone}' },
              d: { availability_zone_id: '${var.zone}' },
            },
            aws_lb: {
              edge: { load_balancer_type: 'network', subnets: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
              inner: { load_balancer_type: 'network', subnets: ['${aws_subnet.c.id}', '${aws_subnet.d.id}'] },
            },
          },
        },
        addresses: ['aws_lb.edge', 'aws_lb.inner'],
      },
      {
        title: 'one subnet within a module of a plan',
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
                        load_balancer_type: 'network',
                        subnets: ['subnet-0a'],
                        subnet_mapping: [{ subnet_id: 'subnet-0a' }],
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.edge.aws_lb.main'],
      },
    ],
    undetermined: [
      {
        title: 'lists that a variable, a splat and a dynamic block make',
        terraform: {
          variable: { subnets: {} },
          resource: {
            aws_lb: {
              dynamic: {
                dynamic: {
                  subnet_mapping: { for_each: '${var.subnets}', content: { subnet_id: '${subnet_mapping.value}' } },
                },
              },
              splat: { subnets: '${aws_subnet.public[*].id}' },
              web: { subnets: '${var.subnets}' },
            },
          },
        },
        addresses: ['aws_lb.dynamic', 'aws_lb.splat', 'aws_lb.web'],
      },
    ],
  },
};

function zonesVerdict(model: Model, balancer: Resource): Verdict {
  const subnets = balancer.get('subnets');
  const named = balancer.get('availability_zones');
  const mapped = balancer.blocks('subnet_mapping').map((mapping) => mapping.get('subnet_id'));
  const zones = new Set<string>([
    ...[...itemsOf(subnets), ...mapped].map((subnet) => zoneOf(model, balancer, subnet)),
    ...itemsOf(named).map((zone) => `zone ${describe(zone)}`),
  ]);
  if (zones.size > 1) return MET;
  const lists: [attribute: string, value: Value][] = [
    ['subnets', subnets],
    ['availability_zones', named],
    ['subnet_mapping', repeated(balancer.body) ?? balancer.get('subnet_mapping')],
  ];
  const open = lists.find(([, value]) => isUnknown(value));
  if (open) return unknownAttribute(...open);
  return violated(
    zones.size === 0
      ? 'subnets and subnet_mapping are not set, so nothing says that it stands in two Availability Zones'
      : `it stands in one Availability Zone (${[...zones].join()}), and is lost with it`
  );
}

/** A dynamic block stands for as many as its `for_each` has. */
function repeated(body: JsonObject): Value {
  return isJsonObject(body.dynamic) && 'subnet_mapping' in body.dynamic
    ? new Unknown('made by a dynamic subnet_mapping')
    : undefined;
}
