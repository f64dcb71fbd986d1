import { Token } from 'cdktf';
import { IConstruct } from 'constructs';
import { IFunction } from '../compute/function';
import { refuse } from '../core/errors';
import { requireWholeNumber } from '../core/require';
import { IUserDirectory } from '../identity/directory';
import { IDirectoryClient } from '../identity/directory-client';

const MEASURE = '3.1.1';

/** Whose tokens an API takes, and for whom they must be. */
export interface JwtAuthorizerOptions {
  /** Who issues the tokens, as `iss` of theirs says it: `https://login.example.com`. Its keys are at `/.well-known/openid-configuration` below it. */
  readonly issuer: string;

  /** For whom tokens must be, one of which `aud` or `client_id` of a token names: `['orders']`. */
  readonly audiences: string[];
}

/** How a function decides about calls. */
export interface FunctionAuthorizerOptions {
  /**
   * The header with what it decides by. A call without it is turned away unasked.
   *
   * @default 'Authorization'
   */
  readonly header?: string;

  /**
   * For how many seconds its answer holds for the same header, and of an HTTP API the same route: 0 to 3600. As long a right that was withdrawn still counts (TOM 6.5.3).
   *
   * @default 0
   */
  readonly cacheSeconds?: number;
}

/** Roles of IAM that sign their calls, or everybody. */
type UnnamedAccess = { readonly kind: 'iam' } | { readonly kind: 'open'; readonly reason: string };

/** Those who hold a token of an issuer. */
interface TokenAccess {
  readonly kind: 'jwt';
  readonly name: string;
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** The directory whose tokens they are, where it is one. */
  readonly directory?: IUserDirectory;
}

/** Those whom a function admits. */
interface FunctionAccess {
  readonly kind: 'function';
  readonly name: string;
  readonly target: IFunction;
  readonly header: string;
  readonly cacheSeconds: number;
}

/** What takes an authorizer of its own in an API. */
export type NamedAccess = TokenAccess | FunctionAccess;

/** How an API knows who calls. */
export type ApiAccess = UnnamedAccess | NamedAccess;

/**
 * How an API knows who calls (TOM 3.1.1, 6.1). Every route has one: that of the API, or its own.
 *
 * ```ts
 * const users = new UserDirectory(this, 'Customers');
 * const shop = users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
 * new HttpApi(this, 'Orders', { authorizer: ApiAuthorizer.userDirectory('Customers', users, [shop]) });
 * ```
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html
 */
export class ApiAuthorizer {
  /**
   * Tokens of an OpenID provider (JWT), in the header `Authorization`, signed with RSA. Only HTTP APIs take them.
   *
   * @param name what distinguishes it from other authorizers of the API: `Partners`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
   */
  public static jwt(name: string, options: JwtAuthorizerOptions): ApiAuthorizer {
    return new ApiAuthorizer({ kind: 'jwt', name, issuer: options.issuer, audiences: options.audiences });
  }

  /**
   * Tokens of a directory of users, in the header `Authorization`.
   *
   * @param name what distinguishes it from other authorizers of the API: `Customers`
   * @param directory whose users call
   * @param clients the programs that they logged in to. REST APIs take the tokens of every client of the directory.
   */
  public static userDirectory(name: string, directory: IUserDirectory, clients: IDirectoryClient[]): ApiAuthorizer {
    const audiences = clients.map(({ clientId }) => clientId);
    return new ApiAuthorizer({ kind: 'jwt', name, issuer: directory.issuerUrl, audiences, directory });
  }

  /**
   * Roles of IAM, which sign their calls. Let them call by `grantInvoke`.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
   */
  public static iam(): ApiAuthorizer {
    return new ApiAuthorizer({ kind: 'iam' });
  }

  /**
   * A function that decides about each call. Of an HTTP API it answers with `{ isAuthorized: true }`, of a REST API with a policy.
   *
   * @param name what distinguishes it from other authorizers of the API: `Partners`
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
   */
  public static secureFunction(
    name: string,
    target: IFunction,
    options: FunctionAuthorizerOptions = {}
  ): ApiAuthorizer {
    const { header = 'Authorization', cacheSeconds = 0 } = options;
    return new ApiAuthorizer({ kind: 'function', name, target, header, cacheSeconds });
  }

  /**
   * Nobody is asked who calls: for a sign-in, or a webhook whose sender signs what it sends. APIGATEWAY-005 asks for a waiver on the route as well, which names who accepts it and
   * until when.
   *
   * @param reason why everybody may call, and how callers are checked. It stands in the configuration.
   */
  public static openToEverybody(reason: string): ApiAuthorizer {
    return new ApiAuthorizer({ kind: 'open', reason });
  }

  /** @internal */
  public readonly _access: ApiAccess;

  private constructor(access: ApiAccess) {
    this._access = access;
  }
}

/** Refuses an authorizer that admits nobody, or everybody. */
export function requireAuthorizer(scope: IConstruct, access: ApiAccess): void {
  if (access.kind === 'open') return requireReason(scope, access.reason);
  if (access.kind === 'iam') return;
  if (!/^[A-Za-z][\w-]{0,63}$/.test(access.name)) {
    refuse(scope, {
      prop: 'authorizer.name',
      must: "must be 1 to 64 letters, digits, '_' and '-', a letter first, known when the program runs",
      value: access.name,
      fix: "write ApiAuthorizer.jwt('Partners', …)",
    });
  }
  if (access.kind === 'jwt') return requireIssuer(scope, access);
  if (!/^[A-Za-z][\w-]{0,63}$/.test(access.header)) {
    refuse(scope, {
      prop: 'authorizer.header',
      must: 'must be the name of a header',
      value: access.header,
      measure: MEASURE,
      fix: "write header: 'Authorization', or leave it out",
    });
  }
  const seconds = { min: 0, max: 3600, of: 'seconds', measure: '6.5.3', example: 0 };
  requireWholeNumber(scope, 'authorizer.cacheSeconds', access.cacheSeconds, seconds);
}

function requireIssuer(scope: IConstruct, { issuer, audiences }: TokenAccess): void {
  if (!Token.isUnresolved(issuer) && !/^https:\/\/[^\s?#@]+$/.test(issuer)) {
    refuse(scope, {
      prop: 'authorizer.issuer',
      must: 'must be the address of an issuer by HTTPS: the keys that prove its tokens come from there',
      value: issuer,
      measure: MEASURE,
      fix: "write issuer: 'https://login.example.com'",
    });
  }
  if (audiences.length > 0 && audiences.every((one) => Token.isUnresolved(one) || one.trim() !== '')) return;
  refuse(scope, {
    prop: 'authorizer.audiences',
    must: 'must name at least one: a token for another program of the issuer would do',
    value: audiences,
    measure: MEASURE,
    fix: "write audiences: ['orders'], or the clients of the directory",
  });
}

function requireReason(scope: IConstruct, reason: string): void {
  if (!Token.isUnresolved(reason) && reason.trim() !== '' && reason.length <= 900) return;
  refuse(scope, {
    prop: 'authorizer.reason',
    must: 'must say in 1 to 900 characters why everybody may call, known when the program runs',
    value: reason,
    measure: MEASURE,
    fix: "write ApiAuthorizer.openToEverybody('the sender signs what it sends, and the function checks it')",
  });
}
