import { BackupPlan } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import {
  CertificateAuthorityMode,
  CertificateAuthorityType,
  DataClass,
  EncryptedBucket,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedStateBackend,
  EncryptedStateBackendProps,
  EncryptedStream,
  PrivateCertificateAuthority,
  RotatedKey,
  SecurityGroup,
  WorkloadIdentity,
} from 'cdktf-aws-toms';
import { Construct } from 'constructs';
import { NetworkStack } from './network-stack';

/** The records of customers: rows in Aurora, appointments in a cluster that follows its load, sessions in a cache, medical certificates in a bucket, events on a stream. */
export class RecordsStack extends TerraformStack {
  public readonly events: EncryptedStream;

  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly state: EncryptedStateBackendProps;
      readonly network: NetworkStack;
      readonly portalGroupId: string;
    }
  ) {
    super(scope, id);
    new AwsProvider(this, 'aws', { region: 'eu-central-1' });
    new EncryptedStateBackend(this, 'Backend', props.state);
    const { vpc, vpn } = props.network;

    const customers = new EncryptedDatabase(this, 'Customers', {
      vpc,
      dataCategory: 'customers',
      databaseName: 'customers',
    });
    // Reports are read from an instance of their own, which is the last one to take over for the writer.
    const reports = customers.addReader('Reports', { promotionTier: 15 });
    // Few book at night: the instances shrink, and grow again in the morning.
    const appointments = new EncryptedDatabase(this, 'Appointments', {
      vpc,
      dataCategory: 'appointments',
      databaseName: 'appointments',
      serverlessV2MinCapacity: 2,
      serverlessV2MaxCapacity: 16,
    });
    const sessions = new EncryptedCache(this, 'Sessions', { vpc, dataCategory: 'sessions' });
    const certificates = new EncryptedBucket(this, 'Certificates', { dataCategory: 'certificates' });
    this.events = new EncryptedStream(this, 'Events', { dataCategory: 'events', retentionDays: 7 });

    const assumeRolePolicy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    const portal = new IamRole(this, 'Portal', { assumeRolePolicy });
    customers.grantConnect(portal, 'portal');
    appointments.grantConnect(portal, 'portal');
    const reporting = new IamRole(this, 'Reporting', { assumeRolePolicy });
    reports.grantConnect(reporting, 'reporting');
    sessions.addUser('PortalUser', { keyPattern: 'session:*' }).grantConnect(portal);
    certificates.grantReadWrite(portal);
    this.events.grantWrite(portal);

    // The portal, which another team runs in this network, reaches its stores; administrators reach the database; nothing else does.
    const group = SecurityGroup.fromSecurityGroupId(this, 'PortalGroup', props.portalGroupId, vpc);
    group.connections.allowTo(customers, customers.port);
    group.connections.allowTo(appointments, appointments.port);
    group.connections.allowTo(sessions, sessions.port);
    vpn.connections.allowTo(customers, customers.port);

    // The terminals in the branches show a certificate of the company's own authority, and may add events.
    const root = new PrivateCertificateAuthority(this, 'Root', {
      commonName: 'Acme Root',
      organization: 'Acme GmbH',
      country: 'DE',
      authorityType: CertificateAuthorityType.ROOT,
    });
    const branches = new PrivateCertificateAuthority(this, 'Branches', {
      commonName: 'Acme Branches',
      parent: root,
      mode: CertificateAuthorityMode.SHORT_LIVED,
    });
    const terminal = new WorkloadIdentity(this, 'Terminal', {
      certificateAuthority: branches,
      commonNames: ['terminal.branches.acme.example'],
    });
    this.events.grantWrite(terminal.role);

    // Both clusters are under the key that the stores of the stack share.
    this.backUp(customers.encryptionKey.keyArn, { customers, appointments });
  }

  /** A backup a week, half a year back: within the retention, so that what was erased ends there too. */
  private backUp(keyArn: string, clusters: { [name: string]: EncryptedDatabase }): void {
    const tags = { 'tom:environment': 'production', 'tom:owner': 'platform', 'tom:data-class': DataClass.PERSONAL };
    // The backups of a cluster have the key of the cluster, whatever its vault names: this one names the same. What AWS Backup copies into another Region has the key of the vault there, and
    // only that copy can be restored once the cluster's key is gone.
    const vault = new BackupVault(this, 'Vault', { name: 'acme-customers', kmsKeyArn: keyArn, tags });
    const region = 'eu-west-1';
    const key = new RotatedKey(this, 'CopyKey', { region });
    const copies = new BackupVault(this, 'Copies', { name: 'acme-customers', kmsKeyArn: key.keyArn, region, tags });
    const plan = new BackupPlan(this, 'Plan', {
      name: 'acme-customers',
      rule: [
        {
          ruleName: 'weekly',
          targetVaultName: vault.name,
          schedule: 'cron(0 3 ? * SUN *)',
          lifecycle: { deleteAfter: 180 },
          copyAction: [{ destinationVaultArn: copies.arn, lifecycle: { deleteAfter: 180 } }],
        },
      ],
      tags: { ...tags, 'tom:retention-days': '1096' },
    });
    const role = new IamRole(this, 'BackupRole', {
      assumeRolePolicy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'backup.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      }),
      tags,
    });
    new IamRolePolicyAttachment(this, 'BackupRights', {
      role: role.name,
      policyArn: 'arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup',
    });
    for (const [name, { databaseArn }] of Object.entries(clusters)) {
      new BackupSelection(this, name === 'customers' ? 'Selection' : `Selection-${name}`, {
        name,
        planId: plan.id,
        iamRoleArn: role.arn,
        resources: [databaseArn],
      });
    }
  }
}
