import { Condition, Policy, Principal } from '../../../aws/iam/policy';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { openStatement, publicStatement } from '../../verdicts/public-principal';

/** The attributes that narrow a permission, and the conditions that Lambda makes of them. */
const NARROWINGS: readonly (readonly [attribute: string, operator: string, key: string])[] = [
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['source_account', 'StringEquals', 'aws:SourceAccount'],
  ['source_arn', 'ArnLike', 'aws:SourceArn'],
];

const SERVICE = /^[a-z0-9.-]+\.amazon(aws)?\.com(\.cn)?$/;

/** Functions that strangers cannot invoke. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-001',
  name: 'function-not-invocable-by-everybody',
  title: 'A Lambda permission does not let everybody invoke the function',
  severity: 'high',
  claims: ['3.1.1.c'],
  rationale:
    "With principal * any AWS account may invoke the function, and with a function URL of auth type NONE the whole internet. A service acts for anyone who asks it to: without the source, another account's bucket, topic or rule may invoke the function through it. ARNs of buckets name no account, and the name of a deleted bucket is free for everybody, so S3 needs the account of the source.",
  fix: 'Name an account or role as `principal`; for a service set `source_arn` or `source_account`, for S3 both; for an organization `principal_org_id`. Keep function URLs on `AWS_IAM`.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
    'https://docs.aws.amazon.com/config/latest/developerguide/lambda-function-public-access-prohibited.html',
    'AWS Security Hub Lambda.1',
  ],
  types: ['aws_lambda_permission'],
  check: (permission) => {
    const principal = permission.get('principal');
    if (principal === '*' && permission.get('function_url_auth_type') === 'NONE') {
      return violated(
        'principal is "*" and function_url_auth_type is "NONE": the whole internet may invoke the function'
      );
    }
    // Alexa skills have no ARN: their id is the token.
    const token = permission.get('event_source_token');
    if (isUnknown(token)) return unknownAttribute('event_source_token', token);
    if (principal !== '*' && token !== undefined && token !== '') return MET;

    const policy = asPolicy(permission, principal);
    if (publicStatement(policy)) return violated(describeOpen(permission, principal));
    if (openStatement(policy)) {
      return undetermined(`principal is ${describe(principal)}, and only a plan can tell who may invoke the function`);
    }
    return MET;
  },
};

/** The statement that Lambda makes of a permission. A service stands for everybody who may ask it to invoke. */
function asPolicy(permission: Resource, principal: Value): Policy {
  const isS3 = isBucketService(principal);
  const conditions: Condition[] = NARROWINGS.flatMap(([attribute, operator, key]) => {
    const text = textOf(permission.get(attribute));
    if (text === '' || (isS3 && attribute === 'source_arn')) return [];
    return [{ operator, key: key.toLowerCase(), values: [text] }];
  });
  const everybody: Principal = { type: 'AWS', id: '*' };
  const isService = typeof principal === 'string' && SERVICE.test(principal);
  const statement = {
    effect: 'Allow',
    actions: [],
    notActions: [],
    resources: [],
    notResources: [],
    principals: [isService ? everybody : { type: 'AWS', id: textOf(principal) }],
    notPrincipals: [],
    conditions,
  };
  return { statements: [statement], complete: true };
}

function describeOpen(permission: Resource, principal: Value): string {
  const is = (attribute: string): string => `${attribute} is ${describe(permission.get(attribute))}`;
  const source = `${is('source_account')}, ${is('source_arn')}`;
  if (principal === '*') {
    return `${is('principal')}, ${is('principal_org_id')}, ${source}: any AWS account may invoke the function`;
  }
  if (isBucketService(principal)) {
    return `${is('principal')}, ${is('source_account')}: a bucket of any account may invoke the function`;
  }
  if (typeof principal === 'string' && !SERVICE.test(principal)) {
    return `${is('principal')}, ${source}: principals of any account may invoke the function`;
  }
  return `${is('principal')}, ${source}: the service may invoke the function on behalf of any account`;
}

function isBucketService(principal: Value): boolean {
  return typeof principal === 'string' && /^s3\./.test(principal);
}

function textOf(value: Value): string {
  if (isUnknown(value)) return value.text;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
