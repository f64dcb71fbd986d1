import { isEphemeral } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** The attribute that hands the tags of a store on to its copies. It is off by default. */
const ATTRIBUTES: { readonly [type: string]: string } = {
  aws_db_instance: 'copy_tags_to_snapshot',
  aws_docdb_cluster_instance: 'copy_tags_to_snapshot',
  aws_fsx_lustre_file_system: 'copy_tags_to_backups',
  aws_fsx_openzfs_file_system: 'copy_tags_to_backups',
  aws_fsx_windows_file_system: 'copy_tags_to_backups',
  aws_neptune_cluster: 'copy_tags_to_snapshot',
  aws_rds_cluster: 'copy_tags_to_snapshot',
};

/** Copies that say what is in them. */
export const RULE: ResourceRule = {
  id: 'AWS-027',
  name: 'snapshots-carry-tags',
  title: 'Snapshots and backups of a database or file system carry its tags',
  severity: 'low',
  claims: ['3.1.2.b'],
  rationale:
    'A snapshot holds what its store holds, and without tags nothing says so: neither its class nor its owner, and policies that look at tags let it pass. Services copy tags only where they are asked to. Of Aurora the cluster decides, whatever its instances say. Ephemeral environments are left out.',
  fix: 'Set `copy_tags_to_snapshot`, or `copy_tags_to_backups` of a file system, to true.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html',
    'AWS Security Hub RDS.16, RDS.17, Neptune.8, FSx.1, FSx.2',
  ],
  types: Object.keys(ATTRIBUTES),
  check: (store) => {
    if (isEphemeral(store)) return undefined;
    const attribute = ATTRIBUTES[store.type];
    const value = configured(store, attribute);
    if (isUnknown(value)) return unknownAttribute(attribute, value);
    if (isTrue(value)) return MET;
    return violated(`${attribute} is ${describe(value)}: its copies do not say what is in them`, { [attribute]: true });
  },
};
