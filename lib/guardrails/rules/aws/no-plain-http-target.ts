import { Resource } from '../../../terraform/stack';
import { Value, isJsonObject, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** The attribute that holds the address which a type calls. */
const ADDRESSES: { readonly [type: string]: string } = {
  aws_api_gateway_integration: 'uri',
  aws_apigatewayv2_integration: 'integration_uri',
  aws_cloudwatch_event_api_destination: 'invocation_endpoint',
  aws_securitylake_subscriber_notification: 'configuration.https_notification_configuration.endpoint',
};

const VARIABLES = 'environment.variables';

/** Nothing leaves the machine: the loopback, and the addresses that are local to a link, such as that of credentials. */
const LOCAL = /^http:\/\/(localhost|127(\.\d+){3}|169\.254(\.\d+){2}|\[::1\]|\[fe80:[^\]]*\])([:/?#]|$)/i;

/** A proxy is reached over HTTP by its nature; what passes through it has a scheme of its own. */
const PROXY = /^(https?|all)_proxy$/i;

/** Calls that are written as plain HTTP. */
export const RULE: ResourceRule = {
  id: 'AWS-008',
  name: 'no-plain-http-target',
  title: 'No integration and no function is given a plain HTTP address',
  severity: 'medium',
  claims: ['1.1.1.e', '1.1.2.f'],
  rationale:
    'An address that begins with http:// is called unencrypted, within the VPC too: who sees the network reads what is sent and answers in its place. The rule reads the addresses that integrations of API Gateway and API destinations of EventBridge call, and the environment of functions. There it only sees values that begin with an address, and leaves out those of proxies and of the machine itself, and what other resources give. Where an address is a name only, such as an XML namespace, a waiver says so.',
  fix: 'Write https://, and let what is called take TLS.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html',
    'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec_protect_data_transit_encrypt.html',
  ],
  types: [...Object.keys(ADDRESSES), 'aws_lambda_function'],
  check: (resource) => {
    if (resource.type === 'aws_lambda_function') return environmentVerdict(resource);
    return addressVerdict(ADDRESSES[resource.type], resource.get(ADDRESSES[resource.type]));
  },
};

function addressVerdict(attribute: string, value: Value): Verdict | undefined {
  if (value === undefined) return undefined;
  if (isPlain(value)) return violated(`${attribute} is ${describe(value)}, which is called unencrypted`);
  return isVariable(value) ? unknownAttribute(attribute, value) : MET;
}

function environmentVerdict(lambda: Resource): Verdict | undefined {
  const variables = lambda.get(VARIABLES);
  if (isUnknown(variables)) return unknownAttribute(VARIABLES, variables);
  if (!isJsonObject(variables)) return undefined;
  const values = Object.entries(variables as { [name: string]: Value }).filter(([name]) => !PROXY.test(name));
  const plain = values.filter(([, value]) => isPlain(value));
  if (plain.length > 0) {
    // The addresses themselves stay out of the message: they may hold a password.
    const named = plain.map(([name]) => `${VARIABLES}.${name}`).join(', ');
    return violated(`an address that is called unencrypted stands in ${named}`);
  }
  const open = values.filter(([, value]) => isVariable(value)).map(([name]) => name);
  if (open.length === 0) return MET;
  return undetermined(`only a plan can tell whether ${VARIABLES} hold a plain HTTP address: ${open.join(', ')}`);
}

/** The scheme is written out, whatever the host will be. */
function isPlain(value: Value): boolean {
  const text = isUnknown(value) ? value.text : value;
  return typeof text === 'string' && /^http:\/\//i.test(text) && !LOCAL.test(text);
}

/** Whether an input of the configuration decides the scheme. What a resource says of itself is no address that somebody wrote. */
function isVariable(value: Value): boolean {
  return isUnknown(value) && /^\$\{[^}]*(?<![\w.])(?:var|local|module|each)\./.test(value.text);
}
