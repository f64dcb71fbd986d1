import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import { ContainerCluster, DataClass, RotatedKey } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ARN = 'arn:aws:ecs:eu-central-1:111122223333:cluster/orders';

interface KeyStatement {
  readonly Principal: { readonly Service?: string };
  readonly Action: string | string[];
  readonly Condition?: object;
}

function ofFargate(stack: TerraformStack): KeyStatement[] {
  const { policy } = Written.of(stack).resource('aws_kms_key');
  const { Statement } = JSON.parse(String(policy)) as { Statement: KeyStatement[] };
  return Statement.filter(({ Principal }) => Principal.Service === 'fargate.amazonaws.com');
}

test('watches tasks, encrypts disks and sessions, and keeps both logs under the key', () => {
  const stack = newStack();
  const cluster = new ContainerCluster(stack, 'Cluster');
  const key = '${aws_kms_key.PersonalDataKey_AF90130A.arn}';
  expect(Written.of(stack).resource('aws_ecs_cluster')).toMatchObject({
    name: 'test-cluster',
    setting: [{ name: 'containerInsights', value: 'enhanced' }],
    configuration: {
      execute_command_configuration: {
        kms_key_id: key,
        logging: 'OVERRIDE',
        log_configuration: {
          cloud_watch_encryption_enabled: true,
          cloud_watch_log_group_name: '${aws_cloudwatch_log_group.Cluster_SessionLog_E30D8302.name}',
        },
      },
      managed_storage_configuration: { fargate_ephemeral_storage_kms_key_id: key, kms_key_id: key },
    },
    tags: { 'tom:data-class': 'personal', 'tom:owner': 'tests' },
  });
  expect(Written.of(stack).resources('aws_cloudwatch_log_group')).toMatchObject({
    'Cluster/SessionLog/Resource': { retention_in_days: 365, kms_key_id: key },
    'Cluster/InsightsLog/Resource': {
      name: '/aws/ecs/containerinsights/test-cluster/performance',
      retention_in_days: 30,
      kms_key_id: key,
    },
  });
  expect(cluster.dataClass).toBe(DataClass.PERSONAL);
});

test('its key lets Fargate encrypt disks of its tasks, and clusters that share the key have a statement each', () => {
  const stack = newStack();
  new ContainerCluster(stack, 'One');
  new ContainerCluster(stack, 'Two');
  const statements = ofFargate(stack);
  const named = (name: string): object => ({
    'kms:EncryptionContext:aws:ecs:clusterAccount':
      '${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}',
    'kms:EncryptionContext:aws:ecs:clusterName': name,
  });
  expect(statements).toHaveLength(4);
  expect(statements[0]).toMatchObject({
    Action: 'kms:GenerateDataKeyWithoutPlaintext',
    Condition: { StringEquals: named('test-one') },
  });
  expect(statements[3]).toMatchObject({
    Action: 'kms:CreateGrant',
    Condition: {
      StringEquals: named('test-two'),
      'ForAllValues:StringEquals': { 'kms:GrantOperations': 'Decrypt' },
    },
  });
});

test('does not touch the policy of a key that is already there', () => {
  const stack = newStack();
  const arn = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';
  new ContainerCluster(stack, 'Cluster', { encryptionKey: RotatedKey.fromKeyArn(stack, 'Key', arn) });
  expect(Written.of(stack).resources('aws_kms_key')).toEqual({});
});

test('takes a cluster that is there by its ARN, known or not', () => {
  const stack = newStack();
  const known = ContainerCluster.fromClusterArn(stack, 'Known', ARN);
  expect([known.clusterArn, known.clusterName, known.region]).toEqual([ARN, 'orders', 'eu-central-1']);
  const variable = new TerraformVariable(stack, 'cluster', {});
  const open = ContainerCluster.fromClusterArn(stack, 'Open', variable.stringValue);
  new TerraformOutput(stack, 'name', { value: open.clusterName });
  expect(Written.of(stack).json.output).toEqual({ name: { value: '${element(split("/", var.cluster), 1)}' } });
  expect(open.region).toBeUndefined();
  expect(messageOf(() => ContainerCluster.fromClusterArn(stack, 'Wrong', 'orders'))).toBe(
    "[test/Wrong] 'clusterArn' must be the ARN of a cluster, got \"orders\"; write 'arn:aws:ecs:<region>:<account>:cluster/<name>'"
  );
});

test.each([
  [
    { containerInsights: false },
    "'containerInsights' must not be set: Container Insights always watches tasks and containers (TOM 8.1 Central logging and correlation), got false; leave it out",
  ],
  [
    { executeCommandConfiguration: {} },
    "'executeCommandConfiguration' must not be set: sessions of ECS Exec are always encrypted and kept in a log group (TOM 8.1 Central logging and correlation), got an object; leave it out",
  ],
  [
    { managedStorageConfiguration: {} },
    "'managedStorageConfiguration' must not be set: disks of tasks are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got an object; write encryptionKey, or leave it out for the key of the stack",
  ],
  [
    { clusterName: 'a.b' },
    "'clusterName' must be 1 to 255 letters, digits, '_' and '-', got \"a.b\"; write clusterName: 'acme-orders', or leave it out",
  ],
])('refuses %j', (props: object, message) => {
  expect(messageOf(() => new ContainerCluster(newStack(), 'Cluster', props))).toBe(`[test/Cluster] ${message}`);
});
