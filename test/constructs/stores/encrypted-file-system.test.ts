import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  DataClass,
  EncryptedFileSystem,
  EncryptedFileSystemProps,
  Environment,
  PostureProps,
  RotatedKey,
  SecurityGroup,
} from '../../../lib';
import { check } from '../../../lib/guardrails/check';
import { readStack } from '../../../lib/terraform/read-stack';
import { network } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

type Props = Omit<EncryptedFileSystemProps, 'vpc'>;

function files(props: Props = {}, posture?: PostureProps): Written {
  const stack = newStack(posture);
  new EncryptedFileSystem(stack, 'Files', { vpc: network(stack), ...props });
  return Written.of(stack);
}

function statement(stack: TerraformStack): unknown {
  const { policy } = Written.of(stack).resource('aws_iam_role_policy');
  return (JSON.parse(policy as string) as { Statement: unknown[] }).Statement[0];
}

const ARN = expect.stringMatching(/^\$\{aws_efs_file_system\.Files_\w+\.arn\}$/) as string;

test('is encrypted, kept and backed up without any props', () => {
  const written = files();
  expect(written.resource('aws_efs_file_system')).toMatchObject({
    encrypted: true,
    kms_key_id: '${aws_kms_key.PersonalDataKey_AF90130A.arn}',
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
  expect(written.resource('aws_efs_file_system')).not.toHaveProperty('availability_zone_name');
  expect(written.resource('aws_efs_backup_policy').backup_policy).toEqual({ status: 'ENABLED' });
  expect(written.addresses.filter((address) => address.includes('replication'))).toEqual([]);
});

test('has a mount target in each data subnet, once its policy is there', () => {
  const written = files();
  const targets = written.resources('aws_efs_mount_target');
  expect(Object.keys(targets)).toEqual(['Files/MountTarget1', 'Files/MountTarget2']);
  expect(Object.values(targets).map((target) => target.subnet_id as string)).toEqual([
    'subnet-data-0',
    'subnet-data-1',
  ]);
  for (const target of Object.values(targets)) {
    expect(target.security_groups).toEqual([
      expect.stringMatching(/^\$\{aws_security_group\.Files_SecurityGroup_\w+\.id\}$/) as string,
    ]);
    expect(target.depends_on).toEqual([
      expect.stringMatching(/^aws_efs_file_system_policy\.Files_Policy_\w+$/) as string,
    ]);
  }
});

test('denies plain transport and detours, and allows nobody anything', () => {
  const statements = files().statements('aws_efs_file_system_policy');
  expect(statements).toEqual({
    DenyPlainTransport: {
      Sid: 'DenyPlainTransport',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: '*',
      Resource: ARN,
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    DenyOutsideMountTargets: {
      Sid: 'DenyOutsideMountTargets',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
      Resource: ARN,
      Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'false' } },
    },
  });
});

describe('access points', () => {
  test('are one directory and one user, and let in whom their grants name', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const system = new EncryptedFileSystem(stack, 'Files', { vpc: network(stack) });
    const documents = system.addAccessPoint('Documents', { path: '/documents' });
    documents.grantReadWrite(role);
    documents.grantReadWrite(role);
    expect(Written.of(stack).resource('aws_efs_access_point')).toMatchObject({
      file_system_id: expect.stringMatching(/^\$\{aws_efs_file_system\.Files_\w+\.id\}$/) as string,
      posix_user: { uid: 1000, gid: 1000 },
      root_directory: {
        path: '/documents',
        creation_info: { owner_uid: 1000, owner_gid: 1000, permissions: '0750' },
      },
    });
    expect(statement(stack)).toEqual({
      Effect: 'Allow',
      Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
      Resource: [ARN],
      Condition: {
        StringEquals: {
          'elasticfilesystem:AccessPointArn': expect.stringMatching(
            /^\$\{aws_efs_access_point\.Files_Documents_\w+\.arn\}$/
          ) as string,
        },
      },
    });
  });

  test('take a user, and let in who only reads', () => {
    const stack = newStack();
    const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
    const system = new EncryptedFileSystem(stack, 'Files', { vpc: network(stack) });
    system.addAccessPoint('Reports', { path: '/reports/2026', uid: 2000, gid: 2001 }).grantRead(role);
    expect(Written.of(stack).resource('aws_efs_access_point').posix_user).toEqual({ uid: 2000, gid: 2001 });
    expect(statement(stack)).toMatchObject({ Action: ['elasticfilesystem:ClientMount'] });
  });

  const ROOT =
    ' must be a whole number from 1 to 4294967295: 0 is root, who may do everything (TOM 3.1.1 Least privilege through roles), got ';
  const PATH =
    "'path' must be a directory below the root, up to four deep, of letters, digits, '_', '.' and '-', known when the program runs (TOM 3.1.1 Least privilege through roles), got ";
  test.each<[object, string]>([
    [{ path: '/' }, `${PATH}"/"; write path: '/documents'`],
    [{ path: 'documents' }, `${PATH}"documents"; write path: '/documents'`],
    [{ path: '/a/..' }, `${PATH}"/a/.."; write path: '/documents'`],
    [{ path: '/a', uid: 0 }, `'uid'${ROOT}0; write uid: 1000`],
    [{ path: '/a', gid: 0 }, `'gid'${ROOT}0; write gid: 1000`],
    [{ path: '/a', uid: 1.5 }, `'uid'${ROOT}1.5; write uid: 1000`],
  ])('refuse %j', (options, message) => {
    const stack = newStack();
    const system = new EncryptedFileSystem(stack, 'Files', { vpc: network(stack) });
    expect(messageOf(() => system.addAccessPoint('It', options as { path: string }))).toBe(
      `[test/Files/It] ${message}`
    );
  });

  test('refuse tokens', () => {
    const stack = newStack();
    const path = new TerraformVariable(stack, 'path', {}).stringValue;
    const system = new EncryptedFileSystem(stack, 'Files', { vpc: network(stack) });
    expect(messageOf(() => system.addAccessPoint('It', { path }))).toBe(
      `[test/Files/It] ${PATH}a token; write path: '/documents'`
    );
  });
});

