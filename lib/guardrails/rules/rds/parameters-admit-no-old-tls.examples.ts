import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function database(name: string, value: string): JsonObject {
  return {
    resource: {
      aws_db_parameter_group: { main: { family: 'postgres16', parameter: [{ name, value }] } },
      aws_db_instance: {
        main: { engine: 'postgres', parameter_group_name: '${aws_db_parameter_group.main.name}' },
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    { title: 'TLS 1.2', terraform: database('ssl_min_protocol_version', 'TLSv1.2') },
    { title: 'TLS 1.2 and 1.3', terraform: database('tls_version', 'TLSv1.2,TLSv1.3') },
    { title: 'the engine decides', terraform: database('log_connections', '1') },
  ],
  fail: [
    {
      title: 'TLS 1.0',
      terraform: database('ssl_min_protocol_version', 'TLSv1'),
      addresses: ['aws_db_instance.main'],
    },
    {
      title: 'a cluster that admits TLS 1.1 too',
      terraform: {
        resource: {
          aws_rds_cluster_parameter_group: {
            main: { family: 'aurora-mysql8.0', parameter: { name: 'tls_version', value: 'TLSv1.1,TLSv1.2' } },
          },
          aws_rds_cluster: {
            main: {
              engine: 'aurora-mysql',
              db_cluster_parameter_group_name: '${aws_rds_cluster_parameter_group.main.name}',
            },
          },
        },
      },
      addresses: ['aws_rds_cluster.main'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { variable: { oldest: {} }, ...database('ssl_min_protocol_version', '${var.oldest}') },
      addresses: ['aws_db_instance.main'],
    },
  ],
};
