/** Actions of which somebody needs one each: `[['lambda:CreateFunction'], ['lambda:InvokeFunction', 'lambda:AddPermission']]`. */
export type Needed = readonly (readonly string[])[];

/** A service that runs what somebody gives it with a role that he passes. */
export interface PassingWay {
  /** The service that assumes the role, and that iam:PassedToService names. */
  readonly service: string;
  /** What he needs besides iam:PassRole. */
  readonly needs: Needed;
  /** Whether an instance profile has to hold the role. */
  readonly byProfile?: true;
}

/** What has a role, and does what somebody tells it without passing the role again. */
export interface CarrierWay {
  readonly type: string;
  /** The attribute that names the role, or the instance profile. */
  readonly role: string;
  readonly needs: Needed;
  /** A document that has to be allowed as well. */
  readonly document?: { readonly action: string; readonly arn: string };
}

/**
 * The ways by which AWS, Rhino Security Labs and the collection pathfinding.cloud document that somebody comes to the rights of others.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 * @see https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/
 * @see https://pathfinding.cloud
 */
export const ESCALATION_SOURCES: readonly string[] = [
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
  'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
  'https://pathfinding.cloud',
];

const INVOKING = [
  'lambda:InvokeFunction',
  'lambda:CreateEventSourceMapping',
  'lambda:AddPermission',
  'lambda:CreateFunctionUrlConfig',
];

