import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { accountOf } from '../core/account';
import { defaultName } from '../core/names';
import { PolicyStatement, policyText } from '../core/policy';
import { Posture } from '../core/posture';

/** Where the logs of a domain go: `/aws/opensearch/orders/audit`. */
export function searchLogPlace(domainName: string): string {
  return `/aws/opensearch/${domainName}`;
}

/**
 * Lets search domains write to their log groups, each to its own. One policy a stack and region: CloudWatch Logs takes ten a region.
 *
 * @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
 */
export class SearchLogDelivery extends Construct {
  /** The one of a stack and region. */
  public static of(scope: IConstruct, region: string | undefined): SearchLogDelivery {
    const stack = TerraformStack.of(scope);
    const id = region === undefined ? 'SearchLogDelivery' : `SearchLogDelivery-${region}`;
    return (stack.node.tryFindChild(id) as SearchLogDelivery | undefined) ?? new SearchLogDelivery(stack, id, region);
  }

  /** The policy itself. */
  public readonly resource: CloudwatchLogResourcePolicy;
  private readonly statements: PolicyStatement[] = [];

  private constructor(
    stack: TerraformStack,
    id: string,
    private readonly region: string | undefined
  ) {
    super(stack, id);
    this.resource = new CloudwatchLogResourcePolicy(this, 'Resource', {
      policyName: defaultName(this, Posture.of(this)),
      policyDocument: policyText(this, 'logs', this.statements),
      region,
    });
    this.node.defaultChild = this.resource;
  }

  /** Lets a domain write, which need not be there yet: it asks for this right when it is made. */
  public allow(domainName: string, domainArn: string): void {
    const account = accountOf(this);
    const logs = `arn:${account.partition}:logs:${this.region ?? account.region}:${account.id}`;
    this.statements.push({
      principals: { Service: ['es.amazonaws.com'] },
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [`${logs}:log-group:${searchLogPlace(domainName)}/*`],
      conditions: {
        StringEquals: { 'aws:SourceAccount': [account.id] },
        ArnLike: { 'aws:SourceArn': [domainArn] },
      },
    });
    this.resource.policyDocument = policyText(this, 'logs', this.statements);
  }
}
