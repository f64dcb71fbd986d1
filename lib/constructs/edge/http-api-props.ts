import { ClassifiedProps, RegionalProps } from '../core/props';
import { Certificate } from '../encryption/certificate';
import { IKey } from '../encryption/key';
import { ApiAuthorizer } from './api-authorizer';
import { ApiTrustStoreOptions } from './api-domain';

/** Which web sites may call an API from the browsers of their visitors, and how. */
export interface CorsOptions {
  /** The sites: `['https://shop.example.com']`. */
  readonly origins: string[];

  /**
   * By which methods.
   *
   * @default ['GET']
   */
  readonly methods?: string[];

  /**
   * With which headers of their own.
   *
   * @default ['authorization', 'content-type']
   */
  readonly headers?: string[];

  /**
   * Which headers of an answer their scripts may read.
   *
   * @default - those that every browser shows
   */
  readonly exposedHeaders?: string[];

  /**
   * Whether cookies go along. Then no origin may be a wildcard.
   *
   * @default false
   */
  readonly allowCredentials?: boolean;

  /**
   * For how many seconds a browser remembers that it may: 0 to 86400.
   *
   * @default 300
   */
  readonly maxAgeSeconds?: number;
}

/** Who may call an HTTP API, under which name, and how often. */
export interface HttpApiProps extends ClassifiedProps, RegionalProps {
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
   * The name under which it is reached: `api.example.com`. Under the name that AWS gives it, it then answers nobody.
   *
   * @default - the name that AWS gives it
   */
  readonly domainName?: string;

  /**
   * The certificate for `domainName`, in the region of the API.
   *
   * @default - none, which an API without `domainName` may have
   */
  readonly certificate?: Certificate;

  /**
   * The authorities whose certificates clients must show (mutual TLS), beside what authorizers ask for (TOM 1.1.2). It takes `domainName`.
   *
   * @default - clients need no certificate
   */
  readonly trustStore?: ApiTrustStoreOptions;

  /**
   * The web sites that may call it from browsers.
   *
   * @default - none: browsers show the answers to no other site
   */
  readonly cors?: CorsOptions;

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
   * The key that encrypts the log of calls, in the same region (TOM 1.2.1).
   *
   * @default - one key per stack, region and class of data
   */
  readonly encryptionKey?: IKey;
}

/** How a route knows who calls. */
export interface HttpRouteOptions {
  /**
   * How it knows who calls.
   *
   * @default - as the API says
   */
  readonly authorizer?: ApiAuthorizer;

  /**
   * The scopes of which a token must have one. AWS recommends them: without any, the token that tells a program who logged in would do as one to call with.
   *
   * @default - none
   */
  readonly scopes?: string[];
}
