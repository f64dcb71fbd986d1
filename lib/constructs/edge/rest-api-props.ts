import { ClassifiedProps, RegionalProps } from '../core/props';
import { Certificate } from '../encryption/certificate';
import { IKey } from '../encryption/key';
import { IWebFirewall } from '../network/web-acl';
import { ApiAuthorizer } from './api-authorizer';
import { ApiTrustStoreOptions } from './api-domain';

/** Who may call a REST API, from where, under which name, and how often. */
export interface RestApiProps extends ClassifiedProps, RegionalProps {
  /**
   * How routes know who calls, unless one names an authorizer of its own (TOM 3.1.1).
   *
   * @default - none: every route names one
   */
  readonly authorizer?: ApiAuthorizer;

  /**
   * The name of the API.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly apiName?: string;

  /**
   * What it is for.
   *
   * @default - the construct's path
   */
  readonly description?: string;

  /**
   * The name under which it is reached from the internet: `api.example.com`. Under the name that AWS gives it, which admits TLS 1.0, it answers nobody.
   *
   * @default - none, which only an API with `vpcEndpointId` may have
   */
  readonly domainName?: string;

  /**
   * The certificate for `domainName`, in the region of the API.
   *
   * @default - none, which only an API with `vpcEndpointId` may have
   */
  readonly certificate?: Certificate;

  /**
   * The authorities whose certificates clients must show (mutual TLS), beside what authorizers ask for (TOM 1.1.2). It takes `domainName`.
   *
   * @default - clients need no certificate
   */
  readonly trustStore?: ApiTrustStoreOptions;

  /**
   * The VPC endpoint for `execute-api` through which it is reached, and by nothing else (TOM 3.3.4): `vpce-0123456789abcdef0`. Then it is private.
   *
   * @default - none: it is reached from the internet, under `domainName`
   */
  readonly vpcEndpointId?: string;

  /**
   * The firewall before it (TOM 3.3.3).
   *
   * @default - one of its own where it is reached from the internet, which costs extra, else none
   */
  readonly webFirewall?: IWebFirewall;

  /**
   * How many requests each route takes in a second before the API answers 429. AWS aims at it, and guarantees nothing (TOM 3.3.2).
   *
   * @default 100
   */
  readonly maxRequestsPerSecond?: number;

  /**
   * How many requests each route takes at once, above that rate.
   *
   * @default - twice maxRequestsPerSecond
   */
  readonly maxRequestBurst?: number;

  /**
   * How many days the log of calls is kept: at least 365 (TOM 8.4), and a retention that CloudWatch Logs knows.
   *
   * @default 365
   */
  readonly logRetentionDays?: number;

  /**
   * The key that encrypts its logs, in the same region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;
}

/** How a route of a REST API knows who calls, and what a call must hold. */
export interface RestRouteOptions {
  /**
   * How it knows who calls.
   *
   * @default - as the API says
   */
  readonly authorizer?: ApiAuthorizer;

  /**
   * The scopes of which a token of a directory must have one: with scopes API Gateway asks for access tokens, without any for ID tokens.
   *
   * @default - none
   */
  readonly scopes?: string[];

  /**
   * The parameters of the query that a call must have: `['customer']`.
   *
   * @default - none
   */
  readonly requiredQuery?: string[];

  /**
   * The headers that a call must have.
   *
   * @default - none
   */
  readonly requiredHeaders?: string[];

  /**
   * What the body of a call must be: a JSON Schema, of draft 4, as text.
   *
   * @default - none: the target looks at it
   */
  readonly bodySchema?: string;
}
