import { holdsPersonalData, isEphemeral } from '../../../aws/declared';
import { showsLifecycle } from '../../../terraform/shows-lifecycle';
import { isReplica } from '../../../aws/rds/database';
import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Stores that no apply deletes. Keys have a rule of their own. */
export const RULE: ResourceRule = {
  id: 'AWS-017',
  name: 'stores-destroy-refused',
  title: 'Terraform refuses to destroy a store of personal data',
  severity: 'medium',
  claims: ['3.2.1.e'],
  rationale:
    'A name, a subnet or an engine that changes makes Terraform destroy a store and make an empty one, and a resource that goes from the program takes its data along. With `prevent_destroy` Terraform refuses every such plan, until a change of its own lifts that. A plan made without its configuration does not show the lifecycle, and is not judged. A replica can be made again. Environments that live for a test run may destroy their stores.',
  fix: 'Set `lifecycle.prevent_destroy` to true, or use the construct for the store, which sets it.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (GDPR Art. 32(1)(b), (c))',
  ],
  types: [
    'aws_acmpca_certificate_authority',
    'aws_cloudtrail',
    'aws_cloudwatch_log_group',
    'aws_cognito_user_pool',
    'aws_db_instance',
    'aws_docdb_cluster',
    'aws_docdbelastic_cluster',
    'aws_dsql_cluster',
    'aws_dynamodb_table',
    'aws_ebs_volume',
    'aws_efs_file_system',
    'aws_elasticache_replication_group',
    'aws_elasticache_serverless_cache',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
    'aws_fsx_windows_file_system',
    'aws_keyspaces_table',
    'aws_kinesis_stream',
    'aws_memorydb_cluster',
    'aws_neptune_cluster',
    'aws_opensearch_domain',
    'aws_rds_cluster',
    'aws_redshift_cluster',
    'aws_redshiftserverless_namespace',
    'aws_s3_bucket',
    'aws_secretsmanager_secret',
    'aws_sqs_queue',
    'aws_timestreaminfluxdb_db_instance',
  ],
  check: (store) => {
    if (!showsLifecycle(store) || !holdsPersonalData(store) || isEphemeral(store)) return undefined;
    if (store.type === 'aws_db_instance' && isReplica(store)) return undefined;
    return requireTrue(store, 'lifecycle.prevent_destroy', 'one apply may delete it, and the personal data in it');
  },
};
