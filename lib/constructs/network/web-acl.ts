import { Token } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { refuse } from '../core/errors';

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
