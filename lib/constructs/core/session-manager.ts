import { IdentityStatement } from './policy';

/**
 * What an instance takes to be a target of Session Manager. IAM knows no resource of these actions that a policy could name before the instance is there.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
export const SESSION_TARGET: IdentityStatement = {
  sid: 'SessionManager',
  actions: [
    'ssm:UpdateInstanceInformation',
    'ssmmessages:CreateControlChannel',
    'ssmmessages:CreateDataChannel',
    'ssmmessages:OpenControlChannel',
    'ssmmessages:OpenDataChannel',
  ],
  resources: ['*'],
};
