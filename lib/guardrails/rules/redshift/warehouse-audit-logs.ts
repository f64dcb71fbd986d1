import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { asStrings, hasUnknown, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

const COMPANION = 'aws_redshift_logging';
const WANTED: readonly string[] = ['connectionlog', 'userlog'];

/** Warehouses that say who logged in. */
export const RULE: ResourceRule = {
  id: 'REDSHIFT-004',
  name: 'warehouse-audit-logs',
  title: 'A Redshift warehouse writes its audit logs to S3 or CloudWatch Logs',
  severity: 'medium',
  claims: ['8.1.d'],
  rationale:
    'The connection log says who logged in and from where, also in vain; the user log says what became of accounts. Redshift keeps them outside of its tables only where it is told to. To a bucket it writes both; CloudWatch Logs and Redshift Serverless get those that are listed. The log of every query, useractivitylog, takes a parameter as well, may hold personal data, and is not demanded.',
  fix: 'Give the cluster an `aws_redshift_logging` with a bucket, or with `log_destination_type` = cloudwatch and `log_exports` = connectionlog, userlog. Set `log_exports` of a namespace.',
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html',
    'AWS Security Hub Redshift.4, RedshiftServerless.6',
  ],
  types: ['aws_redshift_cluster', 'aws_redshiftserverless_namespace'],
  check: (warehouse, model) =>
    warehouse.type === 'aws_redshift_cluster' ? clusterVerdict(model, warehouse) : exportsVerdict(warehouse),
};

function clusterVerdict(model: Model, cluster: Resource): Verdict {
  const companions = companionsOf(model, cluster, COMPANION, 'cluster_identifier');
  const verdict = worst([...companions.map(destinationVerdict), ...cluster.blocks('logging').map(inlineVerdict)]);
  if (verdict) return verdict;
  if (hasUndeterminedCompanion(model, COMPANION, 'cluster_identifier')) {
    return undetermined(`an ${COMPANION} names its cluster by a value that only a plan can tell`);
  }
  return violated(`the cluster has no ${COMPANION}, so nothing says who logged in`);
}

function inlineVerdict(logging: Block): Verdict {
  const enable = logging.get('enable');
  if (isUnknown(enable)) return unknownAttribute('logging.enable', enable);
  return isTrue(enable) ? destinationVerdict(logging) : violated(`logging.enable is ${describe(enable)}`);
}

/** A bucket gets what there is, CloudWatch what is listed. */
function destinationVerdict(logging: Block): Verdict {
  const type = configured(logging, 'log_destination_type');
  if (isUnknown(type)) return unknownAttribute('log_destination_type', type);
  return type === 'cloudwatch' ? exportsVerdict(logging) : MET;
}

function exportsVerdict(holder: Block): Verdict {
  const exported = configured(holder, 'log_exports');
  const missing = WANTED.filter((log) => !asStrings(exported).includes(log));
  if (missing.length === 0) return MET;
  const lacks = `log_exports lacks ${missing.join(' and ')}`;
  return hasUnknown(exported)
    ? undetermined(`${lacks}, unless a value that only a plan can tell names it`)
    : violated(`${lacks}, so CloudWatch Logs does not get who logged in`);
}
