import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, asStrings, hasUnknown, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

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
export const RULE: ResourceRule = {
  id: 'AWS-009',
  name: 'nothing-shared-with-everybody',
  title: 'No image, snapshot, document or layer is shared with everybody',
  severity: 'high',
  claims: ['3.1.1.c'],
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
