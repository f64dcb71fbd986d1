import { ResourceRule } from '../../rule';
import { requireAttribute } from '../../verdicts/checks';

/** Function URLs that ask who is there. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-002',
  name: 'function-url-requires-iam',
  title: 'A function URL demands IAM authentication',
  severity: 'high',
  claims: ['3.1.1.c', '9.3.c'],
  rationale:
    'A function URL of authorization type NONE asks nobody who they are: with the permission that it needs to work, it is open to the internet.',
  fix: 'Set `authorization_type` to AWS_IAM, and let CloudFront or API Gateway stand before what the public may call.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  types: ['aws_lambda_function_url'],
  check: (url) =>
    requireAttribute(url, 'authorization_type', (value) => value === 'AWS_IAM', { authorization_type: 'AWS_IAM' }),
};
