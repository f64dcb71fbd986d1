import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  EncryptedVolume,
  EncryptedVolumeProps,
  Environment,
  RetentionSchedule,
  RotatedKey,
  VolumeType,
} from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

const ZONE = { availabilityZone: 'eu-central-1a' };
const INSTANCE = { instanceId: 'i-0123456789abcdef0', deviceName: '/dev/sdf' };

function volume(
  props: Partial<EncryptedVolumeProps> = { sizeGib: 100 },
  posture?: Parameters<typeof newStack>[0]
): { [key: string]: unknown } {
  const stack = newStack(posture);
  new EncryptedVolume(stack, 'Index', { ...ZONE, ...props });
  return Written.of(stack).resource('aws_ebs_volume', 'Index');
}

test('is encrypted, gp3, protected, and leaves a snapshot without more props', () => {
  const written = volume();
  expect(written).toMatchObject({
    availability_zone: 'eu-central-1a',
    size: 100,
    type: 'gp3',
    encrypted: true,
    kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    final_snapshot: true,
    lifecycle: { prevent_destroy: true },
    tags: { Name: 'test-index', 'tom:data-class': 'personal' },
  });
  for (const unset of ['iops', 'throughput', 'multi_attach_enabled', 'snapshot_id', 'region']) {
    expect(written).not.toHaveProperty(unset);
  }
});

test('takes a key, a snapshot, a speed, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  new EncryptedVolume(stack, 'Index', {
    availabilityZone: 'eu-west-1b',
    sizeGib: 200,
    iops: 8000,
    throughput: 2000,
    snapshotId: 'snap-0123456789abcdef0',
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    region,
    tags: { Name: 'search', 'tom:data-class': 'public' },
  });
  expect(Written.of(stack).resource('aws_ebs_volume')).toMatchObject({
    availability_zone: 'eu-west-1b',
    size: 200,
    iops: 8000,
    throughput: 2000,
    snapshot_id: 'snap-0123456789abcdef0',
    encrypted: true,
    kms_key_id: '${aws_kms_key.Key_961B73FD.arn}',
    region,
    tags: { Name: 'search', 'tom:data-class': 'personal' },
  });
});

test('is as large as its snapshot where nobody says more', () => {
  expect(volume({ snapshotId: 'snap-0123456789abcdef0', iops: 80_000 })).not.toHaveProperty('size');
});

test('takes a zone that only Terraform knows', () => {
  const stack = newStack();
  const availabilityZone = new TerraformVariable(stack, 'zone', {}).stringValue;
  new EncryptedVolume(stack, 'Index', { availabilityZone, sizeGib: 1 });
  expect(Written.of(stack).resource('aws_ebs_volume').availability_zone).toBe('${var.zone}');
});

test('takes the zone of any region where nobody says the region', () => {
  const stack = new TerraformStack(newStack().node.scope!, 'bare');
  expect(() => new EncryptedVolume(stack, 'Index', { availabilityZone: 'eu-west-1a', sizeGib: 1 })).not.toThrow();
});

test.each<[VolumeType, Partial<EncryptedVolumeProps>]>([
  [VolumeType.GP3, { sizeGib: 1 }],
  [VolumeType.GP3, { sizeGib: 1, iops: 3000, throughput: 750 }],
  [VolumeType.GP3, { sizeGib: 65_536, iops: 80_000, throughput: 2000 }],
  [VolumeType.IO2, { sizeGib: 4, iops: 4000 }],
  [VolumeType.IO2, { sizeGib: 65_536, iops: 256_000 }],
  [VolumeType.IO1, { sizeGib: 4, iops: 200 }],
  [VolumeType.IO1, { sizeGib: 16_384, iops: 64_000 }],
  [VolumeType.ST1, { sizeGib: 125 }],
  [VolumeType.SC1, { sizeGib: 16_384 }],
])('makes %s of %j', (volumeType, props) => {
  expect(volume({ volumeType, ...props }).type).toBe(volumeType);
});

