import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function url(origins: Json, credentials?: Json): JsonObject {
  const cors: JsonObject = { allow_origins: origins };
  if (credentials !== undefined) cors.allow_credentials = credentials;
  return { resource: { aws_lambda_function_url: { app: { authorization_type: 'AWS_IAM', cors } } } };
}

function bucket(...origins: string[]): JsonObject {
  return {
    resource: {
      aws_s3_bucket_cors_configuration: {
        files: { cors_rule: { allowed_methods: ['GET'], allowed_origins: origins } },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a named origin, with credentials', terraform: url(['https://app.example.com'], true) },
    { title: 'every origin, without credentials', terraform: url(['*']) },
    { title: 'a bucket that answers every origin with a star', terraform: bucket('*') },
    { title: 'sites of one domain', terraform: bucket('https://*.example.com') },
  ],
  fail: [
    {
      title: 'every origin, with credentials',
      terraform: url(['*'], true),
      addresses: ['aws_lambda_function_url.app'],
    },
    {
      title: 'every origin by HTTPS, of an API',
      terraform: {
        resource: {
          aws_apigatewayv2_api: {
            shop: { cors_configuration: { allow_credentials: 'true', allow_origins: ['https://*'] } },
          },
        },
      },
      addresses: ['aws_apigatewayv2_api.shop'],
    },
    {
      title: 'a policy of a distribution',
      terraform: {
        resource: {
          aws_cloudfront_response_headers_policy: {
            open: {
              cors_config: { access_control_allow_credentials: true, access_control_allow_origins: { items: ['*'] } },
            },
          },
        },
      },
      addresses: ['aws_cloudfront_response_headers_policy.open'],
    },
    {
      title: 'a bucket that answers each origin by its name',
      terraform: bucket('https://app.example.com', 'https://*'),
      addresses: ['aws_s3_bucket_cors_configuration.files'],
    },
    {
      title: 'a bucket with the rule inline',
      terraform: {
        resource: {
          aws_s3_bucket: { files: { cors_rule: [{ allowed_methods: ['PUT'], allowed_origins: ['http*'] }] } },
        },
      },
      addresses: ['aws_s3_bucket.files'],
    },
  ],
  undetermined: [
    {
      title: 'a variable holds the origins',
      terraform: { ...url('${var.open}', true), variable: { open: {} } },
      addresses: ['aws_lambda_function_url.app'],
    },
    {
      title: 'a variable decides on credentials',
      terraform: { ...url(['*'], '${var.open}'), variable: { open: {} } },
      addresses: ['aws_lambda_function_url.app'],
    },
  ],
};
