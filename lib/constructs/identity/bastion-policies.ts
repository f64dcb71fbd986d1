import { Account } from '../core/account';
import { Conditions, IdentityStatement } from '../core/policy';

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
    {
      sid: 'SessionManager',
      actions: [
        'ssm:UpdateInstanceInformation',
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ],
      resources: ['*'],
    },
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

/** What must hold for a session to begin. */
export interface ConnectConditions {
  readonly mfa: boolean;
  readonly tags: { readonly [key: string]: string };
}

/**
 * What connecting takes: to begin sessions on the instance only by its own document, to encrypt them, and to resume and end one's own.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
 */
export function connectStatements(
  { account, region, keyArn }: BastionResources,
  instanceId: string,
  documentArn: string,
  { mfa, tags }: ConnectConditions
): IdentityStatement[] {
  const { partition, id } = account;
  const sessions = `arn:${partition}:ssm:${region}:${id}:session/`;
  return [
    {
      sid: 'StartSession',
      actions: ['ssm:StartSession'],
      resources: [`arn:${partition}:ec2:${region}:${id}:instance/${instanceId}`, documentArn],
      conditions: {
        ...startConditions(mfa, tags),
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
    { sid: 'OpenOwnSessions', actions: ['ssmmessages:OpenDataChannel'], resources: [`${sessions}$\${aws:userid}-*`] },
    {
      sid: 'EndOwnSessions',
      actions: ['ssm:ResumeSession', 'ssm:TerminateSession'],
      resources: [`${sessions}*`],
      conditions: { StringEquals: { 'ssm:resourceTag/aws:ssmmessages:session-id': ['$${aws:userid}'] } },
    },
  ];
}

function startConditions(mfa: boolean, tags: { readonly [key: string]: string }): Conditions {
  const carried = Object.entries(tags).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]]);
  return {
    ...(mfa ? { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } } : {}),
    ...(carried.length > 0 ? { StringEquals: Object.fromEntries(carried) as Conditions[string] } : {}),
  };
}
