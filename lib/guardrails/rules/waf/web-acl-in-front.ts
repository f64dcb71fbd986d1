import { LOAD_BALANCERS, readLoadBalancer } from '../../../aws/elb/load-balancer';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion, targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const ASSOCIATION = 'aws_wafv2_web_acl_association';

/** What faces the internet and speaks HTTP has a filter before it. */
export const RULE: ResourceRule = {
  id: 'WAF-001',
  name: 'web-acl-in-front',
  title: 'What faces the internet by HTTP stands behind a web ACL',
  severity: 'medium',
  claims: ['3.3.3.a'],
  rationale:
    'A web ACL is where a flood of requests, known bad sources and known attacks are refused before they cost the application anything. Network filters do not see requests, and every request is one that the network allows. Internal load balancers and private APIs are left out. A web ACL that Firewall Manager attaches stands in no configuration: a waiver names the policy. WAF Classic has ended, and its ids do not count.',
  fix: 'Give the resource an `aws_wafv2_web_acl_association` with its ARN as `resource_arn`; a distribution names a web ACL of scope CLOUDFRONT in `web_acl_id`.',
  sources: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
    'https://docs.aws.amazon.com/waf/latest/developerguide/waf-migrating-from-classic.html',
    'AWS Security Hub ELB.16, CloudFront.6, APIGateway.4',
  ],
  types: [
    ...LOAD_BALANCERS,
    'aws_api_gateway_stage',
    'aws_appsync_graphql_api',
    'aws_cloudfront_distribution',
    'aws_cognito_user_pool',
  ],
  check: (resource, model) => {
    if (resource.type === 'aws_cloudfront_distribution') return distributionVerdict(model, resource);
    const exposed = exposure(model, resource);
    if (exposed === 'private') return undefined;
    if (companionsOf(model, resource, ASSOCIATION, 'resource_arn').length > 0) return MET;
    if (hasUndeterminedCompanion(model, ASSOCIATION, 'resource_arn')) {
      return undetermined(`an ${ASSOCIATION} names what it protects by a value that only a plan can tell`);
    }
    if (exposed === 'open') {
      return undetermined(`no ${ASSOCIATION} names it, and only a plan can tell whether it faces the internet`);
    }
    return violated(`no ${ASSOCIATION} names it, so requests from the internet reach it unfiltered`);
  },
};

/** Whether the internet reaches a resource by HTTP. */
function exposure(model: Model, resource: Resource): 'public' | 'private' | 'open' {
  switch (resource.type) {
    case 'aws_api_gateway_stage': {
      const api = targetOf(model, resource, resource.get('rest_api_id'));
      const types = api && configured(api, 'endpoint_configuration.types');
      // Of an API that is not here, nothing tells whether it is private.
      if (!api || (api.mode === 'data' && types === undefined)) return 'open';
      if (asStrings(types).includes('PRIVATE')) return 'private';
      return hasUnknown(types) ? 'open' : 'public';
    }
    case 'aws_appsync_graphql_api': {
      const visibility = configured(resource, 'visibility');
      if (isUnknown(visibility)) return 'open';
      return visibility === 'PRIVATE' ? 'private' : 'public';
    }
    case 'aws_cognito_user_pool':
      return 'public';
    default: {
      const { kind, isInternal } = readLoadBalancer(resource);
      if (kind === 'network' || kind === 'gateway' || isInternal === true) return 'private';
      return kind === 'open' || isInternal === 'open' ? 'open' : 'public';
    }
  }
}

function distributionVerdict(model: Model, distribution: Resource): Verdict {
  const acl = configured(distribution, 'web_acl_id');
  const target = targetOf(model, distribution, acl);
  if (target?.type === 'aws_wafv2_web_acl') return MET;
  if (isUnknown(acl) && target?.type !== 'aws_waf_web_acl') return unknownAttribute('web_acl_id', acl);
  if (typeof acl === 'string' && /^arn:[^:]*:wafv2:/.test(acl)) return MET;
  return violated(`web_acl_id is ${describe(acl)}, which is no web ACL of AWS WAF: requests arrive unfiltered`);
}
