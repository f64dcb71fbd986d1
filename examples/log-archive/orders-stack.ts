import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { DataClass, EncryptedBucket, EncryptedStateBackend, LogType, RetainedLogGroup } from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { LogsStack } from './logs-stack';
import { StateLocation } from './state-stack';

/** An application that keeps personal data, and logs to the archive of another stack. */
export class OrdersStack extends TerraformStack {
  constructor(scope: Construct, id: string, location: StateLocation, logs: LogsStack) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', location);

    const accessLogBucket = logs.archive.accessLogBucket;
    const invoices = new EncryptedBucket(this, 'Invoices', { accessLogBucket });
    const catalogue = new EncryptedBucket(this, 'Catalogue', { accessLogBucket, dataClass: DataClass.INTERNAL });
    const events = new RetainedLogGroup(this, 'Events', { logType: LogType.APPLICATION, retentionDays: 90 });

    const role = new IamRole(this, 'Role', {
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      }),
    });
    invoices.grantReadWrite(role);
    catalogue.grantRead(role);
    events.grantWrite(role);
    logs.logins.grantWrite(role);
  }
}