export const PASSING_WAYS: readonly PassingWay[] = [
  { service: 'lambda.amazonaws.com', needs: [['lambda:CreateFunction'], INVOKING] },
  { service: 'ec2.amazonaws.com', needs: [['ec2:RunInstances']], byProfile: true },
  { service: 'ec2.amazonaws.com', needs: [['elasticmapreduce:RunJobFlow']], byProfile: true },
  {
    service: 'ecs-tasks.amazonaws.com',
    needs: [['ecs:RegisterTaskDefinition'], ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService', 'ecs:UpdateService']],
  },
  { service: 'ecs-tasks.amazonaws.com', needs: [['batch:RegisterJobDefinition'], ['batch:SubmitJob']] },
  { service: 'glue.amazonaws.com', needs: [['glue:CreateDevEndpoint']] },
  {
    service: 'glue.amazonaws.com',
    needs: [
      ['glue:CreateJob', 'glue:UpdateJob'],
      ['glue:StartJobRun', 'glue:CreateTrigger'],
    ],
  },
  { service: 'glue.amazonaws.com', needs: [['glue:CreateSession'], ['glue:RunStatement']] },
  {
    service: 'cloudformation.amazonaws.com',
    needs: [['cloudformation:CreateStack', 'cloudformation:UpdateStack']],
  },
  {
    service: 'codebuild.amazonaws.com',
    needs: [
      ['codebuild:CreateProject', 'codebuild:UpdateProject'],
      ['codebuild:StartBuild', 'codebuild:StartBuildBatch'],
    ],
  },
  {
    service: 'sagemaker.amazonaws.com',
    needs: [['sagemaker:CreateNotebookInstance'], ['sagemaker:CreatePresignedNotebookInstanceUrl']],
  },
  { service: 'sagemaker.amazonaws.com', needs: [['sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob']] },
  {
    service: 'datapipeline.amazonaws.com',
    needs: [['datapipeline:CreatePipeline'], ['datapipeline:PutPipelineDefinition'], ['datapipeline:ActivatePipeline']],
  },
  {
    service: 'states.amazonaws.com',
    needs: [
      ['states:CreateStateMachine', 'states:UpdateStateMachine'],
      ['states:StartExecution', 'states:StartSyncExecution'],
    ],
  },
  { service: 'scheduler.amazonaws.com', needs: [['scheduler:CreateSchedule', 'scheduler:UpdateSchedule']] },
  { service: 'tasks.apprunner.amazonaws.com', needs: [['apprunner:CreateService', 'apprunner:UpdateService']] },
  { service: 'ssm.amazonaws.com', needs: [['ssm:CreateDocument'], ['ssm:StartAutomationExecution']] },
  {
    service: 'bedrock-agentcore.amazonaws.com',
    needs: [
      ['bedrock-agentcore:CreateCodeInterpreter'],
      ['bedrock-agentcore:StartCodeInterpreterSession'],
      ['bedrock-agentcore:InvokeCodeInterpreter'],
    ],
  },
];

export const CARRIER_WAYS: readonly CarrierWay[] = [
  { type: 'aws_lambda_function', role: 'role', needs: [['lambda:UpdateFunctionCode']] },
  { type: 'aws_instance', role: 'iam_instance_profile', needs: [['ssm:StartSession']] },
  {
    type: 'aws_instance',
    role: 'iam_instance_profile',
    needs: [['ssm:SendCommand']],
    document: { action: 'ssm:SendCommand', arn: 'document/AWS-RunShellScript' },
  },
  {
    type: 'aws_instance',
    role: 'iam_instance_profile',
    needs: [['ec2:ModifyInstanceAttribute'], ['ec2:StopInstances'], ['ec2:StartInstances']],
  },
  { type: 'aws_cloudformation_stack', role: 'iam_role_arn', needs: [['cloudformation:UpdateStack']] },
  {
    type: 'aws_codebuild_project',
    role: 'service_role',
    needs: [['codebuild:StartBuild', 'codebuild:StartBuildBatch']],
  },
  { type: 'aws_glue_dev_endpoint', role: 'role_arn', needs: [['glue:UpdateDevEndpoint']] },
  {
    type: 'aws_sagemaker_notebook_instance',
    role: 'role_arn',
    needs: [['sagemaker:CreatePresignedNotebookInstanceUrl']],
  },
];

/** What changes the rights of a principal, by what it is, and of those that a policy is attached to. */
export const CHANGING = {
  aws_iam_role: ['iam:AttachRolePolicy', 'iam:PutRolePolicy'],
  aws_iam_user: ['iam:AttachUserPolicy', 'iam:PutUserPolicy'],
  aws_iam_group: ['iam:AttachGroupPolicy', 'iam:PutGroupPolicy'],
  aws_iam_policy: ['iam:CreatePolicyVersion'],
} as const;

/** What takes the boundary away that keeps the rights of a principal small. */
export const UNBINDING = {
  role: ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
  user: ['iam:DeleteUserPermissionsBoundary', 'iam:PutUserPermissionsBoundary'],
} as const;

/** What gives the credentials of a user. */
export const CREDENTIALS = ['iam:CreateAccessKey', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile'];

/** What makes a new principal with every right, and lets somebody act as it. */
export const MAKING: readonly { readonly path: string; readonly needs: Needed }[] = [
  { path: 'role/', needs: [['iam:CreateRole'], ['iam:AttachRolePolicy', 'iam:PutRolePolicy']] },
  {
    path: 'user/',
    needs: [
      ['iam:CreateUser'],
      ['iam:AttachUserPolicy', 'iam:PutUserPolicy'],
      ['iam:CreateAccessKey', 'iam:CreateLoginProfile'],
    ],
  },
];

export const ASSUME = 'sts:AssumeRole';
export const PASS = 'iam:PassRole';
export const TRUST = 'iam:UpdateAssumeRolePolicy';
export const JOIN = 'iam:AddUserToGroup';

/** Every action of these ways. */
export const ESCALATING_ACTIONS: readonly string[] = [
  ...new Set([
    ...[...PASSING_WAYS, ...CARRIER_WAYS, ...MAKING].flatMap(({ needs }) => needs.flat()),
    ...Object.values(CHANGING).flat(),
    ...Object.values(UNBINDING).flat(),
    ...CREDENTIALS,
    ASSUME,
    PASS,
    TRUST,
    JOIN,
  ]),
];
