import { Examples } from '../../rule';

const NETWORK = {
  aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
  aws_network_acl: { data: { vpc_id: '${aws_vpc.main.id}' } },
};

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'adopted, and empty',
      terraform: {
        resource: {
          ...NETWORK,
          aws_default_network_acl: { main: { default_network_acl_id: '${aws_vpc.main.default_network_acl_id}' } },
        },
      },
    },
    {
      title: 'a VPC without ACLs of its own',
      terraform: { resource: { aws_vpc: { main: { cidr_block: '10.0.0.0/16' } } } },
    },
  ],
  fail: [
    {
      title: 'not adopted',
      terraform: { resource: NETWORK },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'adopted, and open',
      terraform: {
        resource: {
          ...NETWORK,
          aws_default_network_acl: {
            main: {
              default_network_acl_id: '${aws_vpc.main.default_network_acl_id}',
              ingress: [
                { rule_no: 100, action: 'allow', protocol: '-1', from_port: 0, to_port: 0, cidr_block: '10.0.0.0/8' },
              ],
            },
          },
        },
      },
      addresses: ['aws_vpc.main'],
    },
  ],
};
