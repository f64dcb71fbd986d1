import { JsonObject } from '../../../terraform/value';
import { Example, Examples } from '../../rule';

const ROLE = 'arn:aws:iam::111122223333:role/shop';

function policy(statement: JsonObject): string {
  return JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] });
}

/** A type of resource that holds a policy for everyone, or for a role. */
function holder(type: string, attribute: string, principal: string, more: JsonObject = {}): JsonObject {
  return { resource: { [type]: { it: { ...more, [attribute]: policy({ Principal: { AWS: principal } }) } } } };
}

const HOLDERS: readonly (readonly [type: string, attribute: string])[] = [
  ['aws_api_gateway_rest_api', 'policy'],
  ['aws_backup_vault_policy', 'policy'],
  ['aws_cloudwatch_event_bus_policy', 'policy'],
  ['aws_codeartifact_domain_permissions_policy', 'policy_document'],
  ['aws_dynamodb_resource_policy', 'policy'],
  ['aws_ecr_registry_policy', 'policy'],
  ['aws_glue_resource_policy', 'policy'],
  ['aws_kinesis_resource_policy', 'policy'],
  ['aws_msk_cluster_policy', 'policy'],
  ['aws_opensearch_domain_policy', 'access_policies'],
  ['aws_s3tables_table_bucket_policy', 'resource_policy'],
  ['aws_ses_identity_policy', 'policy'],
  ['acme_bus', 'grants'],
];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'a repository for a role', terraform: holder('aws_ecr_repository_policy', 'policy', ROLE) },
    {
      title: 'an event bus for an organization, and policies of identities',
      terraform: {
        resource: {
          aws_cloudwatch_event_bus_policy: {
            all: {
              count: 2,
              policy: policy({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }),
            },
          },
          aws_iam_policy: { all: { policy: policy({}) }, other: { policy: '${var.policy}' } },
        },
        variable: { policy: {} },
      },
    },
    {
      title: 'a file system for everyone who mounts it in its network',
      terraform: {
        resource: {
          aws_efs_file_system_policy: {
            shared: {
              file_system_id: 'fs-1',
              policy: policy({
                Principal: { AWS: '*' },
                Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
              }),
            },
          },
        },
      },
    },
    {
      title: 'policies that other rules judge',
      terraform: {
        resource: {
          aws_kms_key: { main: { policy: policy({ Principal: '*' }) } },
          aws_sns_topic_policy: { main: { policy: policy({ Principal: '*' }) } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a repository for everyone',
      terraform: holder('aws_ecr_repository_policy', 'policy', '*'),
      addresses: ['aws_ecr_repository_policy.it'],
    },
    ...HOLDERS.map(([type, attribute]): Example => ({
      title: `everyone in ${attribute} of ${type}`,
      terraform: holder(type, attribute, '*'),
      addresses: [`${type}.it`],
    })),
    {
      title: 'everyone in a block, in a local, and in a document',
      terraform: {
        locals: { open: '${jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "*" }] })}' },
        data: {
          aws_iam_policy_document: {
            open: { statement: { actions: ['*'], principals: { type: '*', identifiers: ['*'] } } },
          },
        },
        resource: {
          aws_fsx_s3_access_point_attachment: { it: { s3_access_point: { policy: policy({ Principal: '*' }) } } },
          acme_thing: { it: { grants: '${local.open}' } },
          acme_thing_policy: { it: { policy: '${data.aws_iam_policy_document.open.json}' } },
        },
      },
      addresses: ['acme_thing.it', 'acme_thing_policy.it', 'aws_fsx_s3_access_point_attachment.it'],
    },
    {
      title: 'a file system of others, for everyone but one account',
      terraform: {
        resource: {
          aws_efs_file_system_policy: {
            shared: { file_system_id: 'fs-1', policy: policy({ NotPrincipal: { AWS: '111122223333' } }) },
          },
        },
      },
      addresses: ['aws_efs_file_system_policy.shared'],
    },
  ],
  undetermined: [
    {
      title: 'a variable is the policy, or names the principal',
      terraform: {
        variable: { open: {} },
        resource: {
          aws_ecr_repository_policy: {
            one: { policy: '${var.open}' },
            two: { policy: policy({ Principal: { AWS: '${var.open}' } }) },
          },
        },
      },
      addresses: ['aws_ecr_repository_policy.one', 'aws_ecr_repository_policy.two'],
    },
  ],
};
