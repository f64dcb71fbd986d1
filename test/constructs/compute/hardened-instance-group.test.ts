import { SsmParameter } from '@cdktf/provider-aws/lib/ssm-parameter';
import { TerraformStack } from 'cdktf';
import {
  Environment,
  HardenedInstanceGroup,
  HardenedInstanceGroupProps,
  HttpsLoadBalancer,
  MachineImage,
  Port,
  RotatedKey,
  SecurityGroup,
  VpcEncryption,
} from '../../../lib';
import { CERTIFICATE, privateNetwork, reachableNetwork, segmentedVpc } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type More = (stack: TerraformStack) => Partial<HardenedInstanceGroupProps>;

function made(
  more: More = () => ({}),
  environment?: Environment
): { stack: TerraformStack; group: HardenedInstanceGroup } {
  const stack = newStack({ owner: 'tests', retentionDays: 400, environment });
  const { vpc = reachableNetwork(stack), ...rest } = more(stack);
  return { stack, group: new HardenedInstanceGroup(stack, 'Shop', { vpc, ...rest }) };
}

function refused(props: object, environment?: Environment): string {
  return messageOf(() => made(() => props, environment));
}

const oneZone: More = (stack) => ({
  vpc: privateNetwork(stack, { applicationSubnets: [{ subnetId: 'subnet-a', availabilityZone: 'eu-central-1a' }] }),
});

function keyStatements(stack: TerraformStack): { Sid: string; Principal: { AWS: string } }[] {
  const { policy } = Written.of(stack).resource('aws_kms_key');
  return (JSON.parse(String(policy)) as { Statement: { Sid: string; Principal: { AWS: string } }[] }).Statement;
}

test('starts hardened instances over all zones without optional props', () => {
  const { stack } = made();
  const written = Written.of(stack);
  expect(written.resource('aws_launch_template')).toMatchObject({
    image_id: '${data.aws_ssm_parameter.Shop_Image_D8748561.insecure_value}',
    instance_type: 't4g.small',
    metadata_options: { http_tokens: 'required', http_put_response_hop_limit: 1, instance_metadata_tags: 'disabled' },
    network_interfaces: [{ associate_public_ip_address: 'false' }],
    block_device_mappings: [
      {
        device_name: '/dev/xvda',
        ebs: { encrypted: 'true', kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}' },
      },
    ],
    monitoring: { enabled: true },
  });
  expect(written.resource('aws_launch_template')).not.toHaveProperty('key_name');
  expect(written.resource('aws_launch_template')).not.toHaveProperty('user_data');
  expect(written.resource('aws_autoscaling_group')).toMatchObject({
    min_size: 2,
    max_size: 4,
    vpc_zone_identifier: ['subnet-application-0', 'subnet-application-1'],
    health_check_type: 'EC2',
    health_check_grace_period: 300,
    default_instance_warmup: 300,
    max_instance_lifetime: 2_592_000,
    instance_maintenance_policy: { min_healthy_percentage: 100, max_healthy_percentage: 150 },
    instance_refresh: { strategy: 'Rolling', preferences: { auto_rollback: true, min_healthy_percentage: 100 } },
  });
  expect(written.resource('aws_autoscaling_group')).not.toHaveProperty('desired_capacity');
  expect(written.resource('aws_autoscaling_policy')).toMatchObject({
    target_tracking_configuration: { target_value: 50 },
  });
});

test('instances and what they are made of carry the tags', () => {
  const { stack } = made();
  const { tag } = Written.of(stack).resource('aws_autoscaling_group') as { tag: { key: string }[] };
  expect(tag).toContainEqual({ key: 'tom:data-class', value: 'personal', propagate_at_launch: true });
  const { tag_specifications: specified } = Written.of(stack).resource('aws_launch_template');
  expect(specified).toMatchObject(
    ['volume', 'network-interface'].map((resource_type) => ({ resource_type, tags: { 'tom:data-class': 'personal' } }))
  );
});

