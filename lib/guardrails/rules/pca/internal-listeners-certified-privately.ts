import { LISTENERS, LOAD_BALANCERS, loadBalancerOf } from '../../../aws/elb/load-balancer';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const AUTHORITY = 'aws_acmpca_certificate_authority';
const CERTIFICATE = 'aws_acm_certificate';
const VALIDATION = 'aws_acm_certificate_validation';
const VPC_ORIGIN = 'aws_cloudfront_vpc_origin';

/** Internal listeners that identify themselves by the private authority. */
export const RULE: ResourceRule = {
  id: 'PCA-002',
  name: 'internal-listeners-certified-privately',
  title: 'A listener of an internal load balancer presents a certificate of the private authority, where there is one',
  severity: 'low',
  claims: ['1.3.2.c'],
  rationale:
    'A private certificate authority says who belongs to the internal network. A listener within it that presents a public certificate instead proves nothing but that somebody controls a domain, and puts the internal name into the public logs of Certificate Transparency. Judged are listeners of load balancers that are certainly internal, and whose certificate is an `aws_acm_certificate` of what is checked: one that a private authority issued is met, any other is not as soon as an authority is there to ask. Without an authority nothing is demanded here. A certificate that is only named by its ARN, or was imported, tells nothing of who issued it. Not judged are listeners that CloudFront asks by a VPC origin, or API Gateway by a VPC link: they verify by public authorities.',
  fix: 'Name a certificate with `certificate_authority_arn`, such as that of `WorkloadIdentity`.',
  sources: [
    'https://docs.aws.amazon.com/acm/latest/userguide/gs-acm-request-private.html',
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integration-tls-config.html',
  ],
  types: LISTENERS,
  check: (listener, model) => {
    const arn = configured(listener, 'certificate_arn');
    if (arn === undefined || loadBalancerOf(model, listener).isInternal !== true) return undefined;
    if (isAskedByService(model, listener)) return undefined;
    return worst(certificatesOf(model, listener, arn).map((certificate) => issuerVerdict(model, certificate)));
  },
};

/** Whether a service of AWS asks it, which trusts public authorities only. */
function isAskedByService(model: Model, listener: Resource): boolean {
  const balancers = targetsOf(model, listener, listener.get('load_balancer_arn'), LOAD_BALANCERS, ['arn']);
  return (
    companionsOf(model, listener, 'aws_apigatewayv2_integration', 'integration_uri', ['arn']).length > 0 ||
    balancers.some(
      (balancer) => companionsOf(model, balancer, VPC_ORIGIN, 'vpc_origin_endpoint_config.arn', ['arn']).length > 0
    )
  );
}

/** The certificates that an ARN may be of: a validation passes on that of what it waits for. */
function certificatesOf(model: Model, from: Resource, arn: Value): readonly Resource[] {
  return targetsOf(model, from, arn, [CERTIFICATE, VALIDATION], ['id', 'arn', 'certificate_arn']).flatMap((found) =>
    found.type === CERTIFICATE
      ? [found]
      : targetsOf(model, found, found.get('certificate_arn'), [CERTIFICATE], ['id', 'arn'])
  );
}

function issuerVerdict(model: Model, certificate: Resource): Verdict | undefined {
  const issuer = configured(certificate, 'certificate_authority_arn');
  if (isUnknown(issuer) && issuer.references.every((reference) => reference.startsWith('var.'))) {
    return undetermined(`the authority of ${certificate.address} is ${issuer.text}, which only a plan can tell`);
  }
  if (issuer !== undefined && issuer !== '') return MET;
  const isImported = configured(certificate, 'certificate_body') !== undefined;
  if (isImported || model.present(AUTHORITY).length === 0) return undefined;
  return violated(
    `${certificate.address} is issued by the public authority of Amazon, and the program has one of its own`
  );
}
