import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const FLAG = 'data_trace_enabled';

/** The blocks that say what is logged, by type. */
const BLOCKS: { readonly [type: string]: readonly string[] } = {
  aws_api_gateway_method_settings: ['settings'],
  aws_apigatewayv2_stage: ['default_route_settings', 'route_settings'],
};

/** Domains of APIs, and the attribute that decides which TLS they take. */
const POLICIES: { readonly [type: string]: string } = {
  aws_api_gateway_domain_name: 'security_policy',
  aws_apigatewayv2_domain_name: 'domain_name_configuration.security_policy',
};

/** APIs whose calls nobody reads on the way or in a log. */
export const RULE: ResourceRule = {
  id: 'APIGATEWAY-001',
  name: 'payloads-not-logged',
  title: 'The domain of an API takes TLS 1.2 or newer, and an API does not log personal data in full',
  severity: 'medium',
  claims: ['1.1.1.b', '2.1.b'],
  rationale:
    'With data tracing API Gateway writes whole requests and responses into the execution log: form fields, tokens, answers about people, for every reader of the log and as long as the log is kept. AWS advises against it in production. Access logs with chosen fields show who called what. A custom domain under the security policy TLS_1_0 takes TLS 1.0 and 1.1, which are deprecated, and what is sent can be read on its way.',
  fix: 'Leave `data_trace_enabled` false, and log the fields that you need by `access_log_settings`. Set the `security_policy` of a domain name to TLS_1_2, or to a policy that begins with SecurityPolicy_TLS13_.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/apigateway-domain-name-tls-check.html',
  ],
  types: [...Object.keys(BLOCKS), ...Object.keys(POLICIES)],
  check: (resource) => {
    const policy = POLICIES[resource.type];
    if (policy !== undefined) return tlsVerdict(resource, policy);
    return holdsPersonalData(resource) ? verdictOn(resource) : undefined;
  },
};

function tlsVerdict(domain: Resource, attribute: string): Verdict {
  const policy = configured(domain, attribute);
  if (policy === undefined)
    return undetermined(`${attribute} is not set: which TLS AWS takes then is in no configuration`);
  if (isUnknown(policy)) return unknownAttribute(attribute, policy);
  if (typeof policy === 'string' && /^(?:TLS_1_2$|SecurityPolicy_TLS1[23]_)/.test(policy)) return MET;
  return violated(`${attribute} is ${describe(policy)}: the domain takes TLS 1.0 and 1.1`);
}

function verdictOn(resource: Resource): Verdict {
  const values = BLOCKS[resource.type].flatMap((name) =>
    resource.blocks(name).map((block) => ({ path: `${name}.${FLAG}`, value: configured(block, FLAG) }))
  );
  const on = values.find(({ value }) => isTrue(value));
  if (on) return violated(`${on.path} is ${describe(on.value)}: whole requests and responses stand in the log`);
  const open = values.find(({ value }) => isUnknown(value));
  return open ? undetermined(`${open.path} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