test('lets a role mount all of it, or of one that is already there, and never as root', () => {
  const stack = newStack();
  const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
  const arn = 'arn:aws:elasticfilesystem:eu-central-1:111122223333:file-system/fs-0123456789abcdef0';
  const legacy = EncryptedFileSystem.fromFileSystemAttributes(stack, 'Legacy', {
    fileSystemId: 'fs-0123456789abcdef0',
    fileSystemArn: arn,
    securityGroup: SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
  });
  const application = new SecurityGroup(stack, 'App', { vpc: network(stack) });
  application.connections.allowTo(legacy, legacy.port);
  legacy.grantReadWrite(role);
  expect(statement(stack)).toEqual({
    Effect: 'Allow',
    Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
    Resource: [arn],
  });
  expect(Written.of(stack).resource('aws_vpc_security_group_egress_rule').from_port).toBe(2049);
});

test('takes a class, a key, tags, and a replica in another region', () => {
  const stack = newStack();
  new EncryptedFileSystem(stack, 'Files', {
    vpc: network(stack, ['a', 'b', 'c']),
    replicaRegion: 'eu-west-1',
    dataClass: DataClass.CONFIDENTIAL,
    encryptionKey: new RotatedKey(stack, 'Key'),
    tags: { team: 'shop' },
  });
  const written = Written.of(stack);
  expect(written.resource('aws_efs_file_system')).toMatchObject({
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.Key_/) as string,
    tags: { team: 'shop', 'tom:data-class': 'confidential' },
  });
  expect(Object.keys(written.resources('aws_efs_mount_target'))).toHaveLength(3);
  expect(written.resource('aws_efs_replication_configuration').destination).toEqual({
    region: 'eu-west-1',
    kms_key_id: expect.stringMatching(/^\$\{aws_kms_key\.ConfidentialDataKey-eu-west-1_\w+\.arn\}$/) as string,
  });
});

test.each([Environment.PRODUCTION, Environment.EPHEMERAL])('passes the rules (%s)', (environment) => {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  const system = new EncryptedFileSystem(stack, 'Files', { vpc: network(stack), replicaRegion: 'eu-west-1' });
  const role = new IamRole(stack, 'Role', { assumeRolePolicy: '{}' });
  system.addAccessPoint('Documents', { path: '/documents' }).grantReadWrite(role);
  const written = Written.of(stack);
  const { report } = check([readStack('test', 'cdk.tf.json', written.json)]);
  expect(report.findings.filter(({ address }) => /aws_(?:efs|iam_role_policy)/.test(address))).toEqual([]);
  expect('lifecycle' in written.resource('aws_efs_file_system')).toBe(environment === Environment.PRODUCTION);
});

describe('refuses', () => {
  test.each<[object, string]>([
    [
      { encrypted: false },
      `'encrypted' must not be set: files are always encrypted (TOM 1.2.1 AES-256 for databases and object stores), got false; write encryptionKey for a key of your own, or leave it out`,
    ],
    [
      { availabilityZoneName: 'eu-central-1a' },
      `'availabilityZoneName' must not be set: a file system of one zone is lost with it (TOM 3.3.1 Redundant and distributed architecture), got "eu-central-1a"; leave it out: the files are kept in every zone of the region, and mounted in those of the network`,
    ],
    [
      { enableAutomaticBackups: false },
      `'enableAutomaticBackups' must not be set: the files are always backed up (TOM 4.1 Automated backups), got false; leave it out`,
    ],
    [
      { allowAnonymousAccess: true },
      `'allowAnonymousAccess' must not be set: the policy admits only TLS, and nobody without a role (TOM 3.1.1 Least privilege through roles), got true; leave it out, and call grantRead or grantReadWrite`,
    ],
    [
      { vpcSubnets: 'public' },
      `'vpcSubnets' must not be set: mount targets stand in the data subnets (TOM 3.3.4 Layered network defence), got "public"; leave it out, and name who may connect by connections.allowFrom`,
    ],
    [
      { replicaRegion: 'eu-central-1' },
      `'replicaRegion' must be another region than that of the network (TOM 4.2 Encrypted backups at a distant site), got "eu-central-1"; write another region of the residency, or leave it out`,
    ],
  ])('%j', (props, message) => {
    expect(messageOf(() => files(props))).toBe(`[test/Files] ${message}`);
  });

  test('a replica outside the residency', () => {
    expect(messageOf(() => files({ replicaRegion: 'us-east-1' }))).toMatch(
      /^\[test\/Files\] 'region' must be within the residency of personal data \(TOM 7\.1 .*\), got "us-east-1"; /
    );
  });

  test('a network with data subnets in one zone', () => {
    const stack = newStack();
    expect(messageOf(() => new EncryptedFileSystem(stack, 'Files', { vpc: network(stack, ['a']) }))).toBe(
      `[test/Files] 'vpc' must have data subnets in two zones or more: one zone that fails takes the file system along (TOM 3.3.1 Redundant and distributed architecture), got ["eu-central-1a"]; give the network a second zone`
    );
  });
});
