import { NETWORK_POPULATIONS } from '../../../lib/evidence/populations/networks';
import { differences } from '../../support/members';
import { resources } from '../../support/models';

const MODEL = resources({
  aws_default_security_group: { none: {} },
  aws_dx_connection: { line: {} },
  aws_ec2_client_vpn_authorization_rule: { staff: {} },
  aws_ec2_client_vpn_endpoint: { staff: {} },
  aws_ec2_transit_gateway: { hub: {} },
  aws_eks_cluster: { pods: {} },
  aws_opensearchserverless_security_policy: { keys: { type: 'encryption' }, network: { type: 'network' } },
  aws_route: { out: {}, peer: { vpc_peering_connection_id: 'pcx-1' } },
  aws_route_table: {
    out: { route: [{ cidr_block: '0.0.0.0/0' }] },
    peer: { route: [{ vpc_peering_connection_id: 'pcx-1' }] },
  },
  aws_instance: { web: {} },
  aws_internet_gateway: { out: { vpc_id: '${aws_vpc.web.id}' } },
  aws_key_pair: { old: {} },
  aws_network_acl: { data: {} },
  aws_networkfirewall_firewall: { edge: {} },
  aws_security_group: { web: { tags: { 'tom:data-class': 'public' } } },
  aws_vpc: { closed: {}, web: {} },
  aws_vpc_endpoint: { s3: {} },
  aws_vpn_connection: { office: {} },
});

const FILTERS = ['aws_default_security_group.none', 'aws_network_acl.data', 'aws_security_group.web'];

const EXPECTED: { readonly [P in keyof typeof NETWORK_POPULATIONS]: readonly string[] } = {
  'workloads with an address': ['aws_eks_cluster.pods', 'aws_opensearchserverless_security_policy.network'],
  'routes to peered networks': ['aws_route.peer', 'aws_route_table.peer'],
  networks: ['aws_vpc.closed', 'aws_vpc.web'],
  'networks with a way out': ['aws_vpc.web'],
  'networks and transit gateways': ['aws_ec2_transit_gateway.hub', 'aws_vpc.closed', 'aws_vpc.web'],
  'network firewalls': ['aws_networkfirewall_firewall.edge'],
  VPNs: ['aws_ec2_client_vpn_endpoint.staff', 'aws_vpn_connection.office'],
  'lines between networks': ['aws_dx_connection.line', 'aws_vpn_connection.office'],
  'security groups': ['aws_default_security_group.none', 'aws_security_group.web'],
  'security groups of personal data': ['aws_default_security_group.none'],
  'network ACLs': ['aws_network_acl.data'],
  'security groups and network ACLs': FILTERS,
  'instances and security groups': [...FILTERS, 'aws_instance.web', 'aws_key_pair.old'],
  endpoints: ['aws_vpc_endpoint.s3'],
  'endpoints and transit gateways': ['aws_ec2_transit_gateway.hub', 'aws_vpc_endpoint.s3'],
  'VPN endpoints': ['aws_ec2_client_vpn_endpoint.staff'],
  'VPN authorizations': ['aws_ec2_client_vpn_authorization_rule.staff'],
};

test('the populations of networks', () => {
  expect(differences(MODEL, EXPECTED)).toEqual([]);
});