test('may be destroyed without a snapshot in an ephemeral environment alone', () => {
  const written = volume({ sizeGib: 1 }, { environment: Environment.EPHEMERAL });
  expect(written.final_snapshot).toBe(false);
  expect(written).not.toHaveProperty('lifecycle');
});

describe('attachments', () => {
  test('name the volume, the instance, the device and the region', () => {
    const stack = newStack();
    const region = 'eu-west-1';
    const index = new EncryptedVolume(stack, 'Index', { availabilityZone: 'eu-west-1a', sizeGib: 1, region });
    index.attachTo('Search', INSTANCE);
    expect(Written.of(stack).resources('aws_volume_attachment')).toEqual({
      'Index/Search': expect.objectContaining({
        volume_id: '${aws_ebs_volume.Index_4A79713B.id}',
        instance_id: INSTANCE.instanceId,
        device_name: '/dev/sdf',
        region,
      }) as object,
    });
  });

  test('are several for a volume that several instances may have', () => {
    const stack = newStack();
    const shared = { ...ZONE, sizeGib: 100, volumeType: VolumeType.IO1, iops: 100, multiAttach: true };
    const index = new EncryptedVolume(stack, 'Index', shared);
    index.attachTo('One', INSTANCE);
    index.attachTo('Two', { ...INSTANCE, instanceId: 'i-1' });
    const written = Written.of(stack);
    expect(written.resource('aws_ebs_volume').multi_attach_enabled).toBe(true);
    expect(Object.keys(written.resources('aws_volume_attachment'))).toEqual(['Index/One', 'Index/Two']);
  });

  test.each(['/dev/sdb', '/dev/sdf', '/dev/sdp1', '/dev/xvdba', 'xvdf'])('take the device %s', (deviceName) => {
    const index = new EncryptedVolume(newStack(), 'Index', { ...ZONE, sizeGib: 1 });
    expect(() => index.attachTo('Search', { ...INSTANCE, deviceName })).not.toThrow();
  });

  test('take an instance and a device that only Terraform knows', () => {
    const stack = newStack();
    const token = new TerraformVariable(stack, 'given', {}).stringValue;
    const index = new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1 });
    index.attachTo('Search', { instanceId: token, deviceName: token });
    expect(Written.of(stack).resource('aws_volume_attachment')).toMatchObject({
      instance_id: '${var.given}',
      device_name: '${var.given}',
    });
  });

  test.each<[string, object, string]>([
    [
      'no instance',
      { instanceId: 'search' },
      "'instanceId' must be the id of an instance, got \"search\"; write instanceId: 'i-0123…'",
    ],
    [
      'the device of a root volume',
      { deviceName: '/dev/xvda' },
      "'deviceName' must be the name of a device, and not that of the root volume, got \"/dev/xvda\"; write deviceName: '/dev/sdf'",
    ],
    [
      'the partition of a root volume',
      { deviceName: '/dev/sda1' },
      "'deviceName' must be the name of a device, and not that of the root volume, got \"/dev/sda1\"; write deviceName: '/dev/sdf'",
    ],
  ])('refuse %s', (_title, options, message) => {
    const index = new EncryptedVolume(newStack(), 'Index', { ...ZONE, sizeGib: 1 });
    expect(messageOf(() => index.attachTo('Search', { ...INSTANCE, ...options }))).toBe(`[test/Index] ${message}`);
  });

  test('refuse a second instance', () => {
    const index = new EncryptedVolume(newStack(), 'Index', { ...ZONE, sizeGib: 1 });
    index.attachTo('One', INSTANCE);
    expect(messageOf(() => index.attachTo('Two', INSTANCE))).toBe(
      '[test/Index] \'multiAttach\' must be set before a second instance has the volume, beside One, got "Two"; write multiAttach: true with volumeType: VolumeType.IO2, or make a volume for each instance'
    );
  });
});

