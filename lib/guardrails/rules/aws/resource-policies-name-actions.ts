import { apartOf, ownPolicy, policyAttribute } from '../../../aws/iam/resource-policies';
import { Statement } from '../../../aws/iam/policy';
import { typesWith } from '../../../aws/types';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { judgePolicy } from '../../verdicts/identity-policies';

/** Keys name actions of their own, and policies of endpoints narrow what others allow. */
const HELD = typesWith(({ policy }) => policy !== undefined).filter((type) => !type.startsWith('aws_kms_'));

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
    'A statement that allows every action (*), or all but a few (NotAction), lets its principals read, change and delete the resource, and change this very policy, today and with every action that AWS adds. Key policies and policies of VPC endpoints have rules of their own.',
  fix: 'Name the actions that the principals need, such as `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  ],
  types: [...new Set([...HELD, ...HELD.flatMap((type) => apartOf(type)?.type ?? []), ...OTHERS])],
  check: (resource, model) => {
    const policy = ownPolicy(model, resource);
    return policy && judgePolicy({ where: policyAttribute(resource), policy }, statementVerdict);
  },
};

function statementVerdict({ actions, notActions, principals }: Statement): Verdict {
  const to = principals.map(({ id }) => id).join(', ');
  if (actions.some((action) => /^\*+(?::\*+)?$/.test(action))) return violated(`allows every action to ${to}`);
  return notActions.length > 0 ? violated(`allows all but ${notActions.join(', ')} to ${to}`) : MET;
}
