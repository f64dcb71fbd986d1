import { apartOf, ownPolicy, policyAttribute } from '../../../aws/iam/resource-policies';
import { Statement } from '../../../aws/iam/policy';
import { isAccount } from '../../../aws/kms/duties';
import { typesWith } from '../../../aws/types';
import { Resource } from '../../../terraform/stack';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { judgePolicy } from '../../verdicts/identity-policies';

/** Policies of endpoints narrow what others allow. */
const HELD = typesWith(({ policy }) => policy !== undefined);

/** Policies of services that the table of types does not have. */
const OTHERS = [
  'aws_acmpca_policy',
  'aws_api_gateway_rest_api_policy',
  'aws_backup_vault_policy',
  'aws_codebuild_resource_policy',
  'aws_ecr_registry_policy',
  'aws_ecr_repository_policy',
  'aws_ecrpublic_repository_policy',
  'aws_efs_file_system_policy',
  'aws_glacier_vault_lock',
  'aws_iam_role',
  'aws_kinesis_resource_policy',
  'aws_media_store_container_policy',
  'aws_msk_cluster_policy',
  'aws_redshift_resource_policy',
  'aws_s3control_bucket_policy',
  'aws_s3tables_table_bucket_policy',
  'aws_s3tables_table_policy',
  'aws_s3vectors_vector_bucket_policy',
  'aws_schemas_registry_policy',
  'aws_ses_identity_policy',
  'aws_sesv2_email_identity_policy',
  'aws_vpclattice_auth_policy',
  'aws_vpclattice_resource_policy',
];

/** Resource policies that say what they allow. */
export const RULE: ResourceRule = {
  id: 'AWS-018',
  name: 'resource-policies-name-actions',
  title: 'A resource policy names the actions that it allows',
  severity: 'medium',
  claims: ['3.1.1.o'],
  rationale:
    'A statement that allows every action (*), or all but a few (NotAction), lets its principals read, change and delete the resource, and change this very policy, today and with every action that AWS adds. Trust policies of roles and key policies are judged too. What a key policy allows to principals by name, and without a condition to the account, as the default policy of KMS does, KMS-002 judges. Policies of VPC endpoints narrow what others allow.',
  fix: 'Name the actions that the principals need, such as `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  ],
  types: [...new Set([...HELD, ...HELD.flatMap((type) => apartOf(type)?.type ?? []), ...OTHERS])],
  check: (resource, model) => {
    const policy = ownPolicy(model, resource);
    const where = policyAttribute(resource);
    if (!JUDGED.test(resource.type)) return policy && judgePolicy({ where, policy }, statementVerdict);
    // What else is open of them, their own rules say.
    if (!policy || !('statements' in policy)) return undefined;
    const statements = policy.statements.filter((statement) => !isOfOwnRule(resource, statement));
    return judgePolicy({ where, policy: { ...policy, statements, complete: true } }, statementVerdict);
  },
};

/** Policies that rules of their own judge, by whom they name. */
const JUDGED = /^aws_(?:iam_role|kms_\w+)$/;

/**
 * What KMS-002 judges: principals that a key policy names, and the account as a whole, to which the default policy of KMS allows everything.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function isOfOwnRule({ type }: Resource, { principals, conditions }: Statement): boolean {
  if (type === 'aws_iam_role' || !principals.every((one) => one.type === 'AWS')) return false;
  return (
    conditions.some(({ key }) => key === 'aws:principalarn') || conditions.length === 0 || !principals.every(isAccount)
  );
}

function statementVerdict({ actions, notActions, principals }: Statement): Verdict {
  const to = principals.map(({ id }) => id).join(', ');
  if (actions.some((action) => EVERYTHING.test(action))) return violated(`allows every action to ${to}`);
  return notActions.length > 0 ? violated(`allows all but ${notActions.join(', ')} to ${to}`) : MET;
}

/** No other policies have actions of KMS and STS as their own. */
const EVERYTHING = /^(?:\*+(?::\*+)?|(?:kms|sts):\*+)$/i;
