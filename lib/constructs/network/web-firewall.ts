import { TerraformStack, Token } from 'cdktf';
import { Construct } from 'constructs';
import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { DataClass, isPersonal } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { refuse } from '../core/errors';
import { claimName, defaultName } from '../core/names';
import { openConstruct } from '../core/open';
import { Posture } from '../core/posture';
import { RegionalProps } from '../core/props';
import { requireWholeNumber } from '../core/require';
import { LogType, RetainedLogGroup } from '../logging/retained-log-group';
import { WAF_LOG_PREFIX, wafLogDelivery } from './waf-log-delivery';
import { IWebFirewall, ImportedWebFirewall, WebAclScope, WebFirewallBase, requireGlobal } from './web-acl';
import { RULE_GROUPS, firewallRules } from './web-firewall-rules';

const MEASURE = '3.3.3';

/** Requests of one address within five minutes. WAF takes up to two thousand million, which would fend nothing off. */
const RATE = {
  min: 10,
  max: 100_000,
  because: ': requests of one address within five minutes',
  measure: MEASURE,
  example: 2000,
};

/** Headers that say who somebody is. */
const SECRET_HEADERS = ['authorization', 'cookie', 'proxy-authorization', 'x-api-key'];

/** What AWS recommends to begin with: calls of an API and files that no page navigates to. */
const UNCHALLENGED_URIS = [
  '\\/api\\/|\\.(acc|avi|css|gif|jpe?g|js|mp[34]|ogg|otf|pdf|png|tiff?|ttf|webm|webp|woff2?)$',
];

/** What a web firewall lets pass. */
export interface WebFirewallProps extends RegionalProps {
  /**
   * What it protects. A distribution names the firewall itself, in `web_acl_id`.
   *
   * @default WebAclScope.REGIONAL
   */
  readonly webAclScope?: WebAclScope;

  /**
   * The name of the web ACL.
   *
   * @default - the posture's prefix, the name of the stack, and the construct's path
   */
  readonly webAclName?: string;

  /**
   * How many requests one address may send within five minutes before it is blocked: 10 to 100,000. Many people may share an address.
   *
   * @default 2000
   */
  readonly rateLimit?: number;

  /**
   * The header with the address of the client, where a proxy such as CloudFront connects and not the client: `x-forwarded-for`. The rate limit then counts
   * the first address in it, which a client can forge that reaches the proxy, so let the proxy limit rates as well.
   *
   * @default - none: the address that connects counts
   */
  readonly clientAddressHeader?: string;

  /**
   * Rules of AWS that only count, by the group that they belong to, where they block what is no attack:
   * `{ AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'] }`.
   *
   * @default - none
   */
  readonly countedRules?: { [group: string]: string[] };

  /**
   * Counts what would be blocked, and blocks nothing, the rate included: to see in the logs what a roll-out would stop. Until it is taken
   * out again nothing is fended off.
   *
   * @default false
   */
  readonly countOnly?: boolean;

  /**
   * One to five regular expressions for the URIs whose callers are no browsers. During an attack other callers must solve a silent
   * challenge, which takes JavaScript.
   *
   * @default - URIs with `/api/` in them, and those of style sheets, scripts, images, fonts and media
   */
  readonly unchallengedUris?: string[];

  /**
   * Headers of yours that hold secrets, in lower case. They are kept out of logs and samples, as are `authorization`, `cookie`,
   * `proxy-authorization` and `x-api-key`, the query string and bodies.
   *
   * @default - none
   */
  readonly secretHeaders?: string[];

  /**
   * How many days the logs are kept: at least 365 (TOM 8.4), and a retention that CloudWatch Logs knows.
   *
   * @default 365
   */
  readonly retentionDays?: number;
}

/**
 * A firewall for web requests (TOM 3.3.3): WAFv2 with the rules of AWS against denial of service, bad reputation, anonymous addresses, common
 * attacks, known bad inputs and SQL injection, a limit on the rate of each address, and logs without secrets.
 *
 * ```ts
 * const firewall = new WebFirewall(this, 'Firewall', { rateLimit: 1000 });
 * firewall.protect('Shop', 'arn:aws:apigateway:eu-central-1::/restapis/a1b2c3d4e5/stages/live');
 * ```
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
 */
export class WebFirewall extends WebFirewallBase {
  /**
   * A web ACL that is already there, by its ARN, which says what it protects; a token is that of a regional one. Nothing about it is checked.
   *
   * @throws ValidationError where it is no ARN of a web ACL.
   */
  public static fromWebAclArn(scope: Construct, id: string, webAclArn: string): IWebFirewall {
    return new ImportedWebFirewall(scope, id, webAclArn);
  }

  /** The web ACL itself. */
  public readonly resource: Wafv2WebAcl;
  /**
   * The ARN of the web ACL.
   *
   * @attribute
   */
  public readonly webAclArn: string;
  /** What it protects. */
  public readonly webAclScope: WebAclScope;
  /** Where requests are logged. */
  public readonly logGroup: RetainedLogGroup;

  /** @internal */
  protected readonly _region?: string;

