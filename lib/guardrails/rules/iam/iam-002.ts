import { Condition, Statement } from '../../policy';
import { ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../checks';
import { GRANT_TYPES, judgeAttachments, judgePolicies } from './identity-policies';
import { allowsAction, allowsEverything, hasOpenCondition, inputAmong, isOnEverything } from './statements';

/** Policies that name what they allow. */
export const IAM_002: ResourceRule = {
  id: 'IAM-002',
  title: 'No policy allows a whole service on every resource, passing of any role, or all but a few actions',
  severity: 'medium',
  measures: ['3.1.1', '6.2'],
  rationale:
    'A wildcard over a service allows deletion and policy changes too, also those that AWS adds later; NotAction allows whatever it forgets. Who may pass any role to a service acts with the rights of the strongest one. CloudShell with full access carries data out of the account, past the network. Statements over every action there is belong to IAM-001.',
  fix: 'Name the actions and resources, as our grants do (`bucket.grantRead(role)`); for iam:PassRole name the roles, or add the condition StringEquals on iam:PassedToService; write Action instead of NotAction; detach AWSCloudShellFullAccess.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
    'CIS AWS Foundations Benchmark 3.0.0, 1.22',
    'AWS Security Hub IAM.21',
  ],
  types: GRANT_TYPES,
  check: (holder, model) =>
    worst([judgePolicies(model, holder, judge), judgeAttachments(model, holder, ['AWSCloudShellFullAccess'])]),
  examples: {
    pass: [
      {
        title: 'a prefix of actions, and one role passed to one service',
        terraform: {
          resource: {
            aws_iam_role_policy: {
              deploy: {
                policy: JSON.stringify({
                  Statement: [
                    { Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
                    { Effect: 'Allow', Action: 's3:*', Resource: '${aws_s3_bucket.a.arn}/*' },
                    {
                      Effect: 'Allow',
                      Action: 'iam:PassRole',
                      Resource: '*',
                      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
                    },
                    { Effect: 'Allow', Action: 'iam:PassRole', Resource: '${aws_iam_role.task.arn}' },
                  ],
                }),
              },
            },
          },
        },
      },
      {
        title: 'NotAction in a denial',
        terraform: {
          data: {
            aws_iam_policy_document: {
              region: {
                statement: [
                  {
                    effect: 'Deny',
                    not_actions: ['iam:*'],
                    resources: ['*'],
                    condition: [{ test: 'StringNotEquals', variable: 'aws:RequestedRegion', values: ['eu-central-1'] }],
                  },
                ],
              },
            },
          },
          resource: { aws_iam_policy: { region: { policy: '${data.aws_iam_policy_document.region.json}' } } },
        },
      },
    ],
    fail: [
      {
        title: 'a whole service on everything, in a counted policy',
        terraform: {
          resource: {
            aws_iam_policy: {
              dynamo: {
                count: 2,
                policy: '{"Statement":{"Effect":"Allow","Action":["dynamodb:*"],"Resource":"*"}}',
              },
            },
          },
        },
        addresses: ['aws_iam_policy.dynamo'],
      },
      {
        title: 'any role, all but a few actions, CloudShell',
        terraform: {
          resource: {
            aws_iam_role: {
              app: {
                inline_policy: {
                  name: 'pass',
                  policy:
                    '{"Statement":{"Effect":"Allow","Action":"iam:Pass*","Resource":"arn:aws:iam::123456789012:role/*"}}',
                },
              },
            },
            aws_iam_group_policy: {
              app: { policy: '{"Statement":{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}}' },
            },
            aws_iam_policy_attachment: {
              shell: { name: 'shell', policy_arn: 'arn:aws:iam::aws:policy/AWSCloudShellFullAccess' },
            },
          },
        },
        addresses: ['aws_iam_group_policy.app', 'aws_iam_policy_attachment.shell', 'aws_iam_role.app'],
      },
      {
        title: 'a whole service within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.app',
                  resources: [
                    {
                      address: 'module.app.aws_iam_role_policy.app[0]',
                      mode: 'managed',
                      type: 'aws_iam_role_policy',
                      name: 'app',
                      index: 0,
                      values: { policy: '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.app.aws_iam_role_policy.app[0]'],
      },
    ],
    undetermined: [
      {
        title: 'the resource that a whole service is allowed on is a variable',
        terraform: {
          variable: { target: {} },
          resource: {
            aws_iam_role_policy: {
              app: {
                policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '${var.target}' }] }),
              },
            },
          },
        },
        addresses: ['aws_iam_role_policy.app'],
      },
    ],
  },
};

function judge(statement: Statement): Verdict | undefined {
  if (allowsEverything(statement)) return undefined;
  if (statement.notActions.length > 0) {
    return violated(`allows every action but ${statement.notActions.join(', ')} (NotAction)`);
  }
  const service = statement.actions.find((action) => /^[a-z0-9-]+:\*+$/i.test(action));
  const passes = allowsAction(statement, 'iam:PassRole') && !statement.conditions.some(limitsService);
  if (service && isOnEverything(statement)) return violated(`allows ${service} on every resource`);
  if (passes && (isOnEverything(statement) || statement.resources.some((resource) => /:role\/\*+$/.test(resource)))) {
    if (hasOpenCondition(statement)) {
      return undetermined('allows iam:PassRole of every role: only a plan can tell on which condition');
    }
    return violated('allows iam:PassRole of every role, to any service (no condition on iam:PassedToService)');
  }
  const action = inputAmong(statement.actions);
  const resource = inputAmong(statement.resources);
  if (action && (resource || isOnEverything(statement))) {
    return undetermined(`allows ${action} on ${resource ?? 'every resource'}: only a plan can tell which actions`);
  }
  if (resource && (service || passes)) {
    return undetermined(`allows ${service ?? 'iam:PassRole'} on ${resource}: only a plan can tell where`);
  }
  return undefined;
}

function limitsService(condition: Condition): boolean {
  return (
    condition.key === 'iam:passedtoservice' &&
    /^(?:foranyvalue:)?string(?:equals|like)(?:ifexists)?$/i.test(condition.operator) &&
    condition.values.every((value) => !/^\*+$/.test(value))
  );
}
