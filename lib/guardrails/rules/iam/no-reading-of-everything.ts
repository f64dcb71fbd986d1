import { GRANT_TYPES } from '../../../aws/iam/identity-policies';
import { Statement } from '../../../aws/iam/policy';
import { ResourceRule, Verdict } from '../../rule';
import { worst } from '../../verdicts/checks';
import { judgeManaged, judgePolicies } from '../../verdicts/identity-policies';
import { wideActionVerdict } from '../../verdicts/wide-actions';

/** What reads content, and the service whose ARNs name it. */
const ACTIONS: ReadonlyMap<string, string> = new Map(
  [
    'dynamodb:BatchGetItem',
    'dynamodb:ExportTableToPointInTime',
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:Scan',
    's3:GetObject',
    's3:GetObjectVersion',
    'secretsmanager:BatchGetSecretValue',
    'secretsmanager:GetSecretValue',
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:GetParametersByPath',
  ].map((action) => [action, action.split(':')[0]] as const)
);

/** Policies that name the stores that they read. */
export const RULE: ResourceRule = {
  id: 'IAM-006',
  name: 'no-reading-of-everything',
  title: 'No policy reads every bucket, table, secret or parameter',
  severity: 'medium',
  claims: ['3.1.1.n'],
  rationale:
    'Reading is all that theft of data takes. Who reads every bucket, table, secret or parameter reads those that are made later too, and the secrets lead on to what has no policy of its own. A condition counts where it says by tags which are meant. Whole services belong to IAM-002, and keys to IAM-003: an object that is encrypted with a customer managed key also takes the key. AWS managed policies are judged by the list that IAM-002 uses.',
  fix: 'Name the buckets, tables, secrets or paths of parameters as Resource, as our grants do (`bucket.grantRead(role)`); or add the condition StringEquals on aws:ResourceTag/….',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html',
  ],
  types: GRANT_TYPES,
  check: (holder, model) => worst([judgePolicies(model, holder, judge), judgeManaged(model, holder, RULE.id)]),
};

function judge(statement: Statement): Verdict | undefined {
  return wideActionVerdict(statement, ACTIONS, narrows, 'its holder reads them all, and those that are made later');
}

function narrows(key: string): boolean {
  return /^(?:aws|dynamodb|secretsmanager|ssm):resourcetag\/|^s3:existingobjecttag\//.test(key);
}
