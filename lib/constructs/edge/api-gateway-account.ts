import { Construct } from 'constructs';
import { ApiGatewayAccount as Account } from '@cdktf/provider-aws/lib/api-gateway-account';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { accountOf } from '../core/account';
import { shortName } from '../core/names';
import { openConstruct } from '../core/open';
import { trustPolicyText } from '../core/policy';
import { RegionalProps } from '../core/props';
import { API_GATEWAY_ACCOUNT } from './refused';

/**
 * The setting of an account and region that lets API Gateway write the logs of REST APIs (TOM 8.1). There is one for all APIs of the region, of whatever stack: make it in the stack of the
 * account, and not in that of an API, which would take it along when it goes. HTTP APIs need none.
 *
 * ```ts
 * new ApiGatewayAccount(this, 'ApiLogs');
 * ```
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
export class ApiGatewayAccount extends Construct {
  /** The setting itself. */
  public readonly resource: Account;
  /** The role as which API Gateway writes. */
  public readonly role: IamRole;

  /**
   * @throws ValidationError where a role is given, or the region is unknown or outside the residency.
   */
  constructor(scope: Construct, id: string, props: RegionalProps = {}) {
    super(scope, id);
    const { posture, region, tags } = openConstruct(this, props, { refused: API_GATEWAY_ACCOUNT });
    const account = accountOf(this);
    this.role = new IamRole(this, 'Role', {
      namePrefix: `${shortName(this, posture, 37)}-`,
      description: 'API Gateway, which logs calls of REST APIs',
      assumeRolePolicy: trustPolicyText(
        { Service: ['apigateway.amazonaws.com'] },
        { StringEquals: { 'aws:SourceAccount': [account.id] } }
      ),
      tags,
    });
    // API Gateway takes no role that may do less.
    const policy = new IamRolePolicyAttachment(this, 'RolePolicy', {
      role: this.role.name,
      policyArn: `arn:${account.partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
    });
    this.resource = new Account(this, 'Resource', {
      cloudwatchRoleArn: this.role.arn,
      region,
      dependsOn: [policy],
      // To destroy it stops the logs of all APIs of the region.
      lifecycle: posture.isEphemeral ? undefined : { preventDestroy: true },
    });
    this.node.defaultChild = this.resource;
  }
}
