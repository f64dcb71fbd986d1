import { FamilyRow } from './family';

/**
 * The ids of the rules that families make, by family. An id is public API: rows are added at the end of their family and never change their id or lose
 * a type; a rule that goes is listed in `retired.ts`.
 */
export const LEDGER = {
  'own-key': [
    {
      id: 'BACKUP-003',
      name: 'backups-encrypted-with-own-key',
      severity: 'high',
      measures: ['1.2.3'],
      noun: 'backup vault, or a copy of a snapshot,',
      types: [
        'aws_backup_vault',
        'aws_backup_logically_air_gapped_vault',
        'aws_db_instance_automated_backups_replication',
        'aws_db_snapshot_copy',
        'aws_rds_cluster_snapshot_copy',
      ],
    },
    { id: 'CLOUDTRAIL-001', name: 'trail-encrypted-with-own-key', severity: 'medium', types: ['aws_cloudtrail'] },
    {
      id: 'CONFIG-001',
      name: 'delivery-encrypted-with-own-key',
      severity: 'medium',
      types: ['aws_config_delivery_channel'],
    },
    { id: 'DAX-002', name: 'dax-encrypted', severity: 'high', types: ['aws_dax_cluster'] },
    {
      id: 'DYNAMODB-001',
      name: 'table-encrypted-with-own-key',
      severity: 'high',
      noun: 'table',
      types: ['aws_dynamodb_table', 'aws_dynamodb_table_replica', 'aws_keyspaces_table'],
    },
    { id: 'ECR-001', name: 'repository-encrypted-with-own-key', severity: 'medium', types: ['aws_ecr_repository'] },
    {
      id: 'EFS-001',
      name: 'file-systems-encrypted-with-own-key',
      severity: 'high',
      noun: 'shared file system',
      types: [
        'aws_efs_file_system',
        'aws_fsx_file_cache',
        'aws_fsx_lustre_file_system',
        'aws_fsx_ontap_file_system',
        'aws_fsx_openzfs_file_system',
        'aws_fsx_windows_file_system',
        'aws_storagegateway_nfs_file_share',
        'aws_storagegateway_smb_file_share',
      ],
    },
    {
      id: 'EVENTS-001',
      name: 'event-bus-encrypted-with-own-key',
      severity: 'medium',
      types: ['aws_cloudwatch_event_bus'],
    },
    {
      id: 'FIREHOSE-001',
      name: 'delivery-stream-encrypted-with-own-key',
      severity: 'medium',
      types: ['aws_kinesis_firehose_delivery_stream'],
    },
    { id: 'KINESIS-001', name: 'stream-encrypted-with-own-key', severity: 'medium', types: ['aws_kinesis_stream'] },
    { id: 'MEMORYDB-002', name: 'memorydb-encrypted-with-own-key', severity: 'high', types: ['aws_memorydb_cluster'] },
    { id: 'MWAA-001', name: 'airflow-encrypted-with-own-key', severity: 'medium', types: ['aws_mwaa_environment'] },
    {
      id: 'OPENSEARCH-002',
      name: 'domain-encrypted-with-own-key',
      severity: 'high',
      types: ['aws_elasticsearch_domain', 'aws_opensearch_domain'],
    },
    {
      id: 'RDS-003',
      name: 'database-encrypted-with-own-key',
      severity: 'high',
      measures: ['1.2.1', '1.2.3'],
      types: [
        'aws_db_instance',
        'aws_rds_cluster',
        'aws_docdb_cluster',
        'aws_neptune_cluster',
        'aws_rds_global_cluster',
        'aws_docdb_global_cluster',
        'aws_neptune_global_cluster',
      ],
    },
    {
      id: 'REDSHIFT-002',
      name: 'warehouse-encrypted-with-own-key',
      severity: 'high',
      measures: ['1.2.1', '1.2.3'],
      types: ['aws_redshift_cluster', 'aws_redshiftserverless_namespace'],
    },
    {
      id: 'SAGEMAKER-001',
      name: 'sagemaker-encrypted-with-own-key',
      severity: 'medium',
      noun: 'SageMaker domain, endpoint or notebook',
      types: ['aws_sagemaker_domain', 'aws_sagemaker_endpoint_configuration', 'aws_sagemaker_notebook_instance'],
    },
    {
      id: 'SECRETSMANAGER-002',
      name: 'secret-encrypted-with-own-key',
      severity: 'medium',
      noun: 'secret',
      types: ['aws_secretsmanager_secret'],
    },
    {
      id: 'SFN-001',
      name: 'state-machine-encrypted-with-own-key',
      severity: 'medium',
      types: ['aws_sfn_state_machine'],
    },
    { id: 'SNS-002', name: 'topic-encrypted-with-own-key', severity: 'medium', types: ['aws_sns_topic'] },
    {
      id: 'SSM-001',
      name: 'data-sync-encrypted-with-own-key',
      severity: 'medium',
      types: ['aws_ssm_resource_data_sync'],
    },
    {
      id: 'WORKSPACES-001',
      name: 'workspace-volumes-encrypted',
      severity: 'medium',
      noun: 'volume of a WorkSpace',
      types: ['aws_workspaces_workspace'],
    },
  ],
} satisfies { readonly [family: string]: readonly FamilyRow[] };
