import { Examples } from '../../rule';

function endpoint(rule: object): Examples['pass'][number]['terraform'] {
  return {
    resource: {
      aws_security_group: { endpoints: {} },
      aws_vpc_security_group_ingress_rule: {
        clients: {
          security_group_id: '${aws_security_group.endpoints.id}',
          ip_protocol: 'tcp',
          from_port: 443,
          to_port: 443,
          ...rule,
        },
      },
      aws_vpc_endpoint: {
        ssm: {
          vpc_endpoint_type: 'Interface',
          service_name: 'com.amazonaws.eu-central-1.ssm',
          security_group_ids: ['${aws_security_group.endpoints.id}'],
        },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'the range of the VPC', terraform: endpoint({ cidr_ipv4: '10.0.0.0/16' }) },
    {
      title: 'a group that is not among what is checked',
      terraform: { resource: { aws_vpc_endpoint: { ssm: { security_group_ids: ['sg-1'] } } } },
    },
  ],
  fail: [
    {
      title: 'everyone',
      terraform: endpoint({ cidr_ipv4: '0.0.0.0/0' }),
      addresses: ['aws_vpc_endpoint.ssm'],
    },
    {
      title: 'everyone, by a rule within the group',
      terraform: {
        resource: {
          aws_security_group: {
            endpoints: { ingress: [{ protocol: 'tcp', from_port: 443, to_port: 443, ipv6_cidr_blocks: ['::/0'] }] },
          },
          aws_vpc_endpoint: { ssm: { security_group_ids: ['${aws_security_group.endpoints.id}'] } },
        },
      },
      addresses: ['aws_vpc_endpoint.ssm'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { variable: { range: {} }, ...endpoint({ cidr_ipv4: '${var.range}' }) },
      addresses: ['aws_vpc_endpoint.ssm'],
    },
  ],
};
