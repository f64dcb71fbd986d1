import { Account } from '../core/account';
import { IdentityStatement } from '../core/policy';
import { SESSION_TARGET } from '../core/session-manager';

/** What the policies of a bastion host speak of. */
export interface BastionResources {
  readonly account: Account;
  readonly region: string;
  readonly keyArn: string;
  readonly logGroupArn: string;
}

/**
 * What the instance may do: be a target of Session Manager, decrypt sessions, and write their log.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
export function hostStatements({ account, region, keyArn, logGroupArn }: BastionResources): IdentityStatement[] {
  return [
    SESSION_TARGET,
    { sid: 'DecryptSessions', actions: ['kms:Decrypt'], resources: [keyArn] },
    {
      sid: 'WriteLog',
      actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
      resources: [logGroupArn, `${logGroupArn}:*`],
    },
    {
      sid: 'FindLog',
      actions: ['logs:DescribeLogGroups'],
      resources: [`arn:${account.partition}:logs:${region}:${account.id}:log-group:*`],
    },
  ];
}

/**
 * What connecting takes: to begin sessions on the instance only by its own document, to encrypt them, and to resume and end one's own. Of a second factor it says
 * nothing: in requests with the credentials of a role AWS does not know of one.
 *
 * @param tags that the caller must carry
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
 */
export function connectStatements(
  { account, region, keyArn }: BastionResources,
  instanceId: string,
  documentArn: string,
  tags: { readonly [key: string]: string }
): IdentityStatement[] {
  const { partition, id } = account;
  const carried = Object.entries(tags).map(([key, value]): [string, string[]] => [`aws:PrincipalTag/${key}`, [value]]);
  return [
    {
      sid: 'StartSession',
      actions: ['ssm:StartSession'],
      resources: [`arn:${partition}:ec2:${region}:${id}:instance/${instanceId}`, documentArn],
      conditions: {
        ...(carried.length > 0 ? { StringEquals: Object.fromEntries(carried) } : {}),
        // Without it, anyone who may start sessions may start the account's default one, which need not be logged.
        BoolIfExists: { 'ssm:SessionDocumentAccessCheck': ['true'] },
      },
    },
    {
      sid: 'EncryptSession',
      actions: ['kms:GenerateDataKey'],
      resources: [keyArn],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:ssm:TargetId': [instanceId] } },
    },
    // IAM knows no resource of this action, and the id of a role's session begins with its name, not with aws:userid. What opens one channel is the token that
    // StartSession hands to who began the session.
    { sid: 'OpenSessions', actions: ['ssmmessages:OpenDataChannel'], resources: ['*'] },
    {
      sid: 'EndOwnSessions',
      actions: ['ssm:ResumeSession', 'ssm:TerminateSession'],
      resources: [`arn:${partition}:ssm:${region}:${id}:session/*`],
      conditions: { StringEquals: { 'ssm:resourceTag/aws:ssmmessages:session-id': ['$${aws:userid}'] } },
    },
  ];
}