test('the role of the instances may be a target of Session Manager, and nothing else', () => {
  const { stack } = made();
  const { policy } = Written.of(stack).resource('aws_iam_role_policy');
  const { Statement } = JSON.parse(String(policy)) as { Statement: { Action: string[] }[] };
  expect(Statement.flatMap(({ Action }) => Action).map((action) => action.split(':')[0])).toEqual([
    'ssm',
    'ssmmessages',
    'ssmmessages',
    'ssmmessages',
    'ssmmessages',
  ]);
});

describe('the key of the volumes', () => {
  test('lets the role of Auto Scaling use it, once for all groups', () => {
    const { stack } = made();
    new HardenedInstanceGroup(stack, 'Other', { vpc: reachableNetworkOf(stack) });
    expect(keyStatements(stack).filter(({ Sid }) => Sid.startsWith('AutoScaling'))).toMatchObject(
      ['AutoScalingUse', 'AutoScalingAttach'].map((Sid) => ({
        Sid,
        Principal: {
          AWS: expect.stringMatching(
            /:role\/aws-service-role\/autoscaling\.amazonaws\.com\/AWSServiceRoleForAutoScaling$/
          ) as string,
        },
      }))
    );
  });

  test('names the role that the stack makes, which is there before', () => {
    const { stack } = made(() => ({ makesServiceLinkedRole: true }));
    const arn = '${aws_iam_service_linked_role.Shop_ServiceLinkedRole_6A25B587.arn}';
    expect(keyStatements(stack).find(({ Sid }) => Sid === 'AutoScalingUse')?.Principal.AWS).toBe(arn);
    expect(Written.of(stack).resource('aws_autoscaling_group').service_linked_role_arn).toBe(arn);
  });

  test('may be one that is already there, whose policy is not in the program', () => {
    const { group } = made((stack) => ({
      encryptionKey: RotatedKey.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd'),
    }));
    expect(group.encryptionKey.keyArn).toBe('arn:aws:kms:eu-central-1:111122223333:key/1234abcd');
  });
});

test('behind a load balancer, its health checks decide', () => {
  const { stack, group } = made();
  const loadBalancer = new HttpsLoadBalancer(stack, 'Front', {
    vpc: reachableNetworkOf(stack),
    certificates: [CERTIFICATE],
  });
  const targets = loadBalancer.addTargets('Targets', { port: 8443 });
  group.attachTo(targets);
  group.attachTo(targets);
  loadBalancer.connections.allowTo(group, Port.tcp(8443));
  expect(Written.of(stack).resource('aws_autoscaling_group')).toMatchObject({
    health_check_type: 'ELB',
    target_group_arns: ['${aws_lb_target_group.Front_Targets_8CBA305D.arn}'],
  });
  expect(Written.of(stack).resources('aws_vpc_security_group_ingress_rule')).toMatchObject({
    'Shop/SecurityGroup/From-test-Front-SecurityGroup-tcp-8443': { from_port: 8443 },
  });
});

test.each([
  ['a parameter', MachineImage.fromSsmParameter('/acme/images/web', '111122223333'), '111122223333'],
  ['its id', MachineImage.fromImageId('ami-0123456789abcdef0', 'self'), 'self'],
])('an image by %s is looked up among those of its owner, and names its volume', (_by, image, owner) => {
  const { stack } = made(() => ({ image }));
  expect(dataOf(stack, 'aws_ami')).toMatchObject({ owners: [owner], filter: [{ name: 'image-id' }] });
  const { image_id: id, block_device_mappings: volumes } = Written.of(stack).resource('aws_launch_template');
  expect(id).toMatch(/^\$\{data\.aws_ami\..*\.id\}$/);
  expect(volumes).toMatchObject([{ device_name: expect.stringMatching(/root_device_name\}$/) as string }]);
});

test.each([
  ['t4g.small', 'arm64'],
  ['m7i.large', 'x86_64'],
])('%s starts from Amazon Linux for %s', (instanceType, architecture) => {
  const { stack } = made(() => ({ instanceType }));
  expect(dataOf(stack, 'aws_ssm_parameter').name).toBe(
    `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`
  );
});

