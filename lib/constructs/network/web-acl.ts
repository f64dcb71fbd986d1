import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { DataClass } from '../../toms/data-class';
import { GLOBAL_SERVICE_REGION } from '../../toms/regions';
import { refuse } from '../core/errors';
import { RegionalProps } from '../core/props';
import { requireGlobalLogs } from '../core/region';

const MEASURE = '3.3.3';

/** What a web firewall may protect. */
export enum WebAclScope {
  /** Load balancers, API stages, user pools and other resources of its region. */
  REGIONAL = 'REGIONAL',
  /** Distributions of CloudFront. It lies in us-east-1, and so do its logs. */
  CLOUDFRONT = 'CLOUDFRONT',
}

/** A web firewall: one of this library's, or one that is already there. */
export interface IWebFirewall extends IConstruct {
  /**
   * The ARN of the web ACL.
   *
   * @attribute
   */
  readonly webAclArn: string;

  /** What it protects. */
  readonly webAclScope: WebAclScope;

  /**
   * Puts the firewall before an API stage, a user pool or another regional resource. Load balancers of this library take it as a prop.
   *
   * @throws ValidationError where it is no ARN, or that of a CloudFront distribution, which takes a firewall of another scope; and where the firewall is one
   * for distributions.
   */
  protect(id: string, resourceArn: string): void;
}

/**
 * What every web firewall can do.
 * @internal
 */
export abstract class WebFirewallBase extends Construct implements IWebFirewall {
  public abstract readonly webAclArn: string;
  public abstract readonly webAclScope: WebAclScope;

  /** @internal */
  protected readonly _region?: string;

  public protect(id: string, resourceArn: string): void {
    requireRegional(this, 'protect', this);
    if (!Token.isUnresolved(resourceArn) && !/^arn:[^:]+:(?!cloudfront:)[^:]+:[^:]+:/.test(resourceArn)) {
      refuse(this, {
        prop: 'resourceArn',
        must: 'must be the ARN of a regional resource, such as a load balancer',
        value: resourceArn,
        measure: MEASURE,
        fix: 'write the arn attribute of the resource; a CloudFront distribution takes a web ACL of the scope CLOUDFRONT',
      });
    }
    new Wafv2WebAclAssociation(this, id, { resourceArn, webAclArn: this.webAclArn, region: this._region });
  }
}

/** Refuses a firewall for distributions where a regional one is asked for. */
export function requireRegional(scope: IConstruct, prop: string, firewall: IWebFirewall): void {
  if (firewall.webAclScope === WebAclScope.REGIONAL) return;
  refuse(scope, {
    prop,
    must: 'must be of a firewall for regional resources',
    value: firewall.webAclScope,
    measure: MEASURE,
    fix: 'leave webAclScope out; a distribution names its firewall itself: webAclId: firewall.webAclArn',
  });
}

/** Refuses a firewall for distributions elsewhere, and logs of one that nobody declares: WAF keeps both in one region. */
export function requireGlobal(scope: IConstruct, props: Pick<RegionalProps, 'region'>, dataClass: DataClass): void {
  if (props.region !== undefined && props.region !== GLOBAL_SERVICE_REGION) {
    refuse(scope, {
      prop: 'region',
      must: `must be ${GLOBAL_SERVICE_REGION} for CloudFront: WAF keeps its web ACLs there`,
      value: props.region,
      fix: 'leave it out',
    });
  }
  requireGlobalLogs(scope, dataClass, {
    prop: 'webAclScope',
    must: `must not be ${WebAclScope.CLOUDFRONT}`,
    value: WebAclScope.CLOUDFRONT,
  });
}

/** A web ACL that is already there. */
export class ImportedWebFirewall extends WebFirewallBase {
  public readonly webAclScope: WebAclScope;

  constructor(
    scope: Construct,
    id: string,
    public readonly webAclArn: string
  ) {
    super(scope, id);
    this.webAclScope = /:global\/webacl\//.test(webAclArn) ? WebAclScope.CLOUDFRONT : WebAclScope.REGIONAL;
    const isArn = /^arn:[^:]+:wafv2:[^:]+:\d{12}:(?:global|regional)\/webacl\/./.test(webAclArn);
    if (!Token.isUnresolved(webAclArn) && !isArn) {
      refuse(this, {
        prop: 'webAclArn',
        must: 'must be the ARN of a web ACL',
        value: webAclArn,
        measure: MEASURE,
        fix: "write 'arn:aws:wafv2:<region>:<account>:regional/webacl/<name>/<id>'",
      });
    }
  }
}
