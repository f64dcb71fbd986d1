import { ResourceRule } from '../../rule';
import { requireAttribute } from '../checks';

/** Transit gateways that nobody joins without being asked in. */
export const EC2_009: ResourceRule = {
  id: 'EC2-009',
  title: 'A transit gateway does not accept attachments of other accounts by itself',
  severity: 'medium',
  measures: ['3.3.4'],
  rationale:
    'Whom a transit gateway is shared with can ask to attach a VPC. Where that is accepted without a look, any account of the share joins the network, and reaches what its routes reach.',
  fix: 'Leave `auto_accept_shared_attachments` out, or set it to disable, and accept attachments by `aws_ec2_transit_gateway_vpc_attachment_accepter`.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html', 'AWS Security Hub EC2.23'],
  types: ['aws_ec2_transit_gateway'],
  check: (gateway) =>
    requireAttribute(gateway, 'auto_accept_shared_attachments', (value) => value === undefined || value === 'disable', {
      auto_accept_shared_attachments: 'disable',
    }),
  examples: {
    pass: [
      { title: 'not said, which is off', terraform: { resource: { aws_ec2_transit_gateway: { hub: { count: 2 } } } } },
      {
        title: 'off, blocks as lists',
        terraform: {
          resource: [{ aws_ec2_transit_gateway: [{ hub: [{ auto_accept_shared_attachments: 'disable' }] }] }],
        },
      },
    ],
    fail: [
      {
        title: 'on',
        terraform: { resource: { aws_ec2_transit_gateway: { hub: { auto_accept_shared_attachments: 'enable' } } } },
        addresses: ['aws_ec2_transit_gateway.hub'],
      },
      {
        title: 'on in a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.hub',
                  resources: [
                    {
                      address: 'module.hub.aws_ec2_transit_gateway.this[0]',
                      mode: 'managed',
                      type: 'aws_ec2_transit_gateway',
                      name: 'this',
                      index: 0,
                      values: { auto_accept_shared_attachments: 'enable' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.hub.aws_ec2_transit_gateway.this[0]'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { accept: {} },
          resource: { aws_ec2_transit_gateway: { hub: { auto_accept_shared_attachments: '${var.accept}' } } },
        },
        addresses: ['aws_ec2_transit_gateway.hub'],
      },
    ],
  },
};
