import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'blocked, with an exclusion for each subnet of the public tier',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { public: { count: 2, vpc_id: '${aws_vpc.main.id}' } },
          aws_vpc_block_public_access_options: { main: { internet_gateway_block_mode: 'block-bidirectional' } },
          aws_vpc_block_public_access_exclusion: {
            public: {
              count: 2,
              subnet_id: '${aws_subnet.public[count.index].id}',
              internet_gateway_exclusion_mode: 'allow-bidirectional',
            },
          },
        },
      },
    },
    {
      title: 'blocked in both regions of two VPCs',
      terraform: {
        provider: [{ aws: [{ region: 'eu-central-1' }] }],
        resource: {
          aws_vpc: { main: {}, standby: { region: 'eu-west-1' } },
          aws_vpc_block_public_access_options: {
            main: { internet_gateway_block_mode: 'block-ingress' },
            standby: { region: 'eu-west-1', internet_gateway_block_mode: 'block-bidirectional' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'nothing is blocked, or only in another region',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_vpc: { main: {} },
          aws_vpc_block_public_access_options: {
            elsewhere: { region: 'eu-west-1', internet_gateway_block_mode: 'block-ingress' },
          },
        },
      },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'off, and a whole VPC excluded',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_vpc_block_public_access_options: { main: { internet_gateway_block_mode: 'off' } },
          aws_vpc_block_public_access_exclusion: {
            main: { vpc_id: '${aws_vpc.main.id}', internet_gateway_exclusion_mode: 'allow-egress' },
          },
        },
      },
      addresses: ['aws_vpc_block_public_access_exclusion.main', 'aws_vpc_block_public_access_options.main'],
    },
    {
      title: 'a VPC, and nothing blocked',
      terraform: { resource: { aws_vpc: { this: { cidr_block: '10.0.0.0/16' } } } },
      addresses: ['aws_vpc.this'],
    },
  ],
  undetermined: [
    {
      title: 'variables decide the mode and the region',
      terraform: {
        variable: { mode: {}, region: {} },
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_vpc: { main: {} },
          aws_vpc_block_public_access_options: {
            main: { region: '${var.region}', internet_gateway_block_mode: '${var.mode}' },
          },
        },
      },
      addresses: ['aws_vpc.main', 'aws_vpc_block_public_access_options.main'],
    },
  ],
};
