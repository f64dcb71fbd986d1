import { Fn, TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { CognitoUserPoolDomain } from '@cdktf/provider-aws/lib/cognito-user-pool-domain';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { DataClass, isPersonal } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { accountOf } from '../core/account';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { requireWholeNumber } from '../core/require';
import { IWebFirewall, requireRegional } from '../network/web-acl';
import { WebFirewall } from '../network/web-firewall';
import { IUserDirectory, UserDirectoryBase } from './directory';
import { DirectoryClient, IDirectoryClient } from './directory-client';
import { USER_DIRECTORY } from './refused';
import {
  DirectoryClientOptions,
  DirectoryDomainOptions,
  DirectoryEmail,
  UserDirectoryProps,
} from './user-directory-props';

/**
 * The logins of customers (TOM 6.1, 6.3): a Cognito user pool with a second factor for everybody, strong passwords, threat protection that acts, a firewall,
 * and protection from deletion. There is no way in without a login: it makes no identity pool.
 *
 * ```ts
 * const users = new UserDirectory(this, 'Customers', { selfSignUp: true });
 * users.addDomain('Login', { prefix: 'acme-shop' });
 * users.addClient('Shop', { callbackUrls: ['https://shop.example.com/login'] });
 * ```
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-security-best-practices.html
 */
export class UserDirectory extends UserDirectoryBase {
  /**
   * A user pool that is already there, by its ARN. Nothing about it is checked.
   *
   * @throws ValidationError where it is no ARN of a user pool.
   */
  public static fromUserPoolArn(scope: Construct, id: string, userPoolArn: string): IUserDirectory {
    class ImportedDirectory extends UserDirectoryBase {
      public readonly userPoolArn = userPoolArn;
      public readonly userPoolId = Token.isUnresolved(userPoolArn)
        ? (Fn.element(Fn.split('/', userPoolArn), 1) as string)
        : userPoolArn.slice(userPoolArn.lastIndexOf('/') + 1);

      public get issuerUrl(): string {
        const isToken = Token.isUnresolved(userPoolArn);
        const region = isToken ? (Fn.element(Fn.split(':', userPoolArn), 3) as string) : userPoolArn.split(':')[3];
        return `https://cognito-idp.${region}.${accountOf(this).dnsSuffix}/${this.userPoolId}`;
      }
    }
    const directory = new ImportedDirectory(scope, id);
    const isArn = /^arn:aws[a-z-]*:cognito-idp:[a-z0-9-]+:\d{12}:userpool\/[\w-]+_[0-9A-Za-z]+$/.test(userPoolArn);
    if (!Token.isUnresolved(userPoolArn) && !isArn) {
      refuse(directory, {
        prop: 'userPoolArn',
        must: 'must be the ARN of a user pool',
        value: userPoolArn,
        fix: "write 'arn:aws:cognito-idp:<region>:<account>:userpool/<id>'",
      });
    }
    return directory;
  }

  /** The user pool itself. */
  public readonly resource: CognitoUserPool;
  /**
   * The id of the user pool.
   *
   * @attribute
   */
  public readonly userPoolId: string;
  /**
   * The ARN of the user pool.
   *
   * @attribute
   */
  public readonly userPoolArn: string;
  public readonly issuerUrl: string;
  /** The firewall that requests pass. */
  public readonly webFirewall: IWebFirewall;

  private readonly dataClass: DataClass;
  private readonly region?: string;

  /**
   * @throws ValidationError where the class of data is not personal, passwords are shorter than 14 characters, the name is malformed or taken, the mail identity is
   * none of SES, the firewall is one for distributions, or the region is unknown or outside the residency; and on what would weaken second factor, recovery,
   * threat protection or protection from deletion.
   */
  constructor(scope: Construct, id: string, props: UserDirectoryProps = {}) {
    super(scope, id);
    const { dataClass: given } = props;
    if (given !== undefined && !isPersonal(given)) {
      refuse(this, {
        prop: 'dataClass',
        must: 'must be personal data or a special category of it: users are people',
        value: given,
        measure: '3.1.2',
        fix: 'leave it out',
      });
    }
    const usual = Posture.of(this).dataClass;
    const opened = openConstruct(
      this,
      { ...props, dataClass: given ?? (isPersonal(usual) ? usual : DataClass.PERSONAL) },
      { refused: USER_DIRECTORY }
    );
    const { posture, region, tags } = opened;
    this.dataClass = opened.dataClass;
    this.region = region;
    const { minPasswordLength = 14 } = props;
    const length = { min: 14, max: 99, measure: '6.1', example: 14 };
    requireWholeNumber(this, 'minPasswordLength', minPasswordLength, length);
    const name = props.userPoolName ?? defaultName(this, posture).slice(0, 128);
    this.requireName(name);
    if (props.email) this.requireEmail(props.email);
    if (props.webFirewall) requireRegional(this, 'webFirewall', props.webFirewall);

    this.resource = new CognitoUserPool(this, 'Resource', {
      name,
      userPoolTier: 'PLUS',
      deletionProtection: posture.isEphemeral ? 'INACTIVE' : 'ACTIVE',
      mfaConfiguration: 'ON',
      softwareTokenMfaConfiguration: { enabled: true },
      userPoolAddOns: { advancedSecurityMode: 'ENFORCED' },
      passwordPolicy: {
        minimumLength: minPasswordLength,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercase: true,
        passwordHistorySize: 24,
        temporaryPasswordValidityDays: 1,
      },
      usernameAttributes: ['email'],
      usernameConfiguration: { caseSensitive: false },
      autoVerifiedAttributes: ['email'],
      userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdate: ['email'] },
      accountRecoverySetting: { recoveryMechanism: [{ name: 'verified_email', priority: 1 }] },
      adminCreateUserConfig: { allowAdminCreateUserOnly: props.selfSignUp !== true },
      emailConfiguration: props.email && {
        emailSendingAccount: 'DEVELOPER',
        sourceArn: props.email.identityArn,
        fromEmailAddress: props.email.from,
        replyToEmailAddress: props.email.replyTo,
        configurationSet: props.email.configurationSetName,
      },
      region,
      tags,
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
    this.userPoolId = this.resource.id;
    this.userPoolArn = this.resource.arn;
    this.issuerUrl = `https://${this.resource.endpoint}`;
    this.webFirewall = props.webFirewall ?? new WebFirewall(this, 'WebFirewall', { region, tags: props.tags });
    new Wafv2WebAclAssociation(this, 'WebFirewallAssociation', {
      resourceArn: this.userPoolArn,
      webAclArn: this.webFirewall.webAclArn,
      region,
    });
  }

  /**
   * Adds a program that users log in to, with a secret of its own: one that runs on a server. It asks for a code, and never gets a token in an address.
   *
   * @throws ValidationError on addresses that are not whole or not by HTTPS, and tokens that are valid for too long; and on what would weaken the login.
   */
  public addClient(id: string, options: DirectoryClientOptions): IDirectoryClient {
    const { userPoolId, userPoolArn, dataClass, region } = this;
    return new DirectoryClient(this, id, { userPoolId, userPoolArn, dataClass, region }, options);
  }

  /**
   * Gives the login pages a domain: one of your own, or one of Cognito. A directory takes one of each.
   *
   * @throws ValidationError where neither or both are named, a domain of your own has no certificate of us-east-1, or the prefix is malformed.
   */
  public addDomain(id: string, options: DirectoryDomainOptions): CognitoUserPoolDomain {
    const { domainName, certificateArn, prefix } = options;
    if ((domainName === undefined) === (prefix === undefined)) {
      refuse(this, {
        prop: 'domainName',
        must: prefix === undefined ? 'is required, or a prefix' : 'must not be set with a prefix',
        value: domainName,
        fix: "write { domainName: 'login.example.com', certificateArn } or { prefix: 'acme-shop' }",
      });
    }
    if (domainName !== undefined) this.requireCertificate(certificateArn);
    if (prefix !== undefined && !Token.isUnresolved(prefix) && !PREFIX.test(prefix)) {
      refuse(this, {
        prop: 'prefix',
        must: 'must be 1 to 63 lower case letters, digits and hyphens, without aws, amazon and cognito',
        value: prefix,
        fix: "write prefix: 'acme-shop'",
      });
    }
    const { userPoolId, region } = this;
    return new CognitoUserPoolDomain(this, id, { domain: domainName ?? prefix!, certificateArn, userPoolId, region });
  }

  private requireCertificate(arn: string | undefined): void {
    if (arn !== undefined && (Token.isUnresolved(arn) || CERTIFICATE.test(arn))) return;
    refuse(this, {
      prop: 'certificateArn',
      must: `must be the ARN of a certificate of ACM in ${GLOBAL_SERVICE_REGION}, from where Cognito serves domains of your own`,
      value: arn,
      measure: '1.1.1',
      fix: `write 'arn:aws:acm:${GLOBAL_SERVICE_REGION}:<account>:certificate/<id>'`,
    });
  }

  private requireName(name: string): void {
    claimName(this, TerraformStack.of(this), 'userPoolName', name);
    if (Token.isUnresolved(name) || /^[\w +=,.@-]{1,128}$/.test(name)) return;
    refuse(this, {
      prop: 'userPoolName',
      must: "must be 1 to 128 letters, digits, blanks and '_+=,.@-'",
      value: name,
      fix: "write userPoolName: 'acme-customers', or leave it out",
    });
  }

  private requireEmail({ identityArn }: DirectoryEmail): void {
    if (Token.isUnresolved(identityArn) || IDENTITY.test(identityArn)) return;
    refuse(this, {
      prop: 'email.identityArn',
      must: 'must be the ARN of an identity of SES',
      value: identityArn,
      fix: "write 'arn:aws:ses:<region>:<account>:identity/example.com'",
    });
  }
}

const PREFIX = /^(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const CERTIFICATE = new RegExp(`^arn:aws[a-z-]*:acm:${GLOBAL_SERVICE_REGION}:\\d{12}:certificate/[\\w-]+$`);
const IDENTITY = /^arn:aws[a-z-]*:ses:[a-z0-9-]+:\d{12}:identity\/.+$/;
