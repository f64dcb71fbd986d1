import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function zone(signing?: JsonObject): JsonObject {
  return {
    aws_route53_zone: { site: { name: 'example.com' } },
    ...(signing ? { aws_route53_hosted_zone_dnssec: { site: signing } } : {}),
  };
}

const ID = '${aws_route53_zone.site.zone_id}';
const ADDRESSES = ['aws_route53_zone.site'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a signed zone', terraform: { resource: zone({ hosted_zone_id: ID }) } },
    {
      title: 'a private zone',
      terraform: { resource: { aws_route53_zone: { inner: { vpc: { vpc_id: '${aws_vpc.main.id}' } } } } },
    },
  ],
  fail: [
    { title: 'no signatures', terraform: { resource: zone() }, addresses: ADDRESSES },
    {
      title: 'signing that is switched off',
      terraform: { resource: zone({ hosted_zone_id: ID, signing_status: 'NOT_SIGNING' }) },
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable decides whether it signs',
      terraform: { resource: zone({ hosted_zone_id: ID, signing_status: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
    {
      title: 'a variable names the zone that is signed',
      terraform: { resource: zone({ hosted_zone_id: '${var.open}' }), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
