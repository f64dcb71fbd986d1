import { Construct, IConstruct } from 'constructs';
import { grant } from '../core/grant';
import { IGrantee } from '../core/grantee';

/** A directory of users: one of this library's, or one that is already there. */
export interface IUserDirectory extends IConstruct {
  /**
   * The id of the user pool.
   *
   * @attribute
   */
  readonly userPoolId: string;

  /**
   * The ARN of the user pool.
   *
   * @attribute
   */
  readonly userPoolArn: string;

  /** Who issues the tokens of its users, as `iss` of theirs says it: what an API asks for. */
  readonly issuerUrl: string;

  /** Lets a role find users, and read what the directory has of them. */
  grantRead(grantee: IGrantee): void;

  /** Lets a role invite, change, disable and erase users, and end their sessions. It cannot set their passwords and second factors, and so not log in as one. */
  grantManage(grantee: IGrantee): void;
}

const READ = [
  'cognito-idp:AdminGetUser',
  'cognito-idp:AdminListGroupsForUser',
  'cognito-idp:DescribeUserPool',
  'cognito-idp:ListGroups',
  'cognito-idp:ListUsers',
  'cognito-idp:ListUsersInGroup',
];
const MANAGE = [
  'cognito-idp:AdminAddUserToGroup',
  'cognito-idp:AdminCreateUser',
  'cognito-idp:AdminDeleteUser',
  'cognito-idp:AdminDeleteUserAttributes',
  'cognito-idp:AdminDisableUser',
  'cognito-idp:AdminEnableUser',
  'cognito-idp:AdminRemoveUserFromGroup',
  'cognito-idp:AdminResetUserPassword',
  'cognito-idp:AdminUserGlobalSignOut',
];

/**
 * What every directory of users can do: grants.
 * @internal
 */
export abstract class UserDirectoryBase extends Construct implements IUserDirectory {
  public abstract readonly userPoolId: string;
  public abstract readonly userPoolArn: string;
  public abstract readonly issuerUrl: string;

  public grantRead(grantee: IGrantee): void {
    grant(this, grantee, 'Read', [{ actions: READ, resources: [this.userPoolArn] }]);
  }

  public grantManage(grantee: IGrantee): void {
    grant(this, grantee, 'Manage', [{ actions: [...READ, ...MANAGE], resources: [this.userPoolArn] }]);
  }
}
