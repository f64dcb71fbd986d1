import { openOriginsOf, s3OriginsOf } from '../../../aws/cloudfront/s3-origins';
import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, asNumber, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const POLICY = 'aws_cloudfront_response_headers_policy';
const LOOKUP = `data.${POLICY}`;
const ATTRIBUTE = 'response_headers_policy_id';
const AGE = 'security_headers_config.strict_transport_security.access_control_max_age_sec';

/** A year, as in the managed policies of AWS. */
const MIN_AGE = 31_536_000;

/** The managed policies of AWS, by what they end with and by their ids, and whether they set the header. */
const MANAGED: readonly (readonly [name: string, id: string, isStrict: boolean])[] = [
  ['SecurityHeadersPolicy', '67f7725c-6f97-4210-82d7-5512b31e9d03', true],
  ['CORS-and-SecurityHeadersPolicy', 'e61eb60c-9c35-4d20-a928-2b84e02af89c', true],
  ['CORS-with-preflight-and-SecurityHeadersPolicy', 'eaab4381-ed33-4a86-88ca-d9558dc6cd63', true],
  ['SimpleCORS', '60669652-455b-4ae9-85a4-c4c02393f86c', false],
  ['CORS-With-Preflight', '5cc3b908-e619-4b99-88e5-2cf7f45965bd', false],
];

/** Browsers that never come back by plain HTTP. */
export const RULE: ResourceRule = {
  id: 'CLOUDFRONT-005',
  name: 'viewers-stay-on-https',
  title: 'A distribution tells browsers to stay on HTTPS for a year or longer',
  severity: 'low',
  claims: ['1.1.1.g'],
  rationale:
    'A redirect to HTTPS comes after a first request by plain HTTP, which someone in between can answer instead. With the header Strict-Transport-Security a browser asks by HTTPS from the start, for as long as the header says. CloudFront sets it where a behavior has a response headers policy that does. Objects of a bucket carry no such header of their own. What is behind another origin may set it itself, as may a function that handles responses: without a policy that sets it, those behaviors are not judged.',
  fix: `Give each behavior a \`${ATTRIBUTE}\`: that of an \`${POLICY}\` with \`${AGE}\` ${MIN_AGE} or more, or that of the managed SecurityHeadersPolicy.`,
  sources: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html',
    'https://www.rfc-editor.org/rfc/rfc6797',
  ],
  types: ['aws_cloudfront_distribution'],
  check: (distribution, model) => {
    const buckets = [...s3OriginsOf(distribution)].map((origin) => origin.get('origin_id'));
    const isOpen = openOriginsOf(distribution).length > 0;
    return worst(
      ['default_cache_behavior', 'ordered_cache_behavior'].flatMap((path) =>
        distribution.blocks(path).map((behavior) => {
          const verdict = behaviorVerdict(model, distribution, behavior, path);
          if (verdict !== 'no header') return verdict;
          if (setsHeadersItself(behavior)) return undefined;
          const message = `${path} sets no Strict-Transport-Security: browsers may come back by plain HTTP`;
          const origin = behavior.get('target_origin_id');
          if (buckets.includes(origin)) return violated(message);
          return isUnknown(origin) || isOpen ? undetermined(`${message}, unless the origin does`) : undefined;
        })
      )
    );
  },
};

function behaviorVerdict(
  model: Model,
  distribution: Resource,
  behavior: Block,
  path: string
): Verdict | 'no header' | undefined {
  const value = configured(behavior, ATTRIBUTE);
  if (value === undefined || value === '') return 'no header';
  const policies = targetsOf(model, distribution, value, [POLICY, LOOKUP], ['id']);
  if (policies.length === 0) {
    const managed = MANAGED.find(([, id]) => id === value);
    if (managed) return managed[2] ? MET : 'no header';
    return undetermined(`${path}.${ATTRIBUTE} is ${describe(value)}, a policy that is not here`);
  }
  const verdicts = policies.map((policy) => (policy.mode === 'data' ? lookupVerdict(policy) : policyVerdict(policy)));
  const silent = verdicts.includes('no header');
  return silent ? 'no header' : worst(verdicts.filter((verdict) => verdict !== 'no header'));
}

function lookupVerdict(policy: Resource): Verdict | 'no header' {
  const name = policy.get('name');
  const managed = MANAGED.find(([of]) => name === `Managed-${of}`);
  if (managed) return managed[2] ? MET : 'no header';
  return undetermined(`${policy.address} looks up ${describe(name)}, a policy that is not here`);
}

function policyVerdict(policy: Resource): Verdict | 'no header' {
  const age: Value = configured(policy, AGE);
  if (age === undefined) return 'no header';
  if (isUnknown(age))
    return undetermined(`${AGE} of ${policy.address} is ${describe(age)}, which only a plan can tell`);
  if ((asNumber(age) ?? 0) >= MIN_AGE) return MET;
  return violated(`${AGE} of ${policy.address} is ${describe(age)}: browsers forget within a year to stay on HTTPS`);
}

/** Whether a function handles the responses, and may set any header. */
function setsHeadersItself(behavior: Block): boolean {
  return ['function_association', 'lambda_function_association'].some((path) =>
    behavior.blocks(path).some((block) => {
      const event = block.get('event_type');
      return isUnknown(event) || event === 'viewer-response' || event === 'origin-response';
    })
  );
}
