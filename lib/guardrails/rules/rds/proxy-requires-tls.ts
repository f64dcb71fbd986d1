import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** Proxies that refuse connections in the clear. */
export const RULE: ResourceRule = {
  id: 'RDS-002',
  name: 'proxy-requires-tls',
  title: 'A database proxy refuses connections without TLS',
  severity: 'high',
  measures: ['1.1.2'],
  rationale:
    'Clients log in at the proxy, and by default it takes them without TLS too: credentials and data then cross the network in the clear, however strict the database behind it is.',
  fix: 'Set `require_tls` to true.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html',
    'AWS Security Hub RDS.43',
  ],
  types: ['aws_db_proxy'],
  check: (proxy) => requireTrue(proxy, 'require_tls'),
};
