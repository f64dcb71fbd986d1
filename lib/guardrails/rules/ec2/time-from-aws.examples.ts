import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const network = (options: JsonObject): JsonObject => ({
  resource: {
    aws_vpc: { this: { cidr_block: '10.0.0.0/16' } },
    aws_vpc_dhcp_options: { this: options },
    aws_vpc_dhcp_options_association: {
      this: { vpc_id: '${aws_vpc.this.id}', dhcp_options_id: '${aws_vpc_dhcp_options.this.id}' },
    },
  },
});

export const EXAMPLES: Examples = {
  pass: [
    { title: 'the time of AWS', terraform: network({ ntp_servers: ['169.254.169.123'] }) },
    { title: 'the same by IPv6', terraform: network({ ntp_servers: ['169.254.169.123', 'fd00:ec2::123'] }) },
  ],
  fail: [
    {
      title: 'servers of others only',
      terraform: network({ ntp_servers: ['192.0.2.1', '192.0.2.2'] }),
      addresses: ['aws_vpc.this'],
    },
    {
      title: 'a server of others',
      terraform: network({ ntp_servers: ['169.254.169.123', '192.0.2.123'] }),
      addresses: ['aws_vpc.this'],
    },
  ],
};
