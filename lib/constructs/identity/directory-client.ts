import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { CognitoUserPoolClient } from '@cdktf/provider-aws/lib/cognito-user-pool-client';
import { DataClass } from '../../toms/data-class';
import { DEMANDS } from '../../toms/demands';
import { refuse, refuseProps } from '../core/errors';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';
import { defaultName } from '../core/names';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { DIRECTORY_CLIENT } from './refused';
import { DirectoryClientOptions } from './user-directory-props';

/** What a client belongs to. */
export interface DirectoryOfClient {
  readonly userPoolId: string;
  readonly userPoolArn: string;
  readonly dataClass: DataClass;
  readonly region?: string;
}

/** A program that users of a directory log in to. */
export interface IDirectoryClient extends IConstruct {
  /** The client itself. */
  readonly resource: CognitoUserPoolClient;

  /**
   * The id by which the program asks for logins.
   *
   * @attribute
   */
  readonly clientId: string;

  /**
   * Lets a role read the secret of the client, and nothing about users: the program fetches it by `DescribeUserPoolClient` when it starts, and no variable holds it
   * (TOM 3.1.1). IAM grants that for a directory, not for one of its clients: the role reads the secrets of all of them.
   */
  grantReadSecret(grantee: IGrantee): void;
}

/**
 * What `UserDirectory.addClient` makes.
 * @internal
 */
export class DirectoryClient extends Construct implements IDirectoryClient {
  public readonly resource: CognitoUserPoolClient;
  public readonly clientId: string;
  private readonly userPoolArn: string;

  constructor(scope: Construct, id: string, directory: DirectoryOfClient, options: DirectoryClientOptions) {
    super(scope, id);
    refuseProps(this, options, DIRECTORY_CLIENT);
    const { callbackUrls, logoutUrls, scopes = ['openid'] } = options;
    const { accessTokenMinutes = DEMANDS.accessTokenMinutes } = options;
    const { refreshTokenHours = DEMANDS.accessSessionHours } = options;
    const isSpecial = directory.dataClass === DataClass.SPECIAL_CATEGORY;
    const maxHours = isSpecial ? DEMANDS.accessSessionHours : DEMANDS.refreshTokenDays * 24;
    for (const [prop, value, min, max, example] of [
      ['accessTokenMinutes', accessTokenMinutes, 5, DEMANDS.accessTokenMinutes, DEMANDS.accessTokenMinutes],
      ['refreshTokenHours', refreshTokenHours, 1, maxHours, DEMANDS.accessSessionHours],
    ] as const) {
      requireWholeNumber(this, prop, value, { min, max, measure: '6.5.3', example });
    }
    requireAddresses(this, 'callbackUrls', callbackUrls);
    if (logoutUrls !== undefined) requireAddresses(this, 'logoutUrls', logoutUrls);

    this.resource = new CognitoUserPoolClient(this, 'Resource', {
      name: defaultName(this, Posture.of(this)).slice(0, 128),
      userPoolId: directory.userPoolId,
      generateSecret: true,
      allowedOauthFlowsUserPoolClient: true,
      allowedOauthFlows: ['code'],
      allowedOauthScopes: scopes,
      callbackUrls,
      logoutUrls,
      supportedIdentityProviders: ['COGNITO'],
      explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
      preventUserExistenceErrors: 'ENABLED',
      enableTokenRevocation: true,
      accessTokenValidity: accessTokenMinutes,
      idTokenValidity: accessTokenMinutes,
      refreshTokenValidity: refreshTokenHours,
      tokenValidityUnits: [{ accessToken: 'minutes', idToken: 'minutes', refreshToken: 'hours' }],
      region: directory.region,
    });
    this.node.defaultChild = this.resource;
    this.clientId = this.resource.id;
    this.userPoolArn = directory.userPoolArn;
  }

  /** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
  public grantReadSecret(grantee: IGrantee): void {
    const statement = { actions: ['cognito-idp:DescribeUserPoolClient'], resources: [this.userPoolArn] };
    grant(this, grantee, 'ReadSecret', [statement]);
  }
}

/** Whole addresses: Cognito sends the code of a login to them. */
function requireAddresses(scope: IConstruct, prop: string, urls: string[] | undefined): void {
  const wrong = urls?.find((url) => !Token.isUnresolved(url) && !ADDRESS.test(url));
  if (urls !== undefined && urls.length > 0 && wrong === undefined) return;
  refuse(scope, {
    prop,
    must: 'must hold whole addresses by HTTPS, without wildcards and fragments, or of http://localhost: the code of a login goes there',
    value: wrong ?? urls,
    measure: '1.1.1',
    fix: `write ${prop}: ['https://shop.example.com/login']`,
  });
}

const ADDRESS = /^(?:https:\/\/(?!\/)[^\s*#?/@]+|http:\/\/localhost(?::\d+)?)(?:\/[^\s*#]*)?$/;
