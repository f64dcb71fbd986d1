import { refusedProps } from '../core/errors';

/** What people who know other bastion hosts still write. */
export const BASTION_HOST = refusedProps([
  {
    props: ['keyName', 'keyPair'],
    must: 'must not be set: sessions need no SSH key',
    measure: '6.4',
    fix: 'call grantConnect for the roles that may connect',
  },
  {
    props: ['associatePublicIpAddress'],
    must: 'must not be set: the host is reached only through Session Manager',
    measure: '6.4',
    fix: 'leave it out',
  },
  {
    props: ['ingress'],
    must: 'must not be set: nothing connects to the host',
    measure: '6.4',
    fix: 'call grantConnect for those who may begin sessions on it, which need no inbound rule',
  },
  {
    props: ['subnetTier', 'subnetId', 'subnetSelection'],
    must: 'must not be set: the host stands in the application tier',
    measure: '6.4',
    fix: 'leave it out',
  },
  { props: ['sessionLogging'], must: 'must not be set: every session is logged', measure: '6.4', fix: 'leave it out' },
  {
    props: ['userData'],
    must: 'must not be set: anyone who reads the instance reads it, and secrets end up there',
    measure: '6.4',
    fix: 'write imageId for an image that holds what the host needs',
  },
]);

/** What nobody is granted on a bastion host. */
export const CONNECT_OPTIONS = refusedProps([
  {
    props: ['portForwarding'],
    must: 'must not be set: Session Manager logs nothing of what is forwarded',
    measure: '6.4',
    fix: 'work in the shell of the session, or reach the network through a RemoteAccessVpn',
  },
]);

