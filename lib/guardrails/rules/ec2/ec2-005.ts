import { Block, Model, Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { isFalse, isTrue, isUnknown } from '../../value';
import { unknownAttribute, worst } from '../checks';
import { configured } from '../configured';
import { namedIn } from './joins';

/** Where a type asks for public addresses. */
interface Place {
  /** The blocks, or the resource itself. */
  readonly blocks?: string;
  readonly attribute: string;
  /** What holds where nobody sets it: what the subnet says, an address, none, or nothing that is known here. */
  readonly absent: 'subnet' | 'public' | 'private' | 'unsaid';
}

const SUBNETS = ['aws_subnet', 'aws_default_subnet'];
const TASKS = { attribute: 'assign_public_ip', absent: 'private' } as const;

const PLACES: { readonly [type: string]: Place } = {
  aws_cloudwatch_event_target: { ...TASKS, blocks: 'ecs_target.network_configuration' },
  aws_default_subnet: { attribute: 'map_public_ip_on_launch', absent: 'public' },
  aws_ecs_service: { ...TASKS, blocks: 'network_configuration' },
  aws_ecs_task_set: { ...TASKS, blocks: 'network_configuration' },
  aws_instance: { attribute: 'associate_public_ip_address', absent: 'subnet' },
  aws_launch_configuration: { attribute: 'associate_public_ip_address', absent: 'unsaid' },
  aws_launch_template: {
    blocks: 'network_interfaces',
    attribute: 'associate_public_ip_address',
    absent: 'unsaid',
  },
  aws_pipes_pipe: {
    attribute: 'assign_public_ip',
    absent: 'unsaid',
    blocks: 'target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration',
  },
  aws_scheduler_schedule: { ...TASKS, blocks: 'target.ecs_parameters.network_configuration' },
  aws_spot_fleet_request: {
    blocks: 'launch_specification',
    attribute: 'associate_public_ip_address',
    absent: 'subnet',
  },
  aws_spot_instance_request: { attribute: 'associate_public_ip_address', absent: 'subnet' },
  aws_subnet: { attribute: 'map_public_ip_on_launch', absent: 'private' },
};

/** Subnets and workloads without public addresses of their own. */
export const EC2_005: ResourceRule = {
  id: 'EC2-005',
  title: 'Nothing gets a public address by itself',
  severity: 'medium',
  measures: ['3.3.4'],
  rationale:
    'What has a public address can be reached from the internet as soon as one rule is too wide. Load balancers and NAT gateways have public addresses; servers and tasks behind them need none. Where an instance does not say it, its subnet decides; without a subnet that is a default one, which gives public addresses. IPv6 addresses are not judged: routes and security groups decide who reaches them.',
  fix: 'Leave `map_public_ip_on_launch` of subnets out, and set `associate_public_ip_address` or `assign_public_ip` to false.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html',
    'AWS Security Hub EC2.9, EC2.15, EC2.25, ECS.2',
  ],
  types: Object.keys(PLACES),
  check: (resource, model) => {
    const place = PLACES[resource.type];
    if (place.blocks === undefined) return addressVerdict(model, resource, resource, place);
    const blocks = resource.blocks(place.blocks);
    if (blocks.length > 0) return worst(blocks.map((block) => addressVerdict(model, resource, block, place)));
    const whole = configured(resource, place.blocks);
    return isUnknown(whole) ? unknownAttribute(place.blocks, whole) : undefined;
  },
  examples: {
    pass: [
      {
        title: 'private subnets, and an instance and a task within them',
        terraform: {
          resource: {
            aws_subnet: {
              app: { count: 3, map_public_ip_on_launch: false },
              public: { assign_ipv6_address_on_creation: true },
            },
            aws_instance: { app: { subnet_id: '${aws_subnet.app[0].id}' } },
            aws_ecs_service: { app: { network_configuration: { subnets: ['${aws_subnet.app[0].id}'] } } },
          },
        },
      },
      {
        title: 'said of each, blocks as lists',
        terraform: {
          resource: [
            {
              aws_instance: [{ app: [{ subnet_id: 'subnet-1', associate_public_ip_address: false }] }],
              aws_launch_template: [{ app: [{ network_interfaces: [{ associate_public_ip_address: 'false' }] }] }],
              aws_ecs_service: [{ app: [{ network_configuration: [{ assign_public_ip: false }] }] }],
              aws_spot_fleet_request: [
                { jobs: [{ launch_specification: [{ associate_public_ip_address: false, subnet_id: 'subnet-1' }] }] },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'a subnet that gives public addresses, and an instance in it',
        terraform: {
          resource: {
            aws_subnet: { public: { count: 2, map_public_ip_on_launch: true } },
            aws_instance: { web: { subnet_id: '${aws_subnet.public[0].id}' } },
          },
        },
        addresses: ['aws_instance.web', 'aws_subnet.public'],
      },
      {
        title: 'asked for by an instance, a template, a service and a fleet',
        terraform: {
          resource: {
            aws_instance: { web: { associate_public_ip_address: true } },
            aws_launch_template: {
              web: { network_interfaces: [{ device_index: 0 }, { associate_public_ip_address: 'true' }] },
            },
            aws_ecs_service: { web: { network_configuration: { assign_public_ip: true } } },
            aws_spot_fleet_request: { jobs: { launch_specification: { associate_public_ip_address: true } } },
          },
        },
        addresses: [
          'aws_ecs_service.web',
          'aws_instance.web',
          'aws_launch_template.web',
          'aws_spot_fleet_request.jobs',
        ],
      },
      {
        title: 'given by default subnets',
        terraform: {
          resource: { aws_default_subnet: { a: { availability_zone: 'eu-central-1a' } }, aws_instance: { web: {} } },
        },
        addresses: ['aws_default_subnet.a', 'aws_instance.web'],
      },
      {
        title: 'a subnet in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.network',
                  resources: [
                    {
                      address: 'module.network.aws_subnet.public[0]',
                      mode: 'managed',
                      type: 'aws_subnet',
                      name: 'public',
                      index: 0,
                      values: { map_public_ip_on_launch: true },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.network.aws_subnet.public[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides, names the subnet, or holds the network of a service',
        terraform: {
          variable: { public: {}, subnet: {}, network: {} },
          resource: {
            aws_subnet: { app: { map_public_ip_on_launch: '${var.public}' } },
            aws_instance: { app: { subnet_id: '${var.subnet}' } },
            aws_ecs_service: { app: { network_configuration: '${var.network}' } },
          },
        },
        addresses: ['aws_ecs_service.app', 'aws_instance.app', 'aws_subnet.app'],
      },
    ],
  },
};

function addressVerdict(model: Model, resource: Resource, block: Block, place: Place): Verdict | undefined {
  const { attribute } = place;
  const set = place.blocks === undefined ? { [attribute]: false } : undefined;
  const name = place.blocks === undefined ? attribute : `${place.blocks}.${attribute}`;
  const value = configured(block, attribute);
  if (isUnknown(value)) return unknownAttribute(name, value);
  if (isTrue(value) || value === 'ENABLED') {
    return violated(`${name} is ${describe(value)}`, set);
  }
  if (value !== undefined && value !== '') return isFalse(value) || value === 'DISABLED' ? MET : undefined;
  switch (place.absent) {
    case 'subnet':
      return subnetVerdict(model, resource, block, name, set);
    case 'public':
      return violated(`${name} is not set, and default subnets give public addresses`, set);
    case 'private':
      return MET;
    case 'unsaid':
      return undefined;
  }
}

/** The verdict where the subnet decides: that of the subnet, if it is among what is checked. */
function subnetVerdict(
  model: Model,
  resource: Resource,
  block: Block,
  name: string,
  set: { readonly [attribute: string]: boolean } | undefined
): Verdict | undefined {
  const value = block.get('subnet_id');
  const subnet = namedIn(model, resource, value, SUBNETS).find(({ mode }) => mode === 'managed');
  if (subnet) {
    const verdict = addressVerdict(model, subnet, subnet, PLACES[subnet.type]);
    if (verdict?.outcome !== 'violated') return verdict;
    return violated(`${name} is not set, and its subnet ${subnet.address} gives public addresses`, set);
  }
  if (value !== undefined && value !== '') {
    return undetermined(`${name} is not set, and its subnet ${describe(value)} is not among what is checked`);
  }
  // Interfaces and templates bring their subnet with them, and are judged themselves.
  const isElsewhere = ['launch_template', 'network_interface', 'primary_network_interface'].some((it) => block.has(it));
  if (isElsewhere) return undefined;
  return violated(`${name} is not set, and without a subnet_id the default one gives public addresses`, set);
}
