import { DOMAINS } from '../../../aws/opensearch/domains';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/**
 * Where a type says whether it has a public address. Where nothing is said it has none: false is the default of the AWS provider
 * of version 6, for a replication instance too, which the API of DMS would make public.
 */
const FLAGS: { readonly [type: string]: string } = {
  aws_db_instance: 'publicly_accessible',
  aws_dms_replication_instance: 'publicly_accessible',
  aws_mq_broker: 'publicly_accessible',
  aws_neptune_cluster_instance: 'publicly_accessible',
  aws_neptunegraph_graph: 'public_connectivity',
  aws_rds_cluster_instance: 'publicly_accessible',
  aws_redshift_cluster: 'publicly_accessible',
  aws_redshiftserverless_workgroup: 'publicly_accessible',
  aws_timestreaminfluxdb_db_cluster: 'publicly_accessible',
  aws_timestreaminfluxdb_db_instance: 'publicly_accessible',
};

/** Data stores that the internet cannot reach. */
export const RULE: ResourceRule = {
  id: 'AWS-004',
  name: 'data-stores-without-public-address',
  title: 'No data store has a public address',
  severity: 'high',
  measures: ['3.3.4'],
  rationale:
    'A data store with a public address lies one security group rule or one password away from everybody. Without one, only what stands in the network, or is let into it, can try. Databases, brokers and migration instances have no public address unless they ask for one, by version 6 of the AWS provider; Redshift had by version 5, and a plan shows which. A search domain has a public endpoint unless `vpc_options` puts it into a VPC.',
  fix: 'Leave `publicly_accessible` or `public_connectivity` off, set the `public_access` type of an MSK cluster to DISABLED, and give a search domain `vpc_options` with private subnets (which makes a new domain). Reach the store through the VPC, a VPN or Session Manager.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
    'https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html',
    'CIS AWS Foundations Benchmark 3.0.0, 2.3.3',
    'AWS Security Hub RDS.2, Redshift.1, DMS.1, MSK.4, Opensearch.2, ES.2',
  ],
  types: [...DOMAINS, ...Object.keys(FLAGS), 'aws_msk_cluster'],
  check: (store) => {
    if (DOMAINS.includes(store.type)) return judgeDomain(store);
    if (store.type !== 'aws_msk_cluster') return judge(store, FLAGS[store.type], (value) => !isTrue(value), false);
    return judge(
      store,
      'broker_node_group_info.connectivity_info.public_access.type',
      (value) => value === undefined || value === 'DISABLED',
      'DISABLED'
    );
  },
};

function judge(
  store: Resource,
  attribute: string,
  holds: (value: Value) => boolean,
  closed: string | boolean
): Verdict {
  const value = configured(store, attribute);
  if (isUnknown(value)) return unknownAttribute(attribute, value);
  if (holds(value)) return MET;
  return violated(`${attribute} is ${describe(value)}: the internet reaches its address`, { [attribute]: closed });
}

function judgeDomain(domain: Resource): Verdict {
  if (domain.blocks('vpc_options').length > 0) return MET;
  const whole = configured(domain, 'vpc_options');
  if (isUnknown(whole)) return unknownAttribute('vpc_options', whole);
  return violated('vpc_options is not set: the endpoint of the domain is public');
}
