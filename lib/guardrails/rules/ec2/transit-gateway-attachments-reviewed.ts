import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

/** Transit gateways that nobody joins without being asked in. */
export const RULE: ResourceRule = {
  id: 'EC2-009',
  name: 'transit-gateway-attachments-reviewed',
  title: 'A transit gateway does not accept attachments of other accounts by itself',
  severity: 'medium',
  claims: ['3.3.4.e'],
  rationale:
    'Whom a transit gateway is shared with can ask to attach a VPC. Where that is accepted without a look, any account of the share joins the network, and reaches what its routes reach.',
  fix: 'Leave `auto_accept_shared_attachments` out, or set it to disable, and accept attachments by `aws_ec2_transit_gateway_vpc_attachment_accepter`.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html', 'AWS Security Hub EC2.23'],
  types: ['aws_ec2_transit_gateway'],
  check: (gateway) =>
    requireAttribute(gateway, 'auto_accept_shared_attachments', (value) => value === undefined || value === 'disable', {
      auto_accept_shared_attachments: 'disable',
    }),
};
