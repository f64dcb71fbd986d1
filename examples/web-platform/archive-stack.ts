import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  AccountTrail,
  AuditLogArchive,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  ObjectLockMode,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';

/** Keeps the logs of the platform, and records who does what in the account. */
export class ArchiveStack extends TerraformStack {
  public readonly archive: AuditLogArchive;

  constructor(scope: Construct, id: string, state: EncryptedStateBackendProps) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', state);

    this.archive = new AuditLogArchive(this, 'Archive', {
      retentionDays: 400,
      objectLock: ObjectLockMode.COMPLIANCE,
    });
    new AccountTrail(this, 'Trail', { archive: this.archive });
  }
}
