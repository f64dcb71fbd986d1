import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the range of the peer',
      terraform: {
        resource: {
          aws_route: {
            peer: {
              destination_cidr_block: '10.1.0.0/16',
              vpc_peering_connection_id: '${aws_vpc_peering_connection.peer.id}',
            },
          },
        },
      },
    },
    {
      title: 'the way out, beside the range of the peer',
      terraform: {
        resource: {
          aws_route_table: {
            web: {
              route: [
                { cidr_block: '0.0.0.0/0', nat_gateway_id: '${aws_nat_gateway.web.id}' },
                { cidr_block: '${aws_vpc.peer.cidr_block}', vpc_peering_connection_id: 'pcx-1' },
              ],
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'every address',
      terraform: {
        resource: {
          aws_route: {
            peer: {
              destination_cidr_block: '0.0.0.0/0',
              vpc_peering_connection_id: '${aws_vpc_peering_connection.peer.id}',
            },
          },
        },
      },
      addresses: ['aws_route.peer'],
    },
    {
      title: 'every address of IPv6, in a table',
      terraform: {
        resource: {
          aws_route_table: { web: { route: [{ ipv6_cidr_block: '::/0', vpc_peering_connection_id: 'pcx-1' }] } },
        },
      },
      addresses: ['aws_route_table.web'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_route: { peer: { destination_cidr_block: '${var.open}', vpc_peering_connection_id: 'pcx-1' } },
        },
      },
      addresses: ['aws_route.peer'],
    },
  ],
};
