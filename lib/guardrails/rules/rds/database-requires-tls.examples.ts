import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'the parameter is set',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { engine: 'postgres', parameter_group_name: '${aws_db_parameter_group.orders.name}' },
          },
          aws_db_parameter_group: {
            orders: { family: 'postgres14', parameter: { name: 'rds.force_ssl', value: '1' } },
          },
        },
      },
    },
    {
      title: 'the parameter is set in the group of an instance, of a counted cluster, and by the name of the group',
      terraform: {
        resource: {
          aws_db_instance: {
            legacy: { engine: 'mysql', engine_version: '8.0', parameter_group_name: 'legacy' },
            orders: {
              engine: 'postgres',
              engine_version: '14.18',
              parameter_group_name: '${aws_db_parameter_group.orders.name}',
            },
          },
          aws_db_parameter_group: {
            legacy: {
              name: 'legacy',
              family: 'mysql8.0',
              parameter: { name: 'require_secure_transport', value: 'ON' },
            },
            orders: {
              family: 'postgres14',
              parameter: [
                { name: 'log_connections', value: '1' },
                { name: 'rds.force_ssl', value: '1' },
              ],
            },
          },
          aws_rds_cluster: {
            shop: {
              count: 2,
              engine: 'aurora-mysql',
              db_cluster_parameter_group_name: '${aws_rds_cluster_parameter_group.shop[0].name}',
            },
          },
          aws_rds_cluster_parameter_group: {
            shop: {
              count: 1,
              family: 'aurora-mysql8.0',
              parameter: { name: 'require_secure_transport', value: 1 },
            },
          },
        },
      },
    },
    {
      title: 'versions that default to it, in a group without the parameter and in default groups',
      terraform: {
        resource: {
          aws_db_instance: {
            a: { engine: 'postgres', engine_version: '16' },
            b: { engine: 'mariadb', parameter_group_name: 'default.mariadb11.8' },
            c: { engine: 'postgres', parameter_group_name: '${aws_db_parameter_group.c.id}' },
          },
          aws_db_parameter_group: { c: { family: 'postgres17' } },
          aws_rds_cluster: { d: { engine: 'aurora-postgresql', engine_version: '17.4' } },
        },
      },
    },
    {
      title: 'DocumentDB, Db2, and a replica with the group of its source',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: {
              identifier: 'orders',
              engine: 'db2-se',
              parameter_group_name: '${aws_db_parameter_group.orders.name}',
            },
            reports: { replicate_source_db: '${aws_db_instance.orders.identifier}' },
          },
          aws_db_parameter_group: {
            orders: { family: 'db2-se-11.5', parameter: [{ name: 'db2comm', value: 'SSL' }] },
          },
          aws_docdb_cluster: {
            profiles: { db_cluster_parameter_group_name: '${aws_docdb_cluster_parameter_group.profiles.name}' },
          },
          aws_docdb_cluster_parameter_group: {
            profiles: { family: 'docdb5.0', parameter: { name: 'tls', value: 'tls1.2+' } },
          },
        },
      },
    },
    {
      title: 'the data is internal',
      terraform: {
        resource: { aws_db_instance: { builds: { engine: 'mysql', tags: { 'tom:data-class': 'internal' } } } },
      },
    },
  ],
  fail: [
    {
      title: 'engines without a parameter to require TLS',
      terraform: {
        resource: { aws_db_instance: { hr: { engine: 'oracle-se2' }, pay: { engine: 'custom-sqlserver-ee' } } },
      },
      addresses: ['aws_db_instance.hr', 'aws_db_instance.pay'],
    },
    {
      title: 'default groups of engines that leave it to the client',
      terraform: {
        resource: {
          aws_db_instance: {
            ledger: { engine: 'sqlserver-se' },
            orders: { engine: 'postgres', engine_version: '14.18' },
            stock: { engine: 'mysql', engine_version: '8.4' },
          },
          aws_docdb_cluster: { profiles: {} },
          aws_rds_cluster: {
            web: { engine: 'aurora-postgresql', engine_version: '16.6' },
            shop: { engine: 'aurora-mysql', db_cluster_parameter_group_name: 'default.aurora-mysql8.0' },
          },
        },
      },
      addresses: [
        'aws_db_instance.ledger',
        'aws_db_instance.orders',
        'aws_db_instance.stock',
        'aws_docdb_cluster.profiles',
        'aws_rds_cluster.shop',
        'aws_rds_cluster.web',
      ],
    },
    {
      title: 'off in the group, left out, or any version of TLS',
      terraform: {
        resource: {
          aws_db_instance: {
            orders: { engine: 'postgres', parameter_group_name: '${aws_db_parameter_group.orders.name}' },
            reports: {
              replicate_source_db: 'arn:aws:rds:eu-west-1:111122223333:db:x',
              parameter_group_name: 'stock',
            },
          },
          aws_db_parameter_group: {
            orders: { family: 'postgres16', parameter: { name: 'rds.force_ssl', value: '0' } },
            stock: { name: 'stock', family: 'mysql8.0', parameter: [] },
          },
          aws_docdb_cluster: {
            profiles: { db_cluster_parameter_group_name: '${aws_docdb_cluster_parameter_group.profiles.name}' },
          },
          aws_docdb_cluster_parameter_group: {
            profiles: { family: 'docdb5.0', parameter: { name: 'tls', value: 'enabled' } },
          },
        },
      },
      addresses: ['aws_db_instance.orders', 'aws_db_instance.reports', 'aws_docdb_cluster.profiles'],
    },
    {
      title: 'parameter groups of databases that are elsewhere',
      terraform: {
        resource: {
          aws_db_parameter_group: {
            orders: { family: 'postgres16', parameter: { name: 'rds.force_ssl', value: '0' } },
          },
          aws_docdb_cluster_parameter_group: {
            enabled: { family: 'docdb5.0', parameter: { name: 'tls', value: 'enabled' } },
            off: { family: 'docdb5.0', parameter: { name: 'tls', value: 'disabled' } },
          },
          aws_rds_cluster_parameter_group: { stock: { family: 'aurora-mysql8.0' } },
        },
      },
      addresses: [
        'aws_db_parameter_group.orders',
        'aws_docdb_cluster_parameter_group.enabled',
        'aws_docdb_cluster_parameter_group.off',
        'aws_rds_cluster_parameter_group.stock',
      ],
    },
  ],
  undetermined: [
    {
      title: 'variables name the engine, the group, its parameters and a value',
      terraform: {
        variable: { engine: {}, group: {}, parameters: {}, tls: {} },
        resource: {
          aws_db_instance: {
            any: { engine: '${var.engine}' },
            group: { engine: 'mysql', parameter_group_name: '${var.group}' },
            parameters: { engine: 'mysql', parameter_group_name: '${aws_db_parameter_group.parameters.name}' },
            value: { engine: 'mysql', parameter_group_name: '${aws_db_parameter_group.value.name}' },
          },
          aws_db_parameter_group: {
            parameters: {
              family: 'mysql8.0',
              dynamic: {
                parameter: {
                  for_each: '${var.parameters}',
                  content: { name: '${parameter.value.name}', value: '${parameter.value.value}' },
                },
              },
            },
            value: { family: 'mysql8.0', parameter: { name: 'require_secure_transport', value: '${var.tls}' } },
          },
        },
      },
      addresses: [
        'aws_db_instance.any',
        'aws_db_instance.group',
        'aws_db_instance.parameters',
        'aws_db_instance.value',
      ],
    },
    {
      title: 'a version that AWS chooses or completes, a group that is made elsewhere, and a snapshot',
      terraform: {
        resource: {
          aws_db_instance: {
            elsewhere: { engine: 'postgres', engine_version: '16', parameter_group_name: 'shared' },
            latest: { engine: 'postgres' },
            major: { engine: 'mariadb', engine_version: '11' },
            restored: { snapshot_identifier: 'rds:orders-2026-01-01' },
          },
        },
      },
      addresses: [
        'aws_db_instance.elsewhere',
        'aws_db_instance.latest',
        'aws_db_instance.major',
        'aws_db_instance.restored',
      ],
    },
  ],
};
