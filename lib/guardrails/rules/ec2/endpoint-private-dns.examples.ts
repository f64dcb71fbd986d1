import { Examples } from '../../rule';

const KMS = { vpc_id: 'vpc-1', vpc_endpoint_type: 'Interface', service_name: 'com.amazonaws.eu-central-1.kms' };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'private DNS',
      terraform: { resource: { aws_vpc_endpoint: { kms: { ...KMS, private_dns_enabled: true } } } },
    },
    {
      title: 'a gateway endpoint, and the service of a partner',
      terraform: {
        resource: {
          aws_vpc_endpoint: {
            s3: { vpc_id: 'vpc-1', service_name: 'com.amazonaws.eu-central-1.s3' },
            partner: {
              vpc_id: 'vpc-1',
              vpc_endpoint_type: 'Interface',
              service_name: 'com.amazonaws.vpce.eu-central-1.vpce-svc-0123456789abcdef0',
            },
          },
        },
      },
    },
    {
      title: 'a private hosted zone',
      terraform: {
        resource: {
          aws_vpc_endpoint: { kms: KMS },
          aws_route53_zone: { kms: { name: 'kms.eu-central-1.amazonaws.com', vpc: [{ vpc_id: 'vpc-1' }] } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set',
      terraform: { resource: { aws_vpc_endpoint: { kms: KMS } } },
      addresses: ['aws_vpc_endpoint.kms'],
    },
    {
      title: 'off',
      terraform: {
        resource: {
          aws_vpc_endpoint: {
            ecr: { ...KMS, service_name: 'com.amazonaws.eu-central-1.ecr.api', private_dns_enabled: false },
          },
        },
      },
      addresses: ['aws_vpc_endpoint.ecr'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { dns: {} },
        resource: { aws_vpc_endpoint: { kms: { ...KMS, private_dns_enabled: '${var.dns}' } } },
      },
      addresses: ['aws_vpc_endpoint.kms'],
    },
  ],
};
