import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asStrings, describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const METHOD = 'aws_api_gateway_method';
const ROUTE = 'aws_apigatewayv2_route';

/** Methods and routes that know who calls. */
export const RULE: ResourceRule = {
  id: 'APIGATEWAY-005',
  name: 'callers-authenticated',
  title: 'Every method and route of an API authenticates its callers',
  severity: 'high',
  claims: ['3.1.1.l'],
  rationale:
    'A method or route with the authorization NONE, which is the default of routes, passes on what everyone on the internet sends. An API key counts the calls of a client, and AWS advises against it for authentication. Preflight requests (OPTIONS) carry no credentials, a WebSocket API asks for them when a client connects, and a private API is reached through VPC endpoints only: those are not judged. A sign-in or a webhook that must be open needs a waiver that says how it checks its callers.',
  fix: 'Set `authorization` of a method, or `authorization_type` of a route, to AWS_IAM, or to the kind of an authorizer that `authorizer_id` names.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
    'AWS Security Hub APIGateway.8',
  ],
  types: [METHOD, ROUTE],
  check: (resource, model) =>
    resource.type === METHOD ? methodVerdict(model, resource) : routeVerdict(model, resource),
};

function methodVerdict(model: Model, method: Resource): Verdict | undefined {
  const verb = configured(method, 'http_method');
  if (verb === 'OPTIONS') return undefined;
  const authorization = configured(method, 'authorization');
  if (isUnknown(authorization)) return unknownAttribute('authorization', authorization);
  if (authorization !== undefined && authorization !== 'NONE') return MET;
  const api = targetOf(model, method, method.get('rest_api_id'));
  const types = api && configured(api, 'endpoint_configuration.types');
  if (asStrings(types).includes('PRIVATE')) return undefined;
  const message = `authorization is ${describe(authorization)}: everyone may call the method`;
  if (isUnknown(verb)) return undetermined(`${message}, unless http_method ${describe(verb)} is OPTIONS`);
  return isUnknown(types) ? undetermined(`${message}, unless the API is private`) : violated(message);
}

function routeVerdict(model: Model, route: Resource): Verdict | undefined {
  const key = configured(route, 'route_key');
  const authorization = configured(route, 'authorization_type');
  if (typeof key === 'string' && !asksForCredentials(model, route, key)) return undefined;
  if (isUnknown(authorization)) return unknownAttribute('authorization_type', authorization);
  if (authorization !== undefined && authorization !== 'NONE') return MET;
  const means = authorization === undefined ? ', which means NONE' : '';
  const message = `authorization_type is ${describe(authorization)}${means}: everyone may call the route`;
  return typeof key === 'string'
    ? violated(message)
    : undetermined(`${message}, unless route_key ${describe(key)} is one that takes no credentials`);
}

/** Of an HTTP API every route but those of preflight requests, of a WebSocket API the one by which a client connects. */
function asksForCredentials(model: Model, route: Resource, key: string): boolean {
  if (key === '$connect') return true;
  if (key !== '$default') return /^[A-Z]+ \//.test(key) && !key.startsWith('OPTIONS ');
  return targetOf(model, route, route.get('api_id'))?.get('protocol_type') !== 'WEBSOCKET';
}
