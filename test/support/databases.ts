import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import * as toms from '../../lib';
import { trustPolicyText } from '../../lib/constructs/core/policy';

/**
 * A cluster of Aurora and an instance of RDS in an environment that may be destroyed, each with a proxy, a reader and a copy in another Region.
 *
 * @param secretArn the secret of the master user, which must have a value
 */
export function databases(outdir: string, secretArn: string): App {
  const app = new App({ outdir });
  toms.Posture.set(app, { environment: toms.Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 });
  const stack = new TerraformStack(app, 'databases');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  const vpc = network(stack, 'Here');
  const elsewhere = network(stack, 'Elsewhere', 'eu-west-1');
  const masterSecret = toms.ManagedSecret.fromSecretArn(stack, 'Master', secretArn);
  const made = {
    Cluster: { serverlessV2MinCapacity: 8, serverlessV2MaxCapacity: 16.5 },
    Instance: { engine: toms.DatabaseEngine.POSTGRESQL },
  };
  for (const [id, props] of Object.entries(made)) {
    const database = new toms.EncryptedDatabase(stack, id, { vpc, masterSecret, ...props });
    const client = new IamRole(stack, `${id}Client`, {
      assumeRolePolicy: trustPolicyText({ Service: ['ecs-tasks.amazonaws.com'] }),
    });
    const proxy = database.addProxy('Proxy', { secrets: [masterSecret], maxConnectionsPercent: 80 });
    const reader = database.addReader('Reader');
    for (const each of [proxy, reader]) {
      each.grantConnect(client, 'orders');
      vpc.interfaceEndpoints!.connections.allowTo(each, each.port);
    }
    database.addReplica('Copy', { vpc: elsewhere }).grantConnect(client, 'orders');
  }
  return app;
}

function network(stack: TerraformStack, id: string, region?: string): toms.SegmentedVpc {
  return new toms.SegmentedVpc(stack, id, {
    region,
    zoneCount: 2,
    interfaceEndpoints: [toms.AwsService.KMS],
    blockPublicAccess: toms.BlockPublicAccess.ON,
  });
}
