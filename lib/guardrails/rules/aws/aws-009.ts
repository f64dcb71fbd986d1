import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, asStrings, hasUnknown, isUnknown } from '../../value';
import { configured } from '../configured';

/** Where a type names with whom it is shared, and which names stand for everybody. */
interface Share {
  readonly path: string;
  readonly everybody: string;
  /** The attribute that narrows everybody to some, where there is one. */
  readonly narrowedBy?: string;
}

const SHARES: { readonly [type: string]: Share } = {
  aws_ami_launch_permission: { path: 'group', everybody: 'all' },
  aws_db_cluster_snapshot: { path: 'shared_accounts', everybody: 'all' },
  aws_db_snapshot: { path: 'shared_accounts', everybody: 'all' },
  aws_db_snapshot_copy: { path: 'shared_accounts', everybody: 'all' },
  aws_imagebuilder_distribution_configuration: {
    path: 'distribution.ami_distribution_configuration.launch_permission.user_groups',
    everybody: 'all',
  },
  aws_lambda_layer_version_permission: { path: 'principal', everybody: '*', narrowedBy: 'organization_id' },
  aws_rds_cluster_snapshot_copy: { path: 'shared_accounts', everybody: 'all' },
  aws_snapshot_create_volume_permission: { path: 'account_id', everybody: 'all' },
  aws_ssm_document: { path: 'permissions.account_ids', everybody: 'all' },
};

/** Images, snapshots, documents and layers that are not given away. */
export const AWS_009: ResourceRule = {
  id: 'AWS-009',
  title: 'No image, snapshot, document or layer is shared with everybody',
  severity: 'high',
  measures: ['3.1.1'],
  rationale:
    'A public snapshot or image is a copy of a disk or a database that every AWS account in the world may restore, and public ones are searched for and copied within minutes. A public document or layer shows how the inside works. Sharing again with nobody does not call back a copy.',
  fix: 'Name the accounts or the organization that are meant: `account_id`, `organization_arn`, `shared_accounts` with ids, `permissions.account_ids` with ids, `organization_id`.',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html',
    'AWS Security Hub EC2.1, RDS.1, SSM.4',
  ],
  types: Object.keys(SHARES),
  check: (resource) => verdictOn(resource, SHARES[resource.type]),
  examples: {
    pass: [
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
      {
        title: 'not shared, blocks as lists',
        terraform: {
          resource: [
            {
              aws_ssm_document: [{ patch: [{ document_type: 'Command' }] }],
              aws_imagebuilder_distribution_configuration: [
                {
                  base: [
                    {
                      distribution: [
                        {
                          ami_distribution_configuration: [{ launch_permission: [{ user_ids: ['111122223333'] }] }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
    fail: [
      {
        title: 'an image, snapshots of databases, a document and a layer for everybody',
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
        title: 'the second region of a distribution, blocks as lists',
        terraform: {
          resource: [
            {
              aws_imagebuilder_distribution_configuration: [
                {
                  base: [
                    {
                      distribution: [
                        { region: 'eu-central-1' },
                        {
                          region: 'eu-west-1',
                          ami_distribution_configuration: [{ launch_permission: [{ user_groups: ['all'] }] }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_imagebuilder_distribution_configuration.base'],
      },
      {
        title: 'a copy of a snapshot within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.copy',
                  resources: [
                    {
                      address: 'module.copy.aws_db_snapshot_copy.orders',
                      mode: 'managed',
                      type: 'aws_db_snapshot_copy',
                      name: 'orders',
                      values: { shared_accounts: ['all'] },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.copy.aws_db_snapshot_copy.orders'],
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
  },
};

function verdictOn(resource: Resource, { path, everybody, narrowedBy }: Share): Verdict {
  const values = valuesOf(resource, path);
  const isEverybody = (value: Value): boolean =>
    asStrings(value).some((text) => text.split(',').some((name) => name.trim().toLowerCase() === everybody));
  const shared = values.find(isEverybody);
  if (shared !== undefined) {
    const narrowed = narrowedBy === undefined ? undefined : configured(resource, narrowedBy);
    if (isUnknown(narrowed)) return undetermined(`${narrowedBy} is ${narrowed.text}, which only a plan can tell`);
    if (narrowed !== undefined && narrowed !== '') return MET;
    return violated(`${path} is ${describe(shared)}: every AWS account has access`);
  }
  const open = values.find((value) => hasUnknown(value) && mayBeEverybody(value));
  return open === undefined ? MET : undetermined(`only a plan can tell whether ${path} names everybody`);
}

/** What an attribute holds in each of its blocks; of a map, in its entry. */
function valuesOf(resource: Resource, path: string): Value[] {
  const end = path.lastIndexOf('.');
  const blocks = end < 0 ? [resource] : resource.blocks(path.slice(0, end));
  return blocks.length > 0
    ? blocks.map((block) => configured(block, path.slice(end + 1)))
    : [configured(resource, path.split('.')[0])];
}

/** The id of a resource or a data source is that of an account. */
function mayBeEverybody(value: Value): boolean {
  const items = Array.isArray(value) ? value : [value];
  return items.some((item) => isUnknown(item) && /(?<![\w.])(?:var|local|each|module)\./.test(item.text));
}