  /**
   * @throws ValidationError where the rate limit is none or fends nothing off, a group of rules is unknown, a header, URI or name is malformed,
   * logging is off or too short, the name is taken, or the region is unknown or outside the residency; and for CloudFront where no posture says why its
   * logs may lie in us-east-1.
   */
  constructor(scope: Construct, id: string, props: WebFirewallProps = {}) {
    super(scope, id);
    this.webAclScope = props.webAclScope ?? WebAclScope.REGIONAL;
    const isGlobal = this.webAclScope === WebAclScope.CLOUDFRONT;
    // Addresses of people are in every log of requests, whatever is requested.
    const dataClass = atLeastPersonal(Posture.of(this).dataClass);
    if (isGlobal) requireGlobal(this, props, dataClass);
    const { posture, region, tags } = openConstruct(this, props, {
      refused: REFUSED,
      region: isGlobal ? GLOBAL_SERVICE_REGION : props.region,
      mayHoldGlobalLogs: isGlobal,
    });
    const { rateLimit = 2000, countedRules = {}, unchallengedUris = UNCHALLENGED_URIS, secretHeaders = [] } = props;
    const name = props.webAclName ?? defaultName(this, posture);
    requireWholeNumber(this, 'rateLimit', rateLimit, RATE);
    this.requireGroups(countedRules);
    this.requireUris(unchallengedUris);
    this.requireHeaders('secretHeaders', secretHeaders, "write secretHeaders: ['x-session-token']");
    const { clientAddressHeader } = props;
    if (clientAddressHeader !== undefined) {
      const fix = "write clientAddressHeader: 'x-forwarded-for'";
      this.requireHeaders('clientAddressHeader', [clientAddressHeader], fix);
    }
    this.requireName(name);
    const headers = [...new Set([...SECRET_HEADERS, ...secretHeaders])];

    this._region = region;
    this.resource = new Wafv2WebAcl(this, 'Resource', {
      name,
      scope: this.webAclScope,
      defaultAction: { allow: {} },
      rule: firewallRules({
        rateLimit,
        countOnly: props.countOnly === true,
        countedRules,
        unchallengedUris,
        clientAddressHeader,
      }),
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: name, sampledRequestsEnabled: true },
      // Covers what the logging configuration cannot: sampled requests, and the details of matches.
      dataProtectionConfig: {
        dataProtection: [
          { action: 'SUBSTITUTION', field: { fieldType: 'SINGLE_HEADER', fieldKeys: headers } },
          { action: 'SUBSTITUTION', field: { fieldType: 'QUERY_STRING' } },
          { action: 'SUBSTITUTION', field: { fieldType: 'BODY' } },
        ],
      },
      region,
      tags,
    });
    this.node.defaultChild = this.resource;
    this.webAclArn = this.resource.arn;

    this.logGroup = new RetainedLogGroup(this, 'Logs', {
      logGroupName: `${WAF_LOG_PREFIX}${name}`,
      dataClass,
      logType: LogType.SECURITY,
      retentionDays: props.retentionDays,
      region,
      tags: props.tags,
    });
    new Wafv2WebAclLoggingConfiguration(this, 'Logging', {
      resourceArn: this.webAclArn,
      logDestinationConfigs: [this.logGroup.logGroupArn],
      redactedFields: [...headers.map((header) => ({ singleHeader: { name: header } })), { queryString: {} }],
      region,
      dependsOn: [wafLogDelivery(this, region)],
    });
  }

  private requireGroups(countedRules: { [group: string]: string[] }): void {
    const unknown = Object.keys(countedRules).find((group) => !RULE_GROUPS.includes(group));
    if (unknown === undefined) return;
    refuse(this, {
      prop: 'countedRules',
      must: `must name groups of rules that the firewall has: ${RULE_GROUPS.join(', ')}`,
      value: unknown,
      measure: MEASURE,
      fix: "write countedRules: { AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'] }",
    });
  }

  private requireUris(uris: string[]): void {
    if (uris.length >= 1 && uris.length <= 5) return;
    refuse(this, {
      prop: 'unchallengedUris',
      must: 'must be one to five regular expressions',
      value: uris,
      fix: "join several by '|', or leave it out for what AWS recommends",
    });
  }

  private requireHeaders(prop: string, headers: string[], fix: string): void {
    const wrong = headers.find((header) => Token.isUnresolved(header) || !/^[a-z0-9_-]{1,64}$/.test(header));
    if (wrong === undefined) return;
    const isSecret = prop === 'secretHeaders';
    refuse(this, {
      prop,
      must: 'must hold plain names of headers, in lower case',
      value: wrong,
      measure: isSecret ? '2.1' : MEASURE,
      fix,
    });
  }

  private requireName(name: string): void {
    if (Token.isUnresolved(name) || !/^[\w-]{1,128}$/.test(name)) {
      refuse(this, {
        prop: 'webAclName',
        must: "must be 1 to 128 letters, digits, '_' and '-', known when the program runs",
        value: name,
        fix: "write webAclName: 'acme-shop'",
      });
    }
    claimName(this, TerraformStack.of(this), 'webAclName', name);
  }
}

function atLeastPersonal(dataClass: DataClass): DataClass {
  return isPersonal(dataClass) ? dataClass : DataClass.PERSONAL;
}

const LOGGED = {
  must: 'must not be set: requests are always logged, without secrets',
  measure: '8.1',
  fix: 'leave it out',
};
const OURS = {
  must: 'must not be set: the firewall has rules of its own',
  measure: MEASURE,
  fix: 'write countedRules or countOnly for what blocks too much',
};

/** What L1 web ACLs and other libraries call the ways to weaken a firewall. */
const REFUSED = {
  logging: LOGGED,
  enableLogging: LOGGED,
  redactedFields: LOGGED,
  defaultAction: OURS,
  rule: OURS,
  rules: OURS,
  scope: {
    must: 'is not a prop of this construct',
    measure: MEASURE,
    fix: 'write webAclScope: WebAclScope.CLOUDFRONT for a distribution, or leave it out',
  },
};
