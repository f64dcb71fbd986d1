import { Construct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { DataClass } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { defaultName } from '../core/names';
import { Posture } from '../core/posture';
import { requireDays } from '../core/require';
import { IKey } from '../encryption/key';
import { logDeliveryPolicy } from '../logging/log-delivery-policy';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';

const PREFIX = '/aws/apigateway/';

/** What the log of an API is kept by. */
export interface ApiLogProps {
  readonly retentionDays?: number;
  readonly encryptionKey: IKey;
  readonly dataClass: DataClass;
  readonly region?: string;
  readonly tags?: { [key: string]: string };
}

/** Who called what, from where, when and with which result, by the names of API Gateway. */
type Fields = { readonly [field: string]: string };

/**
 * What is logged of a call to an HTTP API: who, by the id of a login or of a role, from where, when, what, and with which result (TOM 8.2). Not the path, whose parts may name people,
 * nor queries, headers and bodies: the route says what was asked for (TOM 2.1).
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
export const HTTP_FIELDS: Fields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  subject: '$context.authorizer.claims.sub',
  role: '$context.identity.userArn',
  principal: '$context.authorizer.principalId',
  route: '$context.routeKey',
  protocol: '$context.protocol',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  responseMillis: '$context.responseLatency',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

/**
 * The same of a call to a REST API, with the version of TLS.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
 */
export const REST_FIELDS: Fields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  subject: '$context.authorizer.claims.sub',
  role: '$context.identity.userArn',
  principal: '$context.authorizer.principalId',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  protocol: '$context.protocol',
  tls: '$context.tlsVersion',
  status: '$context.status',
  responseBytes: '$context.responseLength',
  responseMillis: '$context.responseLatency',
  error: '$context.error.message',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integration.error',
  trace: '$context.xrayTraceId',
};

/** Whose certificate a client showed, which only a domain with mutual TLS asks for. */
export const CERTIFICATE_FIELDS: Fields = { certificate: '$context.identity.clientCert.subjectDN' };

/** One line of JSON. */
export function logFormat(...fields: readonly Fields[]): string {
  return JSON.stringify(Object.assign({}, ...fields));
}

/** Where the calls of an API are logged. */
export function apiLog(
  scope: Construct,
  { retentionDays = DEMANDS.securityLogDays, ...props }: ApiLogProps
): RetainedLogGroup {
  const days = { min: DEMANDS.securityLogDays, measure: '8.4', example: DEMANDS.securityLogDays };
  requireDays(scope, 'logRetentionDays', retentionDays, days);
  return new RetainedLogGroup(scope, 'AccessLog', {
    logType: LogType.SECURITY,
    retentionDays,
    logGroupName: `${PREFIX}${defaultName(scope, Posture.of(scope))}`.slice(0, 512),
    ...props,
  });
}

/** Lets API Gateway write the logs of HTTP APIs, which it delivers as other services of AWS do. It would else write a policy of its own. */
export function apiLogDelivery(scope: Construct, region: string | undefined): CloudwatchLogResourcePolicy {
  return logDeliveryPolicy(scope, region, {
    id: 'ApiLogDelivery',
    service: 'delivery.logs.amazonaws.com',
    logGroups: `${PREFIX}*`,
    sources: (_account, where) => [`arn:${where}:*`],
  });
}
