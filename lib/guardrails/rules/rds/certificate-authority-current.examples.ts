import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a current authority',
      terraform: { resource: { aws_db_instance: { orders: { ca_cert_identifier: 'rds-ca-rsa2048-g1' } } } },
    },
    { title: 'what RDS chooses', terraform: { resource: { aws_rds_cluster: { orders: { engine: 'mysql' } } } } },
  ],
  fail: [
    {
      title: 'an expired authority',
      terraform: { resource: { aws_db_instance: { orders: { ca_cert_identifier: 'rds-ca-2019' } } } },
      addresses: ['aws_db_instance.orders'],
    },
    {
      title: 'of a cluster, and of the instances of others',
      terraform: {
        resource: {
          aws_rds_cluster: { orders: { ca_certificate_identifier: 'rds-ca-2019' } },
          aws_rds_cluster_instance: { reader: { ca_cert_identifier: 'rds-ca-2015' } },
          aws_docdb_cluster_instance: { documents: { ca_cert_identifier: 'rds-ca-2019' } },
        },
      },
      addresses: ['aws_docdb_cluster_instance.documents', 'aws_rds_cluster.orders', 'aws_rds_cluster_instance.reader'],
    },
  ],
  undetermined: [
    {
      title: 'a variable names it',
      terraform: {
        resource: { aws_db_instance: { orders: { ca_cert_identifier: '${var.open}' } } },
        variable: { open: {} },
      },
      addresses: ['aws_db_instance.orders'],
    },
  ],
};
