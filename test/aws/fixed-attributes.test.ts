import { run } from '../../lib/guardrails/engine';
import { RULE as EC2_010 } from '../../lib/guardrails/rules/ec2/volumes-encrypted';
import { RULE as KMS_001 } from '../../lib/guardrails/rules/kms/key-rotates';
import { resources } from '../support/models';

test('what cannot change is met even where its changes are ignored, and what can is not', () => {
  const lifecycle = { ignore_changes: 'all' };
  const model = resources({
    aws_ebs_volume: { data: { encrypted: true, lifecycle } },
    aws_kms_key: { main: { enable_key_rotation: true, lifecycle } },
  });
  const outcomes = run(model, [EC2_010, KMS_001]).outcomes.map(({ met, undetermined }) => [met, undetermined]);
  expect(outcomes).toEqual([
    [['stack:aws_ebs_volume.data'], []],
    [[], ['stack:aws_kms_key.main']],
  ]);
});
