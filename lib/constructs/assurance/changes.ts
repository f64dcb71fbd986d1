/** Changes of one kind, as CloudTrail tells of them. */
export interface Changes {
  /** The id of its rules. */
  readonly id: string;
  readonly what: string;
  /** The service that is asked, by the first part of its name: `ec2`. */
  readonly service: string;
  /** The names of the calls. */
  readonly calls: readonly string[];
  /** Set where a change of a pipeline needs an alarm as well, since none has to make it day by day. */
  readonly always?: true;
  /** Set where AWS tells of them only in the region of the service: IAM has one. */
  readonly isGlobal?: true;
}

/**
 * What changes networks, identities, trails, keys and who reads buckets: the calls of section 4 of the CIS AWS Foundations Benchmark, and those that AWS added since.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html CloudWatch.4 to CloudWatch.14
 */
export const CHANGES: readonly Changes[] = [
  {
    id: 'Trails',
    what: 'trails',
    service: 'cloudtrail',
    // CloudWatch.5; PutEventSelectors takes events out of a trail that goes on.
    calls: ['CreateTrail', 'DeleteTrail', 'PutEventSelectors', 'StartLogging', 'StopLogging', 'UpdateTrail'],
    always: true,
  },
  {
    id: 'Recorders',
    what: 'recorders of AWS Config',
    service: 'config',
    // CloudWatch.9
    calls: [
      'DeleteConfigurationRecorder',
      'DeleteDeliveryChannel',
      'PutConfigurationRecorder',
      'PutDeliveryChannel',
      'StopConfigurationRecorder',
    ],
    always: true,
  },
  {
    id: 'Keys',
    what: 'keys',
    service: 'kms',
    // CloudWatch.7
    calls: ['DisableKey', 'DisableKeyRotation', 'ScheduleKeyDeletion'],
    always: true,
  },
  {
    id: 'Identities',
    what: 'identities and their policies',
    service: 'iam',
    // CloudWatch.4, and what makes or opens an identity.
    calls: [
      'AttachGroupPolicy',
      'AttachRolePolicy',
      'AttachUserPolicy',
      'CreateAccessKey',
      'CreateLoginProfile',
      'CreatePolicy',
      'CreatePolicyVersion',
      'CreateUser',
      'DeleteGroupPolicy',
      'DeletePolicy',
      'DeletePolicyVersion',
      'DeleteRolePolicy',
      'DeleteUserPolicy',
      'DetachGroupPolicy',
      'DetachRolePolicy',
      'DetachUserPolicy',
      'PutGroupPolicy',
      'PutRolePolicy',
      'PutUserPolicy',
      'UpdateAssumeRolePolicy',
    ],
    isGlobal: true,
  },
  {
    id: 'SecurityGroups',
    what: 'security groups and network ACLs',
    service: 'ec2',
    // CloudWatch.10 and CloudWatch.11
    calls: [
      'AuthorizeSecurityGroupEgress',
      'AuthorizeSecurityGroupIngress',
      'CreateNetworkAcl',
      'CreateNetworkAclEntry',
      'CreateSecurityGroup',
      'DeleteNetworkAcl',
      'DeleteNetworkAclEntry',
      'DeleteSecurityGroup',
      'ModifySecurityGroupRules',
      'ReplaceNetworkAclAssociation',
      'ReplaceNetworkAclEntry',
      'RevokeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
    ],
  },
  {
    id: 'Networks',
    what: 'networks, their gateways and routes',
    service: 'ec2',
    // CloudWatch.12 to CloudWatch.14
    calls: [
      'AcceptVpcPeeringConnection',
      'AttachInternetGateway',
      'CreateCustomerGateway',
      'CreateInternetGateway',
      'CreateRoute',
      'CreateRouteTable',
      'CreateVpc',
      'CreateVpcPeeringConnection',
      'DeleteCustomerGateway',
      'DeleteInternetGateway',
      'DeleteRoute',
      'DeleteRouteTable',
      'DeleteVpc',
      'DeleteVpcPeeringConnection',
      'DetachInternetGateway',
      'DisassociateRouteTable',
      'ModifyVpcAttribute',
      'RejectVpcPeeringConnection',
      'ReplaceRoute',
      'ReplaceRouteTableAssociation',
    ],
  },
  {
    id: 'Buckets',
    what: 'the access to buckets, and how long they keep what they hold',
    service: 's3',
    // CloudWatch.8
    calls: [
      'DeleteBucketCors',
      'DeleteBucketLifecycle',
      'DeleteBucketPolicy',
      'DeleteBucketReplication',
      'PutBucketAcl',
      'PutBucketCors',
      'PutBucketLifecycle',
      'PutBucketPolicy',
      'PutBucketReplication',
    ],
  },
];

/** What CloudTrail calls an API call, and a sign-in at the console. */
const API_CALL = 'AWS API Call via CloudTrail';
const SIGN_IN = 'AWS Console Sign In via CloudTrail';

/** The pattern of changes, but those that some roles make. Whoever has no role has no issuer of a session, and is told of. */
export function patternOf({ service, calls, always }: Changes, exceptRoleArns: readonly string[]): object {
  const arn = [{ exists: false }, { 'anything-but': exceptRoleArns }];
  const by =
    always || exceptRoleArns.length === 0 ? {} : { userIdentity: { sessionContext: { sessionIssuer: { arn } } } };
  return {
    source: [`aws.${service}`],
    'detail-type': [API_CALL],
    detail: { eventSource: [`${service}.amazonaws.com`], eventName: calls, ...by },
  };
}

/** The pattern of whatever the root user does: to sign in, and to call AWS (CloudWatch.1). What AWS does by itself in the name of the account names a service. */
export const ROOT_USE = {
  'detail-type': [API_CALL, SIGN_IN],
  detail: { userIdentity: { type: ['Root'], invokedBy: [{ exists: false }] } },
};
