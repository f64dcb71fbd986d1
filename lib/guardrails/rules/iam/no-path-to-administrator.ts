import { ACTOR_TYPES, MOST_LAST, MOST_ON, Reach, Step, standingsOf, stepsOf } from '../../../aws/iam/escalation/reach';
import { ESCALATION_SOURCES } from '../../../aws/iam/escalation/ways';
import { hanging } from '../../explore';
import { MET, ResourceRule, certainlyViolated, undetermined } from '../../rule';
import { listed } from '../../verdicts/both-duties';

/** Principals that stay below an administrator. */
export const RULE: ResourceRule = {
  id: 'IAM-016',
  name: 'no-path-to-administrator',
  title: 'No principal comes to the rights of an administrator by way of others',
  severity: 'high',
  claims: ['3.1.1.t'],
  rationale:
    'What a role may do is what all those may do as whom it can act. The rule follows the documented ways, step by step, through the roles, users, groups and permission sets of the configuration: it assumes a role that trusts it, or writes the trust policy; passes a role to a service that runs what it is given (Lambda, EC2, ECS, Batch, Glue, CloudFormation, CodeBuild, SageMaker, Step Functions, Scheduler, App Runner, Systems Manager and others); changes the code of a function, the stack, the build or the instance that has a role; makes credentials of a user, or joins a group; or gives itself, or somebody new, every right, or takes its boundary away. The policies of both sides count, their conditions (iam:PassedToService, iam:PermissionsBoundary, aws:SourceAccount), denials, boundaries and what the organization denies: what hangs on what nobody can tell is undetermined. Boundaries count as limits: what their texts allow is not searched for ways on. Those that are administrators by their own policies are for IAM-001 to say. Not seen are roles that the input does not have, task roles of running containers (ecs:ExecuteCommand), and passwords and keys in data that a principal reads.',
  fix: 'Break the path at its first step: name the roles in iam:PassRole, with StringEquals on iam:PassedToService; name the functions, stacks and users as Resource; let an administrator trust those only who should be one; or set a permissions boundary, and a condition on iam:PermissionsBoundary where roles are made.',
  sources: ESCALATION_SOURCES,
  types: ACTOR_TYPES,
  check: (principal, model) => {
    const { of, hangsOn } = standingsOf(model);
    const standing = of.get(principal);
    if (!standing || standing.isAdministrator) return undefined;
    const { reach, unread } = standing;
    if (reach?.isCertain) return certainlyViolated(shown(reach));
    if (reach) return undetermined(`perhaps ${shown(reach)}, which hangs on ${conditions(reach)}`);
    if (unread !== undefined) return undetermined(`nobody read ${unread}, which may lead to an administrator`);
    return hangsOn === undefined ? MET : hanging(hangsOn);
  },
};

/** A path: `aws_iam_role.deploy → iam:PassRole + lambda:CreateFunction → aws_iam_role.admin`. Of a long one its ends. */
function shown(reach: Reach): string {
  const { length, last } = reach;
  const left = Math.max(length - 2 * MOST_LAST, 0);
  const first: Step[] = [];
  for (const step of stepsOf(reach)) {
    if (first.push(step) === (left > 0 ? MOST_LAST : length)) break;
  }
  const path = left > 0 ? [...first.map(named), `${left} more`, ...last.map(named)] : first.map(named);
  return [...path, ...(last[last.length - 1].by === undefined ? [] : ['every right'])].join(' → ');
}

function named({ who, by }: Step): string {
  return by === undefined ? who : `${who} → ${by}`;
}

/** What a path hangs on. What is beyond the first of it is not counted: that would take a walk of the whole path for each principal on it. */
function conditions({ on }: Reach): string {
  return on.length < MOST_ON ? listed(on) : `${on.slice(0, MOST_ON - 1).join(', ')} and more`;
}
