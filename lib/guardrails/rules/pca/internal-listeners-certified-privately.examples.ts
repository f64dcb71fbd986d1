import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

const AUTHORITY = { aws_acmpca_certificate_authority: { workloads: {} } };

const listener = (certificate: JsonObject, internal = true, more: JsonObject = AUTHORITY): JsonObject => ({
  resource: {
    aws_lb: { front: { internal } },
    aws_lb_listener: {
      front: {
        load_balancer_arn: '${aws_lb.front.arn}',
        certificate_arn: '${aws_acm_certificate.front.arn}',
      },
    },
    aws_acm_certificate: { front: certificate },
    ...more,
  },
});

const PRIVATE = { certificate_authority_arn: '${aws_acmpca_certificate_authority.workloads.arn}' };
const PUBLIC = { validation_method: 'DNS' };
const ADDRESSES = ['aws_lb_listener.front'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a certificate of the authority', terraform: listener(PRIVATE) },
    { title: 'a public front', terraform: listener(PUBLIC, false) },
    { title: 'no authority to ask', terraform: listener(PUBLIC, true, {}) },
    { title: 'a certificate that was imported', terraform: listener({ certificate_body: 'certificate' }) },
    {
      title: 'a public certificate that CloudFront asks for',
      terraform: listener(PUBLIC, true, {
        ...AUTHORITY,
        aws_cloudfront_vpc_origin: { front: { vpc_origin_endpoint_config: { arn: '${aws_lb.front.arn}' } } },
      }),
    },
    {
      title: 'a public certificate that API Gateway asks for',
      terraform: listener(PUBLIC, true, {
        ...AUTHORITY,
        aws_apigatewayv2_integration: { front: { integration_uri: '${aws_lb_listener.front.arn}' } },
      }),
    },
  ],
  fail: [
    { title: 'a public certificate', terraform: listener(PUBLIC), addresses: ADDRESSES },
    {
      title: 'a public certificate, by its validation',
      terraform: {
        resource: {
          aws_lb: { front: { internal: true } },
          aws_lb_listener: {
            front: {
              load_balancer_arn: '${aws_lb.front.arn}',
              certificate_arn: '${aws_acm_certificate_validation.front.certificate_arn}',
            },
          },
          aws_acm_certificate_validation: { front: { certificate_arn: '${aws_acm_certificate.front.arn}' } },
          aws_acm_certificate: { front: { domain_name: 'orders.internal.example', ...PUBLIC } },
          ...AUTHORITY,
        },
      },
      addresses: ADDRESSES,
    },
  ],
  undetermined: [
    {
      title: 'a variable names the authority',
      terraform: { ...listener({ certificate_authority_arn: '${var.authority}' }), variable: { authority: {} } },
      addresses: ADDRESSES,
    },
  ],
};
