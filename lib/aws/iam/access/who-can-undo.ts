import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Access, whoCan } from './who-can';

/** What lifts a control, and of which resource that is asked. */
interface Undoing {
  readonly actions: readonly string[];
  /** The attribute that names the resource, and its type. Without it the control is the resource. */
  readonly at?: readonly [attribute: string, type: string];
}

const BYPASS = 's3:BypassGovernanceRetention';
const BUCKET = ['bucket', 'aws_s3_bucket'] as const;

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
const UNDOING: { readonly [type: string]: Undoing } = {
  aws_cloudtrail: {
    actions: [
      'cloudtrail:StopLogging',
      'cloudtrail:DeleteTrail',
      'cloudtrail:UpdateTrail',
      'cloudtrail:PutEventSelectors',
    ],
  },
  aws_cloudwatch_log_group: { actions: ['logs:DeleteLogGroup', 'logs:PutRetentionPolicy', 'logs:DisassociateKmsKey'] },
  aws_dynamodb_resource_policy: {
    actions: ['dynamodb:PutResourcePolicy', 'dynamodb:DeleteResourcePolicy'],
    at: ['resource_arn', 'aws_dynamodb_table'],
  },
  aws_kms_key: { actions: ['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DisableKeyRotation'] },
  aws_s3_bucket_lifecycle_configuration: { actions: ['s3:PutLifecycleConfiguration'], at: BUCKET },
  aws_s3_bucket_object_lock_configuration: {
    actions: ['s3:PutBucketObjectLockConfiguration', BYPASS],
    at: BUCKET,
  },
  aws_s3_bucket_policy: { actions: ['s3:PutBucketPolicy', 's3:DeleteBucketPolicy'], at: BUCKET },
  aws_s3_bucket_public_access_block: { actions: ['s3:PutBucketPublicAccessBlock'], at: BUCKET },
  aws_s3_bucket_server_side_encryption_configuration: { actions: ['s3:PutEncryptionConfiguration'], at: BUCKET },
  aws_s3_bucket_versioning: { actions: ['s3:PutBucketVersioning'], at: BUCKET },
  aws_sns_topic_policy: { actions: ['sns:SetTopicAttributes', 'sns:RemovePermission'], at: ['arn', 'aws_sns_topic'] },
  aws_sqs_queue_policy: { actions: ['sqs:SetQueueAttributes'], at: ['queue_url', 'aws_sqs_queue'] },
};

/** An action that lifts a control, and who can take it. */
export interface Undo {
  readonly action: string;
  readonly of: Resource;
  readonly access: readonly Access[];
}

/** The types of controls of which it is known what lifts them. */
export const UNDOABLE: readonly string[] = Object.keys(UNDOING);

/** The actions that lift controls of some types. */
export function actionsThatUndo(...types: string[]): string[] {
  return types.flatMap((type) => UNDOING[type].actions);
}

/** Nobody lifts a lock in compliance mode: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html#object-lock-retention-modes */
function lifts(action: string, control: Resource): boolean {
  return action !== BYPASS || control.get('rule.default_retention.mode') !== 'COMPLIANCE';
}

/** Who can lift a control, by the request that suits him best: a policy, a lock, a key, a trail. */
export function whoCanUndo(model: Model, control: Resource): readonly Undo[] {
  const undoing = UNDOING[control.type] as Undoing | undefined;
  if (!undoing) return [];
  const { actions, at } = undoing;
  const resources = at ? targetsOf(model, control, control.get(at[0]), [at[1]], [at[0], 'id', 'arn']) : [control];
  return resources.flatMap((of) =>
    actions
      .filter((action) => lifts(action, control))
      .map((action) => {
        const part = action === BYPASS ? '/*' : '';
        return { action, of, access: whoCan(model, { action, resource: of, part, isBest: true }) };
      })
  );
}