describe('grants', () => {
  const role = (stack: TerraformStack): IamRole => new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
  const statements = (stack: TerraformStack): { [key: string]: unknown }[] =>
    (JSON.parse(Written.of(stack).resource('aws_iam_role_policy').policy as string) as { Statement: [] }).Statement;
  const PLACE =
    'arn:${data.aws_partition.TomsAccount_Partition_CF76C297.partition}:ec2:${data.aws_region.TomsAccount_Region_F36689F9.id}:${data.aws_caller_identity.TomsAccount_CallerIdentity_3EF9662E.account_id}';

  test('let a role attach the volume, and EBS decrypt it', () => {
    const stack = newStack();
    new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1 }).grantAttachVolume(role(stack));
    expect(statements(stack)).toEqual([
      {
        Effect: 'Allow',
        Action: ['ec2:AttachVolume'],
        Resource: ['${aws_ebs_volume.Index_4A79713B.arn}', `${PLACE}:instance/*`],
      },
      {
        Effect: 'Allow',
        Action: ['kms:CreateGrant'],
        Resource: ['${aws_kms_key.PersonalDataKey_AF90130A.arn}'],
        Condition: {
          Bool: { 'kms:GrantIsForAWSResource': 'true' },
          StringEquals: {
            'kms:ViaService':
              'ec2.${data.aws_region.TomsAccount_Region_F36689F9.id}.${data.aws_partition.TomsAccount_Partition_CF76C297.dns_suffix}',
          },
        },
      },
    ]);
  });

  test('let a role detach the volume, and need no key', () => {
    const stack = newStack();
    new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1 }).grantDetachVolume(role(stack));
    expect(statements(stack).map(({ Action }) => Action)).toEqual([['ec2:DetachVolume']]);
  });

  test('cover a volume that is already there', () => {
    const stack = newStack();
    EncryptedVolume.fromVolumeId(stack, 'Old', 'vol-0123456789abcdef0').grantAttachVolume(role(stack));
    expect(statements(stack)).toEqual([
      {
        Effect: 'Allow',
        Action: ['ec2:AttachVolume'],
        Resource: [`${PLACE}:volume/vol-0123456789abcdef0`, `${PLACE}:instance/*`],
      },
    ]);
  });

  test('cover the key and the region of a volume that is already there', () => {
    const stack = newStack();
    const region = 'eu-west-1';
    const encryptionKey = new RotatedKey(stack, 'Key', { region });
    const attributes = { volumeId: 'vol-1', encryptionKey, region };
    EncryptedVolume.fromVolumeAttributes(stack, 'Old', attributes).grantAttachVolume(role(stack));
    const [use, grants] = statements(stack);
    for (const resource of use.Resource as string[]) expect(resource).toContain(':ec2:eu-west-1:');
    expect(JSON.stringify(grants.Condition)).toContain('"ec2.eu-west-1.');
  });
});

const CAPACITY = '(TOM 3.3.2 Capacity management)';
const ENCRYPTED = '(TOM 1.2.1 AES-256 for databases and object stores)';
const SITES = '(TOM 7.1 Protected perimeter)';

