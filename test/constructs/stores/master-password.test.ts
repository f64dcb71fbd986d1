import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { DatabaseEngine, EncryptedDatabase, ISecret, ManagedSecret } from '../../../lib';
import { ROTATION_FUNCTION } from '../../support/constructs';
import { network } from '../../support/network';
import { Written, newStack } from '../../support/synth';

const MASTER = 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:master-a1b2c3';
const TYPE = 'aws_secretsmanager_secret_version';

function database(
  stack: TerraformStack,
  masterSecret: ISecret,
  engine?: DatabaseEngine,
  region?: string
): EncryptedDatabase {
  const vpc = network(stack, ['a', 'b'], region);
  return new EncryptedDatabase(stack, 'Orders', { vpc, engine, masterSecret });
}

function ephemeral(written: Written): { [name: string]: object } {
  return (written.json.ephemeral as { [type: string]: { [name: string]: object } })[TYPE];
}

const FROM = `\${jsondecode(ephemeral.${TYPE}.Orders_MasterPassword_9DBD4AA9.secret_string)["password"]}`;

describe('the password of a secret', () => {
  test('is read while Terraform runs, and written to a cluster', () => {
    const stack = newStack();
    const orders = database(stack, ManagedSecret.fromSecretArn(stack, 'Master', MASTER));
    const written = Written.of(stack);
    expect(ephemeral(written)).toEqual({ Orders_MasterPassword_9DBD4AA9: { secret_id: MASTER } });
    const cluster = written.resource('aws_rds_cluster');
    expect(cluster).toMatchObject({
      master_username: 'dbadmin',
      master_password_wo: FROM,
      master_password_wo_version: 1,
      iam_database_authentication_enabled: true,
    });
    for (const name of ['manage_master_user_password', 'master_user_secret_kms_key_id', 'master_password']) {
      expect(cluster).not.toHaveProperty(name);
    }
    expect(orders.secretArn).toBe(MASTER);
  });

  test('is written to an instance', () => {
    const stack = newStack();
    database(stack, ManagedSecret.fromSecretArn(stack, 'Master', MASTER), DatabaseEngine.MYSQL);
    const instance = Written.of(stack).resource('aws_db_instance');
    expect(instance).toMatchObject({ username: 'dbadmin', password_wo: FROM, password_wo_version: 1 });
    for (const name of ['manage_master_user_password', 'password']) expect(instance).not.toHaveProperty(name);
  });

  test('is read once the secret of the same stack, its policy and its rotation are there', () => {
    const stack = newStack();
    const master = new ManagedSecret(stack, 'Master', { rotationFunctionArn: ROTATION_FUNCTION });
    database(stack, master);
    expect(ephemeral(Written.of(stack))).toEqual({
      Orders_MasterPassword_9DBD4AA9: {
        secret_id: '${aws_secretsmanager_secret.Master_1645C907.arn}',
        depends_on: [
          'aws_secretsmanager_secret.Master_1645C907',
          'aws_secretsmanager_secret_policy.Master_Policy_65E07DDA',
          'aws_lambda_permission.Master_RotationPermission_F9682605',
          'aws_secretsmanager_secret_rotation.Master_Rotation_23607621',
        ],
      },
    });
  });

  test('is read in the region of the database', () => {
    const stack = newStack();
    database(stack, ManagedSecret.fromSecretArn(stack, 'Master', MASTER), undefined, 'eu-west-1');
    expect(Object.values(ephemeral(Written.of(stack)))).toEqual([{ secret_id: MASTER, region: 'eu-west-1' }]);
  });

  test('is read by a reference to the stack of the secret', () => {
    const secrets = newStack();
    const master = new ManagedSecret(secrets, 'Master', { rotationFunctionArn: ROTATION_FUNCTION });
    const stack = new TerraformStack(secrets.node.root, 'data');
    new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
    database(stack, master);
    const written = Written.of(stack);
    expect(Object.values(ephemeral(written))).toEqual([
      { secret_id: expect.stringMatching(/^\$\{data\.terraform_remote_state\..*aws_secretsmanager_secret/) as string },
    ]);
  });
});
