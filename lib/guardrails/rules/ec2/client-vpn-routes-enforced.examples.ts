import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'enforced',
      terraform: {
        resource: { aws_ec2_client_vpn_endpoint: { staff: { client_route_enforcement_options: { enforced: true } } } },
      },
    },
    {
      title: 'enforced, as text',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: {
            staff: { split_tunnel: true, client_route_enforcement_options: [{ enforced: 'true' }] },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set',
      terraform: { resource: { aws_ec2_client_vpn_endpoint: { staff: { split_tunnel: false } } } },
      addresses: ['aws_ec2_client_vpn_endpoint.staff'],
    },
    {
      title: 'off',
      terraform: {
        resource: { aws_ec2_client_vpn_endpoint: { staff: { client_route_enforcement_options: { enforced: false } } } },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.staff'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { enforced: {} },
        resource: {
          aws_ec2_client_vpn_endpoint: { staff: { client_route_enforcement_options: { enforced: '${var.enforced}' } } },
        },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.staff'],
    },
  ],
};