test.each<[string, object, string]>([
  [
    'no encryption',
    { encrypted: false },
    `'encrypted' must not be set: a volume is always encrypted with a key of your own ${ENCRYPTED}, got false; write encryptionKey, or leave it out for the key of the stack`,
  ],
  [
    'the key of EBS',
    { kmsKeyId: 'alias/aws/ebs' },
    `'kmsKeyId' must not be set: a volume is always encrypted with a key of your own ${ENCRYPTED}, got "alias/aws/ebs"; write encryptionKey, or leave it out for the key of the stack`,
  ],
  [
    'no last snapshot',
    { finalSnapshot: false },
    "'finalSnapshot' must not be set: the environment decides it (TOM 4.1 Automated backups), got false; leave it out: a snapshot is made outside ephemeral environments",
  ],
  ['a size of another name', { size: 8 }, `'size' is not a prop of this construct ${CAPACITY}, got 8; write sizeGib`],
  [
    'a type of another name',
    { type: 'gp2' },
    `'type' is not a prop of this construct ${CAPACITY}, got "gp2"; write volumeType`,
  ],
  [
    'several instances by another name',
    { multiAttachEnabled: true },
    "'multiAttachEnabled' is not a prop of this construct, got true; write multiAttach",
  ],
  [
    'several instances by the name of another library',
    { enableMultiAttach: true },
    "'enableMultiAttach' is not a prop of this construct, got true; write multiAttach",
  ],
  [
    'a Local Zone',
    { availabilityZone: 'eu-central-1-ham-1a' },
    `'availabilityZone' must name a zone of a region, and no Local Zone ${SITES}, got "eu-central-1-ham-1a"; write a zone such as 'eu-central-1a'`,
  ],
  [
    'a zone of another region',
    { availabilityZone: 'eu-west-1a' },
    `'availabilityZone' must be a zone of eu-central-1 ${SITES}, got "eu-west-1a"; write a zone such as 'eu-central-1a', or name the region of the volume: region: 'eu-west-1'`,
  ],
  [
    'a zone outside the region that is said',
    { region: 'eu-west-1' },
    `'availabilityZone' must be a zone of eu-west-1 ${SITES}, got "eu-central-1a"; write a zone such as 'eu-west-1a', or name the region of the volume: region: 'eu-central-1'`,
  ],
  [
    'what is no snapshot',
    { snapshotId: 'nightly' },
    "'snapshotId' must be the id of a snapshot, got \"nightly\"; write snapshotId: 'snap-0123…'",
  ],
  [
    'no size',
    { sizeGib: undefined },
    `'sizeGib' is required where there is no snapshot ${CAPACITY}; write sizeGib: 100`,
  ],
  [
    'a type that has gone out of use',
    { volumeType: 'gp2' },
    `'volumeType' must be one of gp3, io2, io1, st1, sc1 ${CAPACITY}, got "gp2"; write volumeType: VolumeType.GP3, or leave it out`,
  ],
  [
    'nothing to write on',
    { sizeGib: 0 },
    `'sizeGib' must be a whole number from 1 to 65536 for gp3 ${CAPACITY}, got 0; write sizeGib: 100`,
  ],
  [
    'half a GiB',
    { sizeGib: 1.5 },
    `'sizeGib' must be a whole number from 1 to 65536 for gp3 ${CAPACITY}, got 1.5; write sizeGib: 100`,
  ],
  [
    'more than EBS makes',
    { sizeGib: 16_385, volumeType: VolumeType.IO1, iops: 100 },
    `'sizeGib' must be a whole number from 4 to 16384 for io1 ${CAPACITY}, got 16385; write sizeGib: 100`,
  ],
  [
    'a small disk',
    { sizeGib: 100, volumeType: VolumeType.ST1 },
    `'sizeGib' must be a whole number from 125 to 16384 for st1 ${CAPACITY}, got 100; write sizeGib: 125`,
  ],
  [
    'fewer operations than every volume does',
    { iops: 100 },
    `'iops' must be a whole number from 3000 to 50000 for gp3 of 100 GiB ${CAPACITY}, got 100; write iops: 50000`,
  ],
  [
    'more operations than EBS does',
    { sizeGib: 1000, iops: 80_001 },
    `'iops' must be a whole number from 3000 to 80000 for gp3 ${CAPACITY}, got 80001; write iops: 80000`,
  ],
  [
    'more operations than the size allows',
    { volumeType: VolumeType.IO1, iops: 5001 },
    `'iops' must be a whole number from 100 to 5000 for io1 of 100 GiB ${CAPACITY}, got 5001; write iops: 5000`,
  ],
  [
    'no operations where EBS has no default',
    { volumeType: VolumeType.IO2 },
    `'iops' is required for io2: EBS has no default ${CAPACITY}; write iops: 100, or more`,
  ],
  [
    'operations of a disk',
    { sizeGib: 125, volumeType: VolumeType.ST1, iops: 500 },
    `'iops' must not be set for st1: its size decides ${CAPACITY}, got 500; leave it out, or write volumeType: VolumeType.GP3`,
  ],
  [
    'throughput of io2',
    { volumeType: VolumeType.IO2, iops: 100, throughput: 500 },
    `'throughput' must not be set for io2: its type decides ${CAPACITY}, got 500; leave it out, or write volumeType: VolumeType.GP3`,
  ],
  [
    'less throughput than every volume has',
    { throughput: 100 },
    `'throughput' must be a whole number from 125 to 2000 for gp3 ${CAPACITY}, got 100; write throughput: 125`,
  ],
  [
    'more throughput than the operations allow',
    { throughput: 1000 },
    `'throughput' must be at most 750 MiB/s with 3000 iops ${CAPACITY}, got 1000; write iops: 4000, or less throughput`,
  ],
  [
    'several instances of gp3',
    { multiAttach: true },
    "'multiAttach' must not be set for gp3: EBS attaches it to one instance at a time, got true; write volumeType: VolumeType.IO2, or leave it out",
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => volume({ sizeGib: 100, ...props }))).toBe(`[test/Index] ${message}`);
});

