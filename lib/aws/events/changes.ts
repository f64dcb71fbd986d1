/** Changes of one kind, as CloudTrail tells of them. */
export interface Changes {
  /** The id of the rules that a construct makes for them. */
  readonly id: string;
  readonly what: string;
  /** The service that is asked, by the first part of its name: `ec2`. */
  readonly service: string;
  /** The calls that the CIS AWS Foundations Benchmark, section 4, and the controls of Security Hub name. */
  readonly calls: readonly string[];
  /** Calls that do as much, and that neither of them names. */
  readonly more?: readonly string[];
  /** Set where they switch off what records others: no pipeline makes them day by day. */
  readonly isOfRecords?: true;
  /** Set where they destroy what encrypts. */
  readonly isOfKeys?: true;
  /** Set where AWS tells of them in one region only. */
  readonly isGlobal?: true;
}

/**
 * What changes networks, identities, trails, keys and who reads buckets.
 *
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html CloudWatch.4 to CloudWatch.14
 */
export const CHANGES = [
  {
    id: 'Trails',
    what: 'trails',
    service: 'cloudtrail',
    // CloudWatch.5
    calls: ['CreateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging', 'UpdateTrail'],
    // It takes events out of a trail that goes on.
    more: ['PutEventSelectors'],
    isOfRecords: true,
  },
  {
    id: 'Recorders',
    what: 'recorders of AWS Config',
    service: 'config',
    // CloudWatch.9
    calls: ['DeleteDeliveryChannel', 'PutConfigurationRecorder', 'PutDeliveryChannel', 'StopConfigurationRecorder'],
    more: ['DeleteConfigurationRecorder'],
    isOfRecords: true,
  },
  {
    id: 'Keys',
    what: 'keys',
    service: 'kms',
    // CloudWatch.7
    calls: ['DisableKey', 'ScheduleKeyDeletion'],
    more: ['DisableKeyRotation'],
    isOfKeys: true,
  },
  {
    id: 'Identities',
    what: 'identities and their policies',
    service: 'iam',
    // CloudWatch.4
    calls: [
      'AttachGroupPolicy',
      'AttachRolePolicy',
      'AttachUserPolicy',
      'CreatePolicy',
      'CreatePolicyVersion',
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
    ],
    // They make or open an identity.
    more: ['CreateAccessKey', 'CreateLoginProfile', 'CreateUser', 'UpdateAssumeRolePolicy'],
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
      'ReplaceNetworkAclAssociation',
      'ReplaceNetworkAclEntry',
      'RevokeSecurityGroupEgress',
      'RevokeSecurityGroupIngress',
    ],
    more: ['ModifySecurityGroupRules'],
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
] as const satisfies readonly Changes[];

/** What CloudTrail calls an API call. */
export const API_CALL = 'AWS API Call via CloudTrail';
