import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Services whose interface endpoints need not answer under the name of the service: most traffic passes their gateway endpoints. */
const OF_GATEWAYS = ['s3', 'dynamodb'];

/** Interface endpoints that programs use without being told. */
export const RULE: ResourceRule = {
  id: 'EC2-025',
  name: 'endpoint-private-dns',
  title: 'An interface endpoint of an AWS service answers under the name of the service',
  severity: 'low',
  claims: ['9.3.b'],
  rationale:
    'Without private DNS the name of a service still leads to its public addresses: SDKs and agents pass the endpoint by, and the policy of the endpoint decides about nothing. Private DNS is off unless it is asked for. A private hosted zone for the name does the same, where one network holds the endpoints of many. Endpoints of services of others, and those of S3 and DynamoDB, which have gateway endpoints, are not judged.',
  fix: 'Set `private_dns_enabled` to true, and `enable_dns_support` and `enable_dns_hostnames` of the VPC.',
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html',
    'https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html',
  ],
  types: ['aws_vpc_endpoint'],
  check: (endpoint, model) => {
    const type = configured(endpoint, 'vpc_endpoint_type');
    const service = configured(endpoint, 'service_name');
    const name = textOf(service);
    if (!isUnknown(type) && type !== 'Interface') return undefined;
    const isOfAws = /^com\.amazonaws\.(?!vpce\.)/.test(name);
    if (!isOfAws && !isUnknown(service)) return undefined;
    // `com.amazonaws.eu-central-1.ecr.api`: the region may be an expression with dots in it.
    const labels = name
      .replace(/\$\{[^}]*\}/g, 'x')
      .split('.')
      .slice(3);
    if (isOfAws && OF_GATEWAYS.includes(labels[0])) return undefined;
    const isPrivate = configured(endpoint, 'private_dns_enabled');
    if (isTrue(isPrivate)) return MET;
    if (isUnknown(isPrivate)) return unknownAttribute('private_dns_enabled', isPrivate);
    if (isUnknown(type)) return unknownAttribute('vpc_endpoint_type', type);
    if (!isOfAws) return unknownAttribute('service_name', service);
    if (hasZone(model, labels)) return MET;
    if (model.resources('aws_route53_zone').some((zone) => isUnknown(zone.get('name')))) {
      return undetermined('private_dns_enabled is not true, and a hosted zone may be of the service');
    }
    return violated('private_dns_enabled is not true: the name of the service leads past the endpoint', {
      private_dns_enabled: true,
    });
  },
};

/** Whether a private hosted zone answers for the service: `api.ecr.eu-central-1.amazonaws.com`. */
function hasZone(model: Model, labels: readonly string[]): boolean {
  const name = [...labels].reverse().join('.');
  return model
    .present('aws_route53_zone')
    .some((zone) => isPrivateZone(zone) && textOf(zone.get('name')).startsWith(`${name}.`));
}

function isPrivateZone(zone: Resource): boolean {
  return zone.has('vpc');
}

function textOf(value: Value): string {
  if (isUnknown(value)) return value.text;
  return typeof value === 'string' ? value : '';
}