test.each(['sizeGib', 'iops', 'throughput'])('refuses a %s that only Terraform knows', (prop) => {
  const stack = newStack();
  const value = new TerraformVariable(stack, 'number', { type: 'number' }).numberValue;
  expect(messageOf(() => new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 100, [prop]: value }))).toContain(
    `[test/Index] '${prop}' must be a plain number, known when the program runs ${CAPACITY}, got a token; write ${prop}: `
  );
});

test('refuses a key of another region', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', { region: 'eu-west-1' });
  expect(messageOf(() => new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1, encryptionKey }))).toBe(
    `[test/Index] 'encryptionKey' must be a key of eu-central-1, where what it encrypts lies ${ENCRYPTED}, got "eu-west-1"; make one there: new RotatedKey(this, 'Key', { region: 'eu-central-1' })`
  );
});

test('refuses a key for data of a lower class', () => {
  const stack = newStack();
  const encryptionKey = new RotatedKey(stack, 'Key', { dataClass: DataClass.INTERNAL });
  expect(messageOf(() => new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1, encryptionKey }))).toBe(
    "[test/Index] 'encryptionKey' must be for personal data, which it would hold, and test/Key is for internal data (TOM 3.1.2 Data classification); share one whose dataClass is personal or above, or leave encryptionKey out"
  );
});

test('takes class, key and declared retention from its category', () => {
  const stack = newStack();
  RetentionSchedule.set(stack, {
    diagnoses: { retentionDays: 3653, legalBasis: '§ 630f BGB', dataClass: DataClass.SPECIAL_CATEGORY },
  });
  new EncryptedVolume(stack, 'Index', { ...ZONE, sizeGib: 1, dataCategory: 'diagnoses' });
  const written = Written.of(stack).resource('aws_ebs_volume');
  expect(written.kms_key_id).toContain('SpecialCategoryDataKey');
  expect(written.tags).toMatchObject({
    'tom:data-category': 'diagnoses',
    'tom:data-class': 'special-category',
    'tom:retention-days': '3653',
  });
});

test('refuses a region outside the residency', () => {
  expect(messageOf(() => volume({ sizeGib: 1, region: 'us-east-1' }))).toContain(
    "[test/Index] 'region' must be within the residency of personal data"
  );
});

test('refuses what is no id of a volume', () => {
  expect(messageOf(() => EncryptedVolume.fromVolumeId(newStack(), 'Old', 'index'))).toBe(
    "[test/Old] 'volumeId' must be the id of a volume, got \"index\"; write volumeId: 'vol-0123…'"
  );
});