/** What people who know other roles still write. */
export const DEPLOY_ROLE = refusedProps([
  {
    props: ['assumeRolePolicy', 'assumedBy', 'principals', 'servicePrincipals'],
    must: 'must not be set: only the jobs of `identity` assume the role',
    measure: '3.1.1',
    fix: 'write identity; a service takes a role of its own, with TrustPolicy.forService',
  },
  {
    props: ['managedPolicyArns', 'managedPolicies'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'call addManagedPolicy, which gives each attachment an id',
  },
  {
    props: ['inlinePolicy', 'inlinePolicies', 'statements'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'call addToPolicy, or the grants of what the pipeline changes',
  },
  {
    props: ['accessKey', 'accessKeys'],
    must: 'must not be set: a key lasts until somebody deletes it, wherever it was copied to',
    measure: '6.1',
    fix: 'leave it out: each job has a token of its own',
  },
  {
    props: ['permissionsBoundary'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'write permissionsBoundaryArn',
  },
  {
    props: ['maxSessionDuration'],
    must: 'is not a prop of this construct',
    measure: '6.5.3',
    fix: 'write maxSessionHours',
  },
]);

/** What L1 user pools and other libraries call the ways to weaken a directory. */
export const USER_DIRECTORY = refusedProps([
  {
    props: ['mfa', 'mfaConfiguration', 'softwareTokenMfaConfiguration', 'mfaSecondFactor'],
    must: 'must not be set: everybody logs in with a second factor, an authenticator app',
    measure: '6.3',
    fix: 'leave it out',
  },
  {
    props: ['smsConfiguration', 'smsRole', 'emailMfaConfiguration'],
    must: 'must not be set: who has the phone number, or the mailbox that also resets the password, would have the second factor',
    measure: '6.3',
    fix: 'leave it out: an authenticator app is the second factor',
  },
  {
    props: ['signInPolicy', 'passkeyRelyingPartyId', 'webAuthnConfiguration'],
    must: 'must not be set: of a pool that requires a second factor the provider cannot say that a passkey is one',
    measure: '6.3',
    fix: 'leave it out',
  },
  {
    props: ['deviceConfiguration', 'deviceTracking'],
    must: 'must not be set: a remembered device would be asked for no second factor',
    measure: '6.3',
    fix: 'leave it out',
  },
  {
    props: ['accountRecovery', 'accountRecoverySetting'],
    must: 'must not be set: only the verified mail address recovers an account',
    measure: '6.3',
    fix: 'leave it out',
  },
  {
    props: ['passwordPolicy'],
    must: 'is not a prop of this construct: passwords are mixed, and none of the last 24 comes back',
    measure: '6.1',
    fix: 'write minPasswordLength for longer ones',
  },
  {
    props: ['userPoolAddOns', 'advancedSecurityMode', 'featurePlan', 'userPoolTier', 'standardThreatProtectionMode'],
    must: 'must not be set: threat protection acts, which takes the plan PLUS',
    measure: '8.1',
    fix: 'leave it out',
  },
  {
    props: ['deletionProtection', 'removalPolicy'],
    must: 'must not be set: the environment decides it',
    measure: '3.2.1',
    fix: 'leave it out; environment EPHEMERAL is for what may be lost',
  },
  {
    props: ['signInCaseSensitive', 'usernameConfiguration'],
    must: 'must not be set: addresses that differ only in case would be two users',
    measure: '6.1',
    fix: 'leave it out',
  },
  { props: ['selfSignUpEnabled'], must: 'is not a prop of this construct', measure: '6.1', fix: 'write selfSignUp' },
]);

/** What weakens the login of a program. */
export const DIRECTORY_CLIENT = refusedProps([
  {
    props: ['allowedOauthFlows', 'oAuth', 'flows'],
    must: 'must not be set: the implicit flow puts tokens into addresses, which histories and logs keep',
    measure: '6.1',
    fix: 'leave it out: programs get a code',
  },
  {
    props: ['generateSecret'],
    must: 'must not be set: without a secret anyone who has the id of the program is the program',
    measure: '3.1.1',
    fix: 'leave it out; a browser or an app logs in by a server of yours',
  },
  {
    props: ['explicitAuthFlows', 'authFlows'],
    must: 'must not be set: no password leaves the device of its user',
    measure: '6.1',
    fix: 'leave it out: programs log users in by the pages, or by SRP',
  },
  {
    props: ['preventUserExistenceErrors'],
    must: 'must not be set: nobody finds out who is a customer',
    measure: '2.1',
    fix: 'leave it out',
  },
  {
    props: ['enableTokenRevocation'],
    must: 'must not be set: sessions can be ended',
    measure: '6.5.3',
    fix: 'leave it out',
  },
  {
    props: ['accessTokenValidity', 'idTokenValidity', 'tokenValidityUnits'],
    must: 'is not a prop of this construct',
    measure: '6.5.3',
    fix: 'write accessTokenMinutes',
  },
  {
    props: ['refreshTokenValidity'],
    must: 'is not a prop of this construct',
    measure: '6.5.3',
    fix: 'write refreshTokenHours',
  },
]);

/** What the resources of the provider call the ways to give people more. */
export const WORKFORCE_ACCESS = refusedProps([
  {
    props: ['users', 'userId', 'userIds', 'principalId', 'principalType'],
    must: 'must not be set: access belongs to groups, so that it follows from what a person does',
    measure: '6.2',
    fix: "call assignTo('Production', groupId, accountId)",
  },
  {
    props: ['permissionsBoundary', 'permissionsBoundaryArn'],
    must: 'is not a prop of this construct: each account has its own policy',
    measure: '3.1.1',
    fix: "write boundaryPolicyName: 'people'",
  },
  {
    props: ['managedPolicies', 'managedPolicyArns'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'call addManagedPolicy, which gives each attachment an id',
  },
  {
    props: ['inlinePolicy', 'statements'],
    must: 'is not a prop of this construct',
    measure: '3.1.1',
    fix: 'call addToPolicy',
  },
  {
    props: ['sessionDuration'],
    must: 'is not a prop of this construct',
    measure: '6.5.3',
    fix: 'write maxSessionHours',
  },
]);
