import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function ports(...port_info: JsonObject[]): JsonObject {
  return { resource: { aws_lightsail_instance_public_ports: { web: { instance_name: 'web', port_info } } } };
}

const SSH: JsonObject = { protocol: 'tcp', from_port: 22, to_port: 22 };
const ADDRESSES = ['aws_lightsail_instance_public_ports.web'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'HTTPS for everyone', terraform: ports({ protocol: 'tcp', from_port: 443, to_port: 443 }) },
    { title: 'SSH for an office', terraform: ports({ ...SSH, cidrs: ['198.51.100.0/24'] }) },
    { title: 'SSH from the console', terraform: ports({ ...SSH, cidr_list_aliases: ['lightsail-connect'] }) },
  ],
  fail: [
    { title: 'SSH that names no addresses', terraform: ports(SSH), addresses: ADDRESSES },
    {
      title: 'a wide range for everyone',
      terraform: ports({ protocol: 'tcp', from_port: 1, to_port: 9000, cidrs: ['0.0.0.0/0'] }),
      addresses: ADDRESSES,
    },
    {
      title: 'remote desktops for everyone by IPv6',
      terraform: ports({ ...SSH, from_port: 3389, to_port: 3389, cidrs: ['10.0.0.0/8'], ipv6_cidrs: ['::/0'] }),
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the addresses',
      terraform: { ...ports({ ...SSH, cidrs: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
    {
      title: 'a variable sets the port',
      terraform: { ...ports({ ...SSH, from_port: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
