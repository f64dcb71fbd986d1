import { SUBNETS } from '../../../aws/ec2/networks';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isFalse, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** Where a type asks for public addresses. */
interface Place {
  /** The blocks, or the resource itself. */
  readonly blocks?: string;
  readonly attribute: string;
  /** What holds where nobody sets it: what the subnet says, an address, none, or nothing that is known here. */
  readonly absent: 'subnet' | 'public' | 'private' | 'unsaid';
}

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
export const RULE: ResourceRule = {
  id: 'EC2-005',
  name: 'no-automatic-public-address',
  title: 'Nothing gets a public address by itself',
  severity: 'medium',
  claims: ['3.3.4.l'],
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
  const subnet = targetsOf(model, resource, value, SUBNETS)[0];
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
