import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'managed',
      terraform: { resource: { aws_db_instance: { main: { engine: 'postgres', manage_master_user_password: true } } } },
    },
    {
      title: 'a replica, and a write-only password',
      terraform: {
        resource: {
          aws_db_instance: { replica: { replicate_source_db: 'main' } },
          aws_rds_cluster: {
            main: {
              engine: 'aurora-mysql',
              master_password_wo: '${ephemeral.random_password.it.result}',
              master_password_wo_version: 1,
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'not set',
      terraform: { resource: { aws_db_instance: { main: { engine: 'postgres' } } } },
      addresses: ['aws_db_instance.main'],
    },
    {
      title: 'a cluster that does without',
      terraform: {
        resource: { aws_rds_cluster: { main: { engine: 'aurora-mysql', manage_master_user_password: false } } },
      },
      addresses: ['aws_rds_cluster.main'],
    },
  ],
  undetermined: [
    {
      title: 'a snapshot decides',
      terraform: { resource: { aws_db_instance: { main: { engine: 'postgres', snapshot_identifier: 'rds:main' } } } },
      addresses: ['aws_db_instance.main'],
    },
  ],
};
