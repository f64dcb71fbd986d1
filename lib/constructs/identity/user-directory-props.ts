import { ClassifiedProps, RegionalProps } from '../core/props';
import { IWebFirewall } from '../network/web-acl';

/** What a directory of users is like. */
export interface UserDirectoryProps extends ClassifiedProps, RegionalProps {
  /**
   * The name of the user pool.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly userPoolName?: string;

  /**
   * The category of the data in the `RetentionSchedule` (TOM 2.2).
   *
   * @default - the posture's
   */
  readonly dataCategory?: string;

  /**
   * Whether people make accounts by themselves, as in a shop. Cognito then answers everybody who asks for one, and sends them mail.
   *
   * @default false
   */
  readonly selfSignUp?: boolean;

  /**
   * How many characters a password has: 14 to 99 (TOM 6.1).
   *
   * @default 14
   */
  readonly minPasswordLength?: number;

  /**
   * Who sends the mail to users.
   *
   * @default - Cognito, from an address of AWS and for few mails a day
   */
  readonly email?: DirectoryEmail;

  /**
   * The firewall that requests pass (TOM 3.3.3).
   *
   * @default - one of its own
   */
  readonly webFirewall?: IWebFirewall;
}

/** An identity of SES that sends the mail of a directory. */
export interface DirectoryEmail {
  /** The ARN of the identity: `arn:aws:ses:eu-central-1:111122223333:identity/example.com`. */
  readonly identityArn: string;

  /** From whom mail comes: `Acme <login@example.com>`. */
  readonly from: string;

  /**
   * Where answers go.
   *
   * @default - to `from`
   */
  readonly replyTo?: string;

  /**
   * The configuration set of SES, which can demand TLS.
   *
   * @default - none
   */
  readonly configurationSetName?: string;
}

/** A program that users log in to. */
export interface DirectoryClientOptions {
  /** The addresses to which a login may return: HTTPS, whole, or `http://localhost` while somebody develops. */
  readonly callbackUrls: string[];

  /**
   * The addresses to which a logout may return, as above.
   *
   * @default - none
   */
  readonly logoutUrls?: string[];

  /**
   * The scopes that the program may ask for.
   *
   * @default ['openid']
   */
  readonly scopes?: string[];

  /**
   * How many minutes access and ID tokens are valid: 5 to 60 (TOM 6.5.3).
   *
   * @default 60
   */
  readonly accessTokenMinutes?: number;

  /**
   * After how many hours a user logs in again: 1 to 720, and to 8 where the directory is of special categories (TOM 6.5.3).
   *
   * @default 8
   */
  readonly refreshTokenHours?: number;
}

/** Where a directory has its login pages. */
export interface DirectoryDomainOptions {
  /**
   * A domain of your own: `login.example.com`. It takes `certificateArn`.
   *
   * @default - none: `prefix` is needed
   */
  readonly domainName?: string;

  /**
   * The ARN of the certificate of ACM for it, in us-east-1, from where Cognito serves such domains.
   *
   * @default - none
   */
  readonly certificateArn?: string;

  /**
   * The beginning of a domain of Cognito, which nobody else has in the region: `acme-shop`.
   *
   * @default - none
   */
  readonly prefix?: string;
}
