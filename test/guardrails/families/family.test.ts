import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';

test('the fix of a finding is for the type of its resource, and not for all that the rule judges', () => {
  const resource = {
    aws_neptune_cluster: { graph: { storage_encrypted: true } },
    aws_storagegateway_nfs_file_share: { share: {} },
  };
  const { findings } = check([readStack('test', 'test.tf.json', { resource })]).report;
  const fixOf = (rule: string): string | undefined => findings.find((finding) => finding.rule === rule)?.fix;
  expect(fixOf('RDS-003')).toContain('`kms_key_arn`');
  expect(fixOf('RDS-003')).not.toContain('`kms_key_id`');
  expect(fixOf('EFS-001')).toContain('Set `kms_encrypted` to true, and set `kms_key_arn`');
  expect(fixOf('EFS-001')).not.toContain('aws_efs_file_system');
});

test('a finding names every setting that is wrong', () => {
  const resource = { aws_workspaces_workspace: { desk: { bundle_id: 'b' } } };
  const { findings } = check([readStack('test', 'test.tf.json', { resource })]).report;
  expect(findings.find(({ rule }) => rule === 'WORKSPACES-001')?.message).toBe(
    'root_volume_encryption_enabled is not set, user_volume_encryption_enabled is not set'
  );
});
