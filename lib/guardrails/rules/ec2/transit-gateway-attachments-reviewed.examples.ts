import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
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
};
