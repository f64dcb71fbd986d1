import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    { title: 'unset, which means off', terraform: { resource: { aws_ec2_transit_gateway: { hub: { count: 2 } } } } },
    {
      title: 'off',
      terraform: { resource: { aws_ec2_transit_gateway: { hub: { auto_accept_shared_attachments: 'disable' } } } },
    },
  ],
  fail: [
    {
      title: 'on',
      terraform: { resource: { aws_ec2_transit_gateway: { hub: { auto_accept_shared_attachments: 'enable' } } } },
      addresses: ['aws_ec2_transit_gateway.hub'],
    },
    {
      title: 'on, for one of two',
      terraform: {
        resource: {
          aws_ec2_transit_gateway: {
            closed: { auto_accept_shared_attachments: 'disable' },
            open: { auto_accept_shared_attachments: 'enable' },
          },
        },
      },
      addresses: ['aws_ec2_transit_gateway.open'],
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
};
