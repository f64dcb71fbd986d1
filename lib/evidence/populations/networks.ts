import { holdsPersonalData } from '../../aws/declared';
import { VPCS } from '../../aws/ec2/networks';
import { typesWith } from '../../aws/types';
import { Model } from '../../terraform/model';
import { companionsOf } from '../../terraform/references';
import { Resource } from '../../terraform/stack';
import { PopulationReader, every, isSet, those, together } from '../population';

const NETWORKS = every(...VPCS);
const GROUPS = every('aws_default_security_group', 'aws_security_group');
const ACLS = every('aws_default_network_acl', 'aws_network_acl');
const ENDPOINTS = every('aws_vpc_endpoint');
const VPN_ENDPOINTS = every('aws_ec2_client_vpn_endpoint');
const LINES = every('aws_dx_connection', 'aws_dx_hosted_connection', 'aws_dx_lag', 'aws_vpn_connection');

/** What leads out of a network. */
const WAYS_OUT = [
  'aws_ec2_transit_gateway_vpc_attachment',
  'aws_egress_only_internet_gateway',
  'aws_internet_gateway',
  'aws_internet_gateway_attachment',
  'aws_vpn_gateway',
  'aws_vpn_gateway_attachment',
];

function hasWayOut(model: Model, network: Resource): boolean {
  return (
    network.type === 'aws_default_vpc' ||
    WAYS_OUT.some((type) => companionsOf(model, network, type, 'vpc_id').length > 0)
  );
}

const PEER = 'vpc_peering_connection_id';

/** What has an address itself, or decides for others whether they may. */
const WORKLOADS = every(
  ...typesWith(({ publicAddress }) => publicAddress?.isWorkload === true),
  'aws_emr_block_public_access_configuration'
);

/** Collections of OpenSearch Serverless are reached as policies of this type say. */
function isForNetworks(_model: Model, policy: Resource): boolean {
  return policy.get('type') !== 'encryption';
}

export const NETWORK_POPULATIONS = {
  'workloads with an address': together(
    WORKLOADS,
    those(every('aws_opensearchserverless_security_policy'), isForNetworks)
  ),
  'routes to peered networks': together(
    those(every('aws_route'), (_model, route) => isSet(route, PEER)),
    those(every('aws_default_route_table', 'aws_route_table'), (_model, table) =>
      table.blocks('route').some((route) => route.has(PEER))
    )
  ),
  networks: NETWORKS,
  'networks with a way out': those(NETWORKS, hasWayOut),
  'networks and transit gateways': together(NETWORKS, every('aws_ec2_transit_gateway')),
  'network firewalls': every('aws_networkfirewall_firewall'),
  VPNs: together(VPN_ENDPOINTS, every('aws_vpn_connection')),
  'lines between networks': LINES,
  'security groups': GROUPS,
  'security groups of personal data': those(GROUPS, (_model, group) => holdsPersonalData(group)),
  'network ACLs': ACLS,
  'security groups and network ACLs': together(GROUPS, ACLS, every('aws_lightsail_instance_public_ports')),
  'instances and security groups': together(
    GROUPS,
    ACLS,
    every(
      'aws_eks_node_group',
      'aws_instance',
      'aws_key_pair',
      'aws_launch_configuration',
      'aws_launch_template',
      'aws_spot_fleet_request',
      'aws_spot_instance_request'
    )
  ),
  endpoints: ENDPOINTS,
  'endpoints and transit gateways': together(ENDPOINTS, every('aws_ec2_transit_gateway')),
  'VPN endpoints': VPN_ENDPOINTS,
  'VPN authorizations': every('aws_ec2_client_vpn_authorization_rule'),
} as const satisfies { readonly [population: string]: PopulationReader };
