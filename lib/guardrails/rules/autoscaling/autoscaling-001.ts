import { Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { isProduction } from '../environment';
import { itemsOf, zoneOf } from '../zones';

/** Groups that outlive the loss of a zone. */
export const AUTOSCALING_001: ResourceRule = {
  id: 'AUTOSCALING-001',
  title: 'An Auto Scaling group in production spans two Availability Zones or more',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'A group that spans zones starts in the others what one has lost. In one zone it can start nothing while that zone is out. Subnets count as different zones where nothing shows that they share one; a list that is not written out is left to the plan. A group whose environment nobody declares counts as production.',
  fix: 'Name at least two subnets, each of another Availability Zone, in `vpc_zone_identifier`. What is no production says so: the posture, or a `tag` with the key tom:environment.',
  sources: [
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    'AWS Security Hub AutoScaling.2',
  ],
  types: ['aws_autoscaling_group'],
  check: (group, model) => (isForUsers(group) ? zonesVerdict(model, group) : undefined),
  examples: {
    pass: [
      {
        title: 'subnets of the configuration, and zones by name',
        terraform: {
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1b' },
            },
            aws_autoscaling_group: {
              old: { availability_zones: ['eu-central-1a', 'eu-central-1b'] },
              web: { count: 2, vpc_zone_identifier: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
            },
          },
        },
      },
      {
        title: 'ids, and a development environment by a tag of the group; in lists',
        terraform: {
          resource: [
            {
              aws_autoscaling_group: [
                {
                  test: [
                    {
                      tag: [{ key: 'tom:environment', propagate_at_launch: true, value: 'development' }],
                      vpc_zone_identifier: ['subnet-0a'],
                    },
                  ],
                },
                { web: [{ vpc_zone_identifier: ['subnet-0a', 'subnet-0b'] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'one subnet, two of one zone, one zone by name, and none',
        terraform: {
          resource: {
            aws_subnet: {
              a: { availability_zone: 'eu-central-1a' },
              b: { availability_zone: 'eu-central-1a' },
            },
            aws_autoscaling_group: {
              none: { min_size: 1 },
              old: { availability_zones: ['eu-central-1a'] },
              one: {
                tag: [{ key: 'tom:environment', propagate_at_launch: true, value: 'production' }],
                vpc_zone_identifier: ['subnet-0a'],
              },
              same: { vpc_zone_identifier: ['${aws_subnet.a.id}', '${aws_subnet.b.id}'] },
            },
          },
        },
        addresses: [
          'aws_autoscaling_group.none',
          'aws_autoscaling_group.old',
          'aws_autoscaling_group.one',
          'aws_autoscaling_group.same',
        ],
      },
      {
        title: 'one subnet within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_autoscaling_group.web',
                      mode: 'managed',
                      type: 'aws_autoscaling_group',
                      name: 'web',
                      values: { availability_zones: ['eu-central-1a'], vpc_zone_identifier: ['subnet-0a'] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_autoscaling_group.web'],
      },
    ],
    undetermined: [
      {
        title: 'lists that a variable and a splat make',
        terraform: {
          variable: { subnets: {}, zones: {} },
          resource: {
            aws_autoscaling_group: {
              old: { availability_zones: '${var.zones}' },
              splat: { vpc_zone_identifier: '${aws_subnet.app[*].id}' },
              web: { vpc_zone_identifier: '${var.subnets}' },
            },
          },
        },
        addresses: ['aws_autoscaling_group.old', 'aws_autoscaling_group.splat', 'aws_autoscaling_group.web'],
      },
    ],
  },
};

/** A group has no `tags`, but a block for each tag. */
function isForUsers(group: Resource): boolean {
  const tag = group.blocks('tag').find((block) => block.get('key') === 'tom:environment');
  const environment = tag?.get('value');
  return typeof environment === 'string' ? environment === 'production' : isProduction(group);
}

/** The provider fills in the zones of the subnets: they only count where no subnets are named. */
function zonesVerdict(model: Model, group: Resource): Verdict {
  const subnets = group.get('vpc_zone_identifier');
  const named = group.get('availability_zones');
  if (isUnknown(subnets)) return unknownAttribute('vpc_zone_identifier', subnets);
  if (subnets === undefined && isUnknown(named)) return unknownAttribute('availability_zones', named);
  const zones = new Set(
    subnets === undefined
      ? itemsOf(named).map((zone) => `zone ${describe(zone)}`)
      : itemsOf(subnets).map((subnet) => zoneOf(model, group, subnet))
  );
  if (zones.size > 1) return MET;
  return violated(
    zones.size === 0
      ? 'vpc_zone_identifier is not set, so nothing says that the group spans two Availability Zones'
      : `the group stands in one Availability Zone (${[...zones].join()}), and is lost with it`
  );
}
