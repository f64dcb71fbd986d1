import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a database that hands its tags on',
      terraform: { resource: { aws_db_instance: { main: { engine: 'postgres', copy_tags_to_snapshot: true } } } },
    },
    {
      title: 'a file system, and a cluster for a test',
      terraform: {
        resource: {
          aws_fsx_openzfs_file_system: { main: { copy_tags_to_backups: true } },
          aws_rds_cluster: { test: { tags: { 'tom:environment': 'ephemeral' } } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set',
      terraform: { resource: { aws_rds_cluster: { main: { engine: 'aurora-postgresql' } } } },
      addresses: ['aws_rds_cluster.main'],
    },
    {
      title: 'off',
      terraform: {
        resource: {
          aws_fsx_windows_file_system: { files: { copy_tags_to_backups: false } },
          aws_neptune_cluster: { graph: { copy_tags_to_snapshot: false } },
        },
      },
      addresses: ['aws_fsx_windows_file_system.files', 'aws_neptune_cluster.graph'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { tags: {} },
        resource: { aws_db_instance: { main: { engine: 'mysql', copy_tags_to_snapshot: '${var.tags}' } } },
      },
      addresses: ['aws_db_instance.main'],
    },
  ],
};