describe('user data', () => {
  test('is handed over in base64', () => {
    const { stack } = made(() => ({ userData: '#!/bin/sh\necho ready\n' }));
    const { user_data: data } = Written.of(stack).resource('aws_launch_template');
    expect(Buffer.from(String(data), 'base64').toString()).toBe('#!/bin/sh\necho ready\n');
  });

  test('may hold what only Terraform knows, and fetch a secret', () => {
    const { stack } = made((scope) => {
      const { name } = new SsmParameter(scope, 'Stage', { name: 'stage', type: 'String', value: 'live' });
      return { userData: `STAGE=${name}\nDB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id orders)\n` };
    });
    expect(Written.of(stack).resource('aws_launch_template').user_data).toMatch(/^\$\{base64encode\(/);
  });

  const SECRET = `'userData' must not hold a secret: FOUND (TOM 3.1.1 Least privilege through roles); put it into a ManagedSecret, call grantRead of it for \`role\`, and let the script fetch its value`;

  test.each([
    ['a key', 'export KEY=AKIAIOSFODNN7EXAMPLE', 'it holds an AWS access key'],
    ['a URL with a password', 'psql postgres://shop:hunter2@db/shop', 'it holds a URL with a password'],
    ['a literal under the name of a secret', 'DB_PASSWORD=hunter2 ./start', 'it gives DB_PASSWORD a literal'],
  ])('with %s is refused, without its value', (_what, userData, found) => {
    const message = refused({ userData });
    expect(message).toBe(`[test/Shop] ${SECRET.replace('FOUND', found)}`);
    expect(message).not.toMatch(/hunter2|AKIA/);
  });

  test('that is too long is refused', () => {
    expect(refused({ userData: '#'.repeat(16_385) })).toBe(
      "[test/Shop] 'userData' must be at most 16384 bytes, which is what EC2 takes, got 16385; put what is large into an image or a bucket, and let the script fetch it"
    );
  });
});

describe('refuses', () => {
  const IMDS =
    'must not be set: instances answer IMDSv2 only, within one hop, so that no forwarded request gets their credentials (TOM 9.1 Secure baselines), got VALUE; leave it out';

  test.each([
    ['metadataOptions', { httpTokens: 'optional' }, IMDS.replace('VALUE', 'an object')],
    ['requireImdsv2', false, IMDS.replace('VALUE', 'false')],
    [
      'keyName',
      'admin',
      'must not be set: instances are reached by Session Manager, which asks IAM (TOM 6.4 Privileged access management), got "admin"; leave it out, and call aws ssm start-session',
    ],
    [
      'associatePublicIpAddress',
      true,
      'must not be set: instances are in the application tier, without public addresses (TOM 3.3.4 Layered network defence), got true; leave it out, and put a load balancer before them',
    ],
    [
      'encrypted',
      false,
      'must not be set: volumes are always encrypted with a key of your own (TOM 1.2.1 AES-256 for databases and object stores), got false; write encryptionKey and volumeSizeGib, or leave it out',
    ],
    [
      'role',
      'admin',
      'must not be set: the instances have a role of their own (TOM 3.1.1 Least privilege through roles), got "admin"; grant what they need to `role` of the group',
    ],
    [
      'desiredCapacity',
      3,
      'must not be set: Auto Scaling decides it, and each apply would undo that (TOM 3.3.2 Capacity management), got 3; write minCapacity and maxCapacity',
    ],
  ])('%s', (prop, value, message) => {
    expect(refused({ [prop]: value })).toBe(`[test/Shop] '${prop}' ${message}`);
  });

  test('one zone, but for a test', () => {
    expect(messageOf(() => made(oneZone))).toBe(
      '[test/Shop] \'vpc\' must have application subnets in two zones or more: in one zone the group starts nothing while that is out (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone, or set the posture of a test to Environment.EPHEMERAL'
    );
    made(oneZone, Environment.EPHEMERAL);
  });

  test('one instance, but for a test', () => {
    expect(refused({ minCapacity: 1 })).toBe(
      "[test/Shop] 'minCapacity' must be a whole number of instances, at least 2: nothing serves while the only one is replaced (TOM 3.3.1 Redundant and distributed architecture), got 1; write minCapacity: 2"
    );
    const { stack } = made(() => ({ minCapacity: 1 }), Environment.EPHEMERAL);
    expect(Written.of(stack).resource('aws_autoscaling_group')).toMatchObject({
      max_size: 2,
      instance_maintenance_policy: { max_healthy_percentage: 200 },
    });
  });

  test.each([
    ['maxCapacity', 1, 'a whole number of instances, at least 2 (TOM 3.3.2 Capacity management), got 1'],
    ['targetCpuPercent', 95, 'a whole number of percent from 10 to 90 (TOM 3.3.2 Capacity management), got 95'],
    ['warmupSeconds', 0, 'a whole number of seconds from 1 to 7200, got 0'],
    ['maxInstanceLifetimeDays', 0, 'a whole number of days from 1 to 365 (TOM 9.1 Secure baselines), got 0'],
    ['volumeSizeGib', 0, 'a whole number of GiB from 1 to 16384, got 0'],
  ])('%s: %p', (prop, value, must) => {
    expect(refused({ [prop]: value })).toContain(`[test/Shop] '${prop}' must be ${must}; write ${prop}: `);
  });

  test.each([
    [
      MachineImage.fromImageId('ami-0123456789abcdef0', 'everyone'),
      "must have an owner: self, amazon, or the twelve digits of an account (TOM 9.1 Secure baselines), got \"everyone\"; write MachineImage.fromImageId('ami-0123456789abcdef0', 'self')",
    ],
    [
      MachineImage.fromImageId('web', 'self'),
      "must have the id of an image, got \"web\"; write MachineImage.fromImageId('ami-0123456789abcdef0', 'self')",
    ],
    [
      MachineImage.fromSsmParameter('/acme//web', 'self'),
      "must have the name of a parameter, got \"/acme//web\"; write MachineImage.fromSsmParameter('/acme/images/web', 'self')",
    ],
  ])('an image that is none %#', (image, message) => {
    expect(refused({ image })).toBe(`[test/Shop] 'image' ${message}`);
  });

  test('a type that does not encrypt where the network enforces it', () => {
    const stack = newStack();
    const vpc = segmentedVpc(stack, 'Network', { vpcEncryption: VpcEncryption.ENFORCE });
    expect(messageOf(() => new HardenedInstanceGroup(stack, 'Shop', { vpc, instanceType: 't4g.small' }))).toContain(
      "'instanceType' must be of a family that encrypts what its instances send, since test/Network enforces encryption"
    );
  });
});

describe('a group that is already there', () => {
  const imported = (
    stack: TerraformStack,
    autoScalingGroupName = 'legacy'
  ): ReturnType<typeof HardenedInstanceGroup.fromInstanceGroupAttributes> =>
    HardenedInstanceGroup.fromInstanceGroupAttributes(stack, 'Legacy', {
      autoScalingGroupName,
      securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef1'),
    });

  test('is attached to targets, once, and has connections', () => {
    const stack = newStack();
    const loadBalancer = new HttpsLoadBalancer(stack, 'Front', {
      vpc: reachableNetwork(stack),
      certificates: [CERTIFICATE],
    });
    const targets = loadBalancer.addTargets('Targets', { port: 8443 });
    const group = imported(stack);
    group.attachTo(targets);
    group.attachTo(targets);
    loadBalancer.connections.allowTo(group, Port.tcp(8443));
    expect(Written.of(stack).resource('aws_autoscaling_attachment')).toMatchObject({
      autoscaling_group_name: 'legacy',
      lb_target_group_arn: '${aws_lb_target_group.Front_Targets_8CBA305D.arn}',
    });
  });

  test('is refused by a name that is none', () => {
    expect(messageOf(() => imported(newStack(), 'arn:aws:autoscaling'))).toBe(
      "[test/Legacy] 'autoScalingGroupName' must be 1 to 255 characters without a colon, got \"arn:aws:autoscaling\"; write autoScalingGroupName: 'acme-shop'"
    );
  });
});

function dataOf(stack: TerraformStack, type: string): { readonly [attribute: string]: unknown } {
  const { data } = Written.of(stack).json as {
    data: { [type: string]: { [id: string]: { [name: string]: unknown } } };
  };
  return Object.values(data[type])[0];
}

/** The network of a stack that has one already. */
function reachableNetworkOf(stack: TerraformStack): ReturnType<typeof reachableNetwork> {
  return stack.node.findChild('Network') as unknown as ReturnType<typeof reachableNetwork>;
}
