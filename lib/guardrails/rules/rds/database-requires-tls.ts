import { holdsPersonalData } from '../../../aws/declared';
import { ResourceRule } from '../../rule';
import { GROUPS, GROUP_TYPES, groupAloneVerdict, tlsVerdict } from '../../verdicts/forced-tls';

/** Databases that refuse unencrypted connections. */
export const RULE: ResourceRule = {
  id: 'RDS-001',
  name: 'database-requires-tls',
  title: 'A database of personal data refuses connections without TLS',
  severity: 'high',
  claims: ['1.1.2.c', '3.2.4.a'],
  rationale:
    'Every engine offers TLS, and most leave it to the client whether it asks for it: what a client forgets crosses the network unencrypted, password included. A parameter makes the engine refuse: rds.force_ssl of PostgreSQL and SQL Server, require_secure_transport of MySQL and MariaDB, DB2COMM of Db2, tls of DocumentDB. It is on by default from PostgreSQL 15, Aurora PostgreSQL 17, MariaDB 11.8 and MySQL 9.7 on. DocumentDB demands TLS by default, but its value enabled admits TLS 1.0: the values from tls1.2+ on do not. Which versions other engines admit is not looked at. No parameter makes Oracle, or an engine of RDS Custom, refuse: each is a finding, and a waiver says what keeps plain connections out instead. Neptune takes no others since engine 1.0.4.0. A parameter group of databases that are not here is judged by itself.',
  fix: 'Attach a parameter group that sets the parameter: `rds.force_ssl` = 1, `require_secure_transport` = ON, `tls` = tls1.2+ or `DB2COMM` = SSL. Clusters take a cluster parameter group.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mysql-ssl-connections.require-ssl.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/mariadb-ssl-connections.require-ssl.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html',
    'AWS Security Hub RDS.38, RDS.39, RDS.41, RDS.44, DocumentDB.6',
  ],
  types: [...Object.keys(GROUPS), ...GROUP_TYPES],
  check: (database, model) => {
    if (!holdsPersonalData(database)) return undefined;
    return GROUP_TYPES.includes(database.type) ? groupAloneVerdict(model, database) : tlsVerdict(model, database);
  },
};
