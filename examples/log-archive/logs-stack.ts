import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { AuditLogArchive, EncryptedStateBackend, ObjectLockMode, RetainedLogGroup } from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { StateLocation } from './state-stack';

/** Keeps the logs of the account. */
export class LogsStack extends TerraformStack {
  public readonly archive: AuditLogArchive;
  public readonly logins: RetainedLogGroup;

  constructor(scope: Construct, id: string, location: StateLocation) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', location);

    this.archive = new AuditLogArchive(this, 'Archive', {
      retentionDays: 400,
      objectLock: ObjectLockMode.COMPLIANCE,
    });
    this.logins = new RetainedLogGroup(this, 'Logins', { retentionDays: 400 });
  }
}
