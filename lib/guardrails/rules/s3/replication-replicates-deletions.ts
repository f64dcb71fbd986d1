import { dataClassOf, holdsPersonalData } from '../../../aws/declared';
import { deleteMarkers } from '../../../aws/s3/delete-markers';
import { logUse } from '../../../aws/s3/log-bucket';
import { Block } from '../../../terraform/block';
import { Model } from '../../../terraform/model';
import { targetOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';

const STATUS = 'delete_marker_replication.status';

/** Replicas that forget too. */
export const RULE: ResourceRule = {
  id: 'S3-014',
  name: 'replication-replicates-deletions',
  title: 'Replication of personal data also replicates deletions, into a bucket of the same care',
  severity: 'medium',
  claims: ['2.3.a'],
  rationale:
    'A deletion in the source stays there unless delete markers are replicated: in the replica the object lives on as the current version, and no lifecycle rule for old versions removes it. A rule with a filter does not replicate them by itself, and one that filters by tags cannot. What a lifecycle rule expires is never replicated: the replica needs a lifecycle of its own, which AWS-010 and S3-008 judge where its class is personal. So a replica with a lower class would escape them.',
  fix: 'Set `delete_marker_replication.status` to Enabled in every rule, filter by prefix or not at all, and give the replica the data class of the source.',
  sources: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
  ],
  types: ['aws_s3_bucket_replication_configuration'],
  check: (replication, model) => {
    const source = targetOf(model, replication, replication.get('bucket'));
    const bucket = source?.type === 'aws_s3_bucket' ? source : undefined;
    if (!holdsPersonalData(bucket ?? replication) || (bucket && logUse(model, bucket))) return undefined;
    return worst(replication.blocks('rule').map((rule) => ruleVerdict(model, replication, rule)));
  },
};

function ruleVerdict(model: Model, replication: Resource, rule: Block): Verdict | undefined {
  const status = rule.get('status');
  if (status === 'Disabled') return undefined;
  const markers = deleteMarkers(rule, STATUS);
  if (isUnknown(markers)) {
    return undetermined(`${STATUS} is ${markers.text}, which only a plan can tell`);
  }
  if (markers !== 'Enabled') {
    return violated(`${STATUS} is ${describe(rule.get(STATUS))}: what is deleted lives on in the replica`);
  }
  const replica = targetOf(model, replication, rule.get('destination.bucket'));
  if (replica?.type === 'aws_s3_bucket' && replica.mode === 'managed' && !holdsPersonalData(replica)) {
    return violated(
      `the data class of ${replica.address}, which receives personal data, is ${describe(dataClassOf(replica))}`
    );
  }
  return MET;
}
