import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { EncryptedBucket, EncryptedStateBackend, RotatedKey } from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** Where states are kept. */
export interface StateLocation {
  readonly bucketName: string;
  readonly kmsKeyArn: string;
}

/** The bucket and the key of every state, its own included. */
export class StateStack extends TerraformStack {
  constructor(scope: Construct, id: string, location: StateLocation) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', location);

    const key = new RotatedKey(this, 'StateKey');
    new EncryptedBucket(this, 'States', {
      bucketName: location.bucketName,
      encryptionKey: key,
      retainCurrentVersions: true,
      retentionDays: 90,
    });
    new TerraformOutput(this, 'state_key_arn', { value: key.keyArn, staticId: true });
  }
}
