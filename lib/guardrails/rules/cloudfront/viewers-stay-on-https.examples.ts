import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const FILES: JsonObject = { origin_id: 'files', domain_name: '${aws_s3_bucket.files.bucket_regional_domain_name}' };

function distribution(behavior: JsonObject, beside: JsonObject = {}, origin: JsonObject = FILES): JsonObject {
  return {
    resource: {
      ...beside,
      aws_cloudfront_distribution: {
        site: { origin, default_cache_behavior: { target_origin_id: 'files', ...behavior } },
      },
    },
  };
}

function policy(age: number | string | undefined): JsonObject {
  const headers: JsonObject =
    age === undefined ? {} : { strict_transport_security: { access_control_max_age_sec: age } };
  return { aws_cloudfront_response_headers_policy: { headers: { security_headers_config: headers } } };
}

const OWN: JsonObject = { response_headers_policy_id: '${aws_cloudfront_response_headers_policy.headers.id}' };
const ADDRESSES = ['aws_cloudfront_distribution.site'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a policy with the header, for two years', terraform: distribution(OWN, policy(63072000)) },
    {
      title: 'the managed policy of AWS',
      terraform: distribution({ response_headers_policy_id: '67f7725c-6f97-4210-82d7-5512b31e9d03' }),
    },
    {
      title: 'the managed policy, looked up',
      terraform: {
        ...distribution({ response_headers_policy_id: '${data.aws_cloudfront_response_headers_policy.safe.id}' }),
        data: { aws_cloudfront_response_headers_policy: { safe: { name: 'Managed-SecurityHeadersPolicy' } } },
      },
    },
    {
      title: 'a function handles the responses, and another origin may set the header itself',
      terraform: {
        resource: {
          aws_cloudfront_distribution: {
            site: {
              origin: FILES,
              default_cache_behavior: {
                target_origin_id: 'files',
                function_association: { event_type: 'viewer-response' },
              },
            },
            shop: {
              origin: { origin_id: 'app', domain_name: 'app.example.com', custom_origin_config: {} },
              default_cache_behavior: { target_origin_id: 'app' },
            },
          },
        },
      },
    },
  ],
  fail: [
    { title: 'objects of a bucket without a policy', terraform: distribution({}), addresses: ADDRESSES },
    { title: 'a policy without the header', terraform: distribution(OWN, policy(undefined)), addresses: ADDRESSES },
    { title: 'an hour', terraform: distribution(OWN, policy(3600)), addresses: ADDRESSES },
    {
      title: 'a managed policy for other headers',
      terraform: distribution({ response_headers_policy_id: '60669652-455b-4ae9-85a4-c4c02393f86c' }),
      addresses: ADDRESSES,
    },
    {
      title: 'one of several behaviors has none',
      terraform: {
        resource: {
          ...policy(31536000),
          aws_cloudfront_distribution: {
            site: {
              origin: FILES,
              default_cache_behavior: { target_origin_id: 'files', ...OWN },
              ordered_cache_behavior: { path_pattern: '/media/*', target_origin_id: 'files' },
            },
          },
        },
      },
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a policy that is not here',
      terraform: distribution({ response_headers_policy_id: '8f4e1b1c-0000-0000-0000-000000000000' }),
      addresses: ADDRESSES,
    },
    {
      title: 'a variable sets how long',
      terraform: { ...distribution(OWN, policy('${var.open}')), variable: { open: {} } },
      addresses: ADDRESSES,
    },
  ],
};
