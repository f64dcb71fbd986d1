import { TaggedProps } from '../core/props';
import { Certificate } from '../encryption/certificate';
import { IWebFirewall } from '../network/web-acl';
import { IBucket } from '../stores/buckets/bucket';
import { SecurityTxtOptions } from './security-txt';
import { WebOrigin } from './web-origin';

/** What a distribution demands of viewers. */
export enum ViewerTls {
  /** TLS 1.2 with suites that have forward secrecy, and TLS 1.3. */
  TLS_1_2 = 'TLSv1.2_2021',
  /** Only TLS 1.3. */
  TLS_1_3 = 'TLSv1.3_2025',
}

/** From which edge locations a distribution answers. */
export enum PriceClass {
  /** All of the world. */
  ALL = 'PriceClass_All',
  /** All but South America, Australia and New Zealand. */
  WITHOUT_SOUTH = 'PriceClass_200',
  /** Europe, Israel and North America. */
  EUROPE_AND_NORTH_AMERICA = 'PriceClass_100',
}

/** What a distribution serves, under which names, and where. */
export interface WebDistributionProps extends TaggedProps {
  /** The names: `['www.example.com']`. */
  readonly domainNames: string[];

  /** A certificate for all of them, of us-east-1, from where CloudFront takes certificates. */
  readonly certificate: Certificate;

  /** What it asks for what it has not cached, but for paths of `addBehavior`. */
  readonly defaultOrigin: WebOrigin;

  /**
   * The bucket that it asks where the one of `defaultOrigin` fails, in another region (TOM 3.3.1).
   *
   * @default - none
   */
  readonly standbyOrigin?: WebOrigin;

  /**
   * What it answers for `/`.
   *
   * @default - `index.html` of a bucket, else what the origin answers
   */
  readonly defaultRootObject?: string;

  /**
   * The page for what a bucket does not have, which it answers with 404: `/404.html`. CloudFront answers with it to every 403, that of an API behind the distribution and of
   * the firewall too.
   *
   * @default - the answer of S3, which is 403
   */
  readonly notFoundPage?: string;

  /**
   * What browsers may load, as a Content-Security-Policy.
   *
   * @default - what the site itself has, with no frame around it, and forms that send nowhere else
   */
  readonly contentSecurityPolicy?: string;

  /**
   * The versions and suites of TLS for viewers (TOM 1.1.1).
   *
   * @default ViewerTls.TLS_1_2
   */
  readonly viewerTls?: ViewerTls;

  /**
   * The firewall that requests pass, of the scope `CLOUDFRONT` (TOM 3.3.3).
   *
   * @default - one of its own
   */
  readonly webFirewall?: IWebFirewall;

  /**
   * The bucket that receives the log of requests, in any region: an archive's `accessLogBucket`.
   *
   * @default - one bucket that the stack shares, which keeps access logs for 365 days
   */
  readonly accessLogBucket?: IBucket;

  /**
   * Whom to tell of a weakness, at `/.well-known/security.txt` (TOM 5.3).
   *
   * @default - none
   */
  readonly securityTxt?: SecurityTxtOptions;

  /**
   * Where it is offered, by the codes of ISO 3166: `['DE', 'FR']`. Elsewhere it answers 403.
   *
   * @default - everywhere
   */
  readonly countries?: string[];

  /**
   * The edge locations that answer.
   *
   * @default PriceClass.ALL
   */
  readonly priceClass?: PriceClass;
}
