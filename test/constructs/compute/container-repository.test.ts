import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { ContainerRepository, ContainerRepositoryProps, Environment, RotatedKey } from '../../../lib';
import { Written, messageOf, newStack } from '../../support/synth';

function written(props?: ContainerRepositoryProps, posture?: Parameters<typeof newStack>[0]): Written {
  const stack = newStack(posture);
  new ContainerRepository(stack, 'Orders', props);
  return Written.of(stack);
}

function refused(props: object): string {
  return messageOf(() => written(props));
}

test('is encrypted, scanned, immutable and protected without any props', () => {
  expect(written().resource('aws_ecr_repository', 'Orders')).toMatchObject({
    name: 'test-orders',
    image_tag_mutability: 'IMMUTABLE',
    image_scanning_configuration: { scan_on_push: true },
    encryption_configuration: [{ encryption_type: 'KMS', kms_key: '${aws_kms_key.PersonalDataKey_AF90130A.arn}' }],
    force_delete: false,
    lifecycle: { prevent_destroy: true },
    tags: { 'tom:data-class': 'personal' },
  });
});

test('has no policy: nobody outside the account is let in', () => {
  expect(written().resources('aws_ecr_repository_policy')).toEqual({});
});

test('ends images that no tag names, and of the others all but the newest where it is told so', () => {
  const rules = (props?: ContainerRepositoryProps): unknown =>
    JSON.parse(String(written(props).resource('aws_ecr_lifecycle_policy').policy));
  const untagged = { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 14 };
  expect(rules()).toMatchObject({ rules: [{ rulePriority: 1, selection: untagged, action: { type: 'expire' } }] });
  expect(rules({ untaggedDays: 3, maxImageCount: 50 })).toMatchObject({
    rules: [
      { selection: { ...untagged, countNumber: 3 } },
      { selection: { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 50 } },
    ],
  });
});

test('takes a key, a name, a region and tags', () => {
  const stack = newStack();
  const region = 'eu-west-1';
  new ContainerRepository(stack, 'Orders', {
    encryptionKey: new RotatedKey(stack, 'Key', { region }),
    repositoryName: 'acme/orders_api',
    region,
    tags: { team: 'billing' },
  });
  expect(Written.of(stack).resource('aws_ecr_repository')).toMatchObject({
    name: 'acme/orders_api',
    encryption_configuration: [{ kms_key: '${aws_kms_key.Key_961B73FD.arn}' }],
    region,
    tags: { team: 'billing' },
  });
});

test('is deleted with its images only in an ephemeral environment', () => {
  const repository = written({}, { environment: Environment.EPHEMERAL, retentionDays: 1 }).resource(
    'aws_ecr_repository'
  );
  expect(repository.force_delete).toBe(true);
  expect(repository).not.toHaveProperty('lifecycle');
});

test('lets a role pull, and another one push', () => {
  const stack = newStack();
  const repository = new ContainerRepository(stack, 'Orders');
  const role = (id: string): IamRole => new IamRole(stack, id, { assumeRolePolicy: '{}' });
  repository.grantPull(role('Puller'));
  repository.grantPush(role('Pusher'));
  const actions = (name: string): unknown =>
    (
      JSON.parse(String(Written.of(stack).resource('aws_iam_role_policy', name).policy)) as {
        Statement: { Action: string[]; Resource: string[] }[];
      }
    ).Statement.map(({ Action, Resource }) => [Action, Resource]);
  const arn = ['${aws_ecr_repository.Orders_A9B65338.arn}'];
  expect(actions('Puller/Grants')).toEqual([
    [['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], arn],
    [['ecr:GetAuthorizationToken'], ['*']],
  ]);
  expect(JSON.stringify(actions('Pusher/Grants'))).not.toMatch(/BatchGetImage|Delete/);
});

test('takes a repository that is there by its ARN, and refuses what is none', () => {
  const arn = 'arn:aws:ecr:eu-central-1:111122223333:repository/acme/orders';
  const from = (text: string): string => ContainerRepository.fromRepositoryArn(newStack(), 'Known', text).repositoryArn;
  expect(from(arn)).toBe(arn);
  expect(messageOf(() => from('arn:aws:s3:::orders'))).toBe(
    "[test/Known] 'repositoryArn' must be the ARN of a repository, got \"arn:aws:s3:::orders\"; write 'arn:aws:ecr:<region>:<account>:repository/<name>'"
  );
});

test.each([
  [
    { repositoryName: 'Orders' },
    `'repositoryName' must be 2 to 256 lower case letters and digits, with '.', '_', '-' and '/' between them, got "Orders"; write repositoryName: 'acme/orders', or leave it out`,
  ],
  [
    { untaggedDays: 0 },
    "'untaggedDays' must be a whole number of days, at least 1 (TOM 9.1 Secure baselines), got 0; write untaggedDays: 14",
  ],
  [
    { maxImageCount: 0.5 },
    "'maxImageCount' must be a whole number of images, at least 1 (TOM 4.1 Automated backups), got 0.5; write maxImageCount: 100",
  ],
  [
    { imageTagMutability: 'MUTABLE' },
    `'imageTagMutability' must not be set: a tag names one image forever (TOM 3.2.3 Secure software development), got "MUTABLE"; leave it out, and push each build under a tag of its own`,
  ],
  [
    { scanOnPush: false },
    "'scanOnPush' must not be set: every image is scanned (TOM 5.1.1 Continuous vulnerability scanning), got false; leave it out",
  ],
])('refuses %j', (props, message) => {
  expect(refused(props)).toBe(`[test/Orders] ${message}`);
});
