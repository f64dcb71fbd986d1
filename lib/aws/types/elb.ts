import { InNetwork, ResourceType, Safeguard, Service, Zones } from './resource-type';

const DELETION_PROTECTION: Safeguard = {
  setting: { attribute: 'enable_deletion_protection', is: [true], otherwise: 'one call deletes the load balancer' },
  demand: 'is protected from deletion',
  facts:
    'A load balancer that is deleted takes its name and its addresses with it: everything behind it is out of reach until DNS and clients know the new ones.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html',
    'AWS Security Hub ELB.6',
  ],
};

const ZONES: Zones = {
  subnets: ['subnets'],
  environments: 'lasting',
  facts:
    'A load balancer in one zone is gone when the zone is, with everything behind it. AWS demands two zones of an application load balancer, except on Outposts and in Local Zones, and of no other.',
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/availability-zones.html',
  ],
};

const NETWORK: InNetwork = {
  drawn: { as: 'balancer', what: 'load balancer' },
  groups: ['security_groups'],
  subnets: ['subnets', 'subnet_mapping.subnet_id'],
};

const LOAD_BALANCER: ResourceType = {
  noun: 'load balancer',
  network: NETWORK,
  deletionProtection: DELETION_PROTECTION,
  zones: {
    ...ZONES,
    mappings: { blocks: 'subnet_mapping', subnet: 'subnet_id' },
    sources: [...ZONES.sources, 'AWS Security Hub ELB.13'],
  },
};

/** The provider has load balancers under two names. */
export const SERVICE: Service = {
  name: 'Elastic Load Balancing',
  types: {
    aws_lb: LOAD_BALANCER,
    aws_alb: LOAD_BALANCER,
    aws_elb: {
      noun: 'Classic Load Balancer',
      network: NETWORK,
      zones: { ...ZONES, zones: 'availability_zones', sources: [...ZONES.sources, 'AWS Security Hub ELB.10'] },
    },
  },
};
