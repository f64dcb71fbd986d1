import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'not shared',
      terraform: {
        resource: {
          aws_ssm_document: { patch: { document_type: 'Command' } },
          aws_imagebuilder_distribution_configuration: {
            base: {
              distribution: { ami_distribution_configuration: { launch_permission: { user_ids: ['111122223333'] } } },
            },
          },
        },
      },
    },
    {
      title: 'named accounts and an organization',
      terraform: {
        resource: {
          aws_ami_launch_permission: {
            base: { count: 2, image_id: 'ami-1', account_id: '111122223333' },
            org: { image_id: 'ami-1', organization_arn: 'arn' },
          },
          aws_db_snapshot: { orders: { shared_accounts: ['111122223333'] } },
          aws_lambda_layer_version_permission: { base: { principal: '*', organization_id: 'o-a1b2c3d4e5' } },
          aws_ssm_document: { patch: { permissions: { type: 'Share', account_ids: '111122223333,444455556666' } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the second region of a distribution',
      terraform: {
        resource: {
          aws_imagebuilder_distribution_configuration: {
            base: {
              distribution: [
                { region: 'eu-central-1' },
                {
                  region: 'eu-west-1',
                  ami_distribution_configuration: { launch_permission: { user_groups: ['all'] } },
                },
              ],
            },
          },
        },
      },
      addresses: ['aws_imagebuilder_distribution_configuration.base'],
    },
    {
      title: 'an image, snapshots of databases, a document and a layer shared with everyone',
      terraform: {
        resource: {
          aws_ami_launch_permission: { base: { count: 2, image_id: 'ami-1', group: 'all' } },
          aws_db_cluster_snapshot: { orders: { shared_accounts: ['111122223333', 'all'] } },
          aws_db_snapshot: { orders: { shared_accounts: ['all'] } },
          aws_lambda_layer_version_permission: { base: { principal: '*' } },
          aws_ssm_document: { patch: { permissions: { type: 'Share', account_ids: 'All' } } },
        },
      },
      addresses: [
        'aws_ami_launch_permission.base',
        'aws_db_cluster_snapshot.orders',
        'aws_db_snapshot.orders',
        'aws_lambda_layer_version_permission.base',
        'aws_ssm_document.patch',
      ],
    },
    {
      title: 'a copy of a snapshot',
      terraform: { resource: { aws_db_snapshot_copy: { orders: { shared_accounts: ['all'] } } } },
      addresses: ['aws_db_snapshot_copy.orders'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the accounts, and the organization',
      terraform: {
        variable: { accounts: {}, account: {}, organization: {} },
        resource: {
          aws_db_cluster_snapshot: { orders: { shared_accounts: ['111122223333', '${var.account}'] } },
          aws_db_snapshot: { orders: { shared_accounts: '${var.accounts}' } },
          aws_lambda_layer_version_permission: { base: { principal: '*', organization_id: '${var.organization}' } },
        },
      },
      addresses: [
        'aws_db_cluster_snapshot.orders',
        'aws_db_snapshot.orders',
        'aws_lambda_layer_version_permission.base',
      ],
    },
  ],
};
