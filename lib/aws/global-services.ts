import { Resource } from '../terraform/stack';

/** Resources whose region says nothing of where data lies, and why. */
const GLOBAL: readonly { readonly prefix: string; readonly because: string }[] = [
  { prefix: 'aws_account_', because: 'settings of the account as a whole' },
  { prefix: 'aws_acm_certificate', because: 'certificates are public, and CloudFront takes them from us-east-1 only' },
  { prefix: 'aws_bcmdataexports_', because: 'billing, kept in us-east-1' },
  { prefix: 'aws_budgets_', because: 'billing, a global service' },
  { prefix: 'aws_ce_', because: 'billing, a global service' },
  { prefix: 'aws_cloudfront_', because: 'a global service: its edge locations are no regions' },
  { prefix: 'aws_cur_', because: 'billing, kept in us-east-1' },
  { prefix: 'aws_ecrpublic_', because: 'public images, kept in us-east-1' },
  { prefix: 'aws_globalaccelerator_', because: 'a global service that stores nothing' },
  { prefix: 'aws_iam_', because: 'a global service' },
  { prefix: 'aws_networkmanager_', because: 'a global service' },
  { prefix: 'aws_organizations_', because: 'a global service' },
  { prefix: 'aws_route53_health_check', because: 'a global service' },
  { prefix: 'aws_route53_zone', because: 'a global service: what it answers is public' },
  { prefix: 'aws_route53domains_', because: 'a global service' },
  { prefix: 'aws_route53recovery', because: 'a global service' },
  { prefix: 'aws_shield_', because: 'a global service' },
  { prefix: 'aws_waf_', because: 'WAF Classic of CloudFront, a global service' },
];

const BY_TYPE = new Map<string, boolean>();

/** Whether a resource belongs to a service without regions, or to CloudFront, whose parts stand in us-east-1. */
export function isGlobal(resource: Resource): boolean {
  const { type } = resource;
  if (type.startsWith('aws_wafv2_')) return resource.get('scope') === 'CLOUDFRONT';
  let known = BY_TYPE.get(type);
  if (known === undefined) BY_TYPE.set(type, (known = GLOBAL.some(({ prefix }) => type.startsWith(prefix))));
  return known;
}
