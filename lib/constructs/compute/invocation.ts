import { Construct } from 'constructs';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { IFunction } from './function';

/** For whom a function is invoked. */
export interface Invocation {
  /** The principal of the service: `events.amazonaws.com`. */
  readonly service: string;
  /** The ARN of what it invokes the function for. */
  readonly sourceArn: string;
  readonly region?: string;
}

/**
 * Lets a service of AWS invoke a function for one of its resources. It stands beside what invokes: the function then needs to know nothing of that.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
 */
export function letServiceInvoke(
  scope: Construct,
  target: IFunction,
  { service, sourceArn, region }: Invocation
): LambdaPermission {
  return new LambdaPermission(scope, 'Permission', {
    action: 'lambda:InvokeFunction',
    functionName: target.functionArn,
    principal: service,
    sourceArn,
    region,
  });
}
