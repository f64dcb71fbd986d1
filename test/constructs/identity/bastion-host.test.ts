import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  BastionHost,
  BastionHostProps,
  BlockPublicAccess,
  DataClass,
  Environment,
  Grantee,
  Peer,
  Port,
  Posture,
  RotatedKey,
  SecurityGroup,
  SegmentedVpc,
  TrustPolicy,
} from '../../../lib';
import { privateNetwork } from '../../support/network';
import { Written, messageOf, newStack } from '../../support/synth';

const PAM = '(TOM 6.4 Privileged access management)';
const KEY_ARN = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab';

type Props = Omit<BastionHostProps, 'vpc'>;

function bastion(
  props: Props = {},
  stack = newStack()
): { readonly stack: TerraformStack; readonly host: BastionHost } {
  return { stack, host: new BastionHost(stack, 'Bastion', { vpc: privateNetwork(stack), ...props }) };
}

function written(props: Props = {}, stack?: TerraformStack): Written {
  return Written.of(bastion(props, stack).stack);
}

/** The statements of a role's policy, by their Sid. */
function policy(of: Written, below: string): { [sid: string]: { [key: string]: unknown } } {
  return of.statements('aws_iam_role_policy', below);
}

describe('without any props', () => {
  const all = written();
  const instance = all.resource('aws_instance');

  test('has no public address and no SSH key, in the first zone of the application tier', () => {
    expect(instance).toMatchObject({
      subnet_id: 'subnet-0123456789abcdef0',
      associate_public_ip_address: false,
      vpc_security_group_ids: ['${aws_security_group.Bastion_SecurityGroup_6D392D75.id}'],
    });
    expect(instance).not.toHaveProperty('key_name');
    expect(instance).not.toHaveProperty('user_data');
  });

  test('asks for a token before it tells its credentials, and tells them no further than one hop', () => {
    expect(instance.metadata_options).toEqual({
      http_endpoint: 'enabled',
      http_tokens: 'required',
      http_put_response_hop_limit: 1,
      instance_metadata_tags: 'disabled',
    });
  });

  test('encrypts its volume with its own key', () => {
    expect(instance).toMatchObject({
      ebs_optimized: true,
      monitoring: true,
      root_block_device: { encrypted: true, volume_type: 'gp3', volume_size: 8, delete_on_termination: true },
    });
    expect(instance.root_block_device.kms_key_id).toBe('${aws_kms_key.Bastion_Key_0D331C49.arn}');
  });

  test('carries its tags on the volume too', () => {
    const tags = {
      'tom:data-class': 'personal',
      'tom:environment': 'production',
      'tom:owner': 'tests',
    };
    expect(instance.tags).toEqual({ Name: 'test-bastion', ...tags });
    expect(instance.root_block_device.tags).toEqual(tags);
  });

  test('runs the newest Amazon Linux for its processor, and makes nothing that it waits for before the old one goes', () => {
    expect(instance.ami).toBe('${data.aws_ssm_parameter.Bastion_Image_D61340B7.insecure_value}');
    expect(instance).not.toHaveProperty('lifecycle');
    const [image] = Object.values(all.json.data.aws_ssm_parameter as { [name: string]: { name: string } });
    expect(image.name).toBe('/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64');
  });

  test('lets nobody in, and reaches the private endpoints and S3 alone', () => {
    const egress = Object.values(all.resources('aws_vpc_security_group_egress_rule'));
    expect(
      egress.map((rule) => [Number(rule.from_port), String(rule.referenced_security_group_id ?? rule.prefix_list_id)])
    ).toEqual([
      [443, 'pl-0123456789abcdef0'],
      [443, 'sg-0123456789abcdef0'],
    ]);
    const ingress = Object.values(all.resources('aws_vpc_security_group_ingress_rule'));
    expect(ingress.map((rule) => String(rule.security_group_id))).toEqual(['sg-0123456789abcdef0']);
  });

  test('has sessions that are encrypted, streamed to a protected log, and ended by the clock', () => {
    const document = all.resource('aws_ssm_document');
    expect(document).toMatchObject({ name: 'session-test-bastion', document_type: 'Session', document_format: 'JSON' });
    expect(JSON.parse(document.content as string)).toEqual({
      schemaVersion: '1.0',
      description: 'Sessions on test/Bastion',
      sessionType: 'Standard_Stream',
      inputs: {
        kmsKeyId: '${aws_kms_key.Bastion_Key_0D331C49.arn}',
        cloudWatchLogGroupName: '${aws_cloudwatch_log_group.Bastion_Sessions_12723350.name}',
        cloudWatchEncryptionEnabled: true,
        cloudWatchStreamingEnabled: true,
        s3BucketName: '',
        s3EncryptionEnabled: true,
        runAsEnabled: false,
        idleSessionTimeout: '15',
        maxSessionDuration: '60',
      },
    });
    expect(all.resource('aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 365,
      kms_key_id: '${aws_kms_key.Bastion_Key_0D331C49.arn}',
      lifecycle: { prevent_destroy: true },
    });
  });

  test('has a role for EC2 that does what Session Manager needs', () => {
    const role = all.resource('aws_iam_role', 'Bastion/Role');
    expect(JSON.parse(role.assume_role_policy as string)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    });
    expect(role).not.toHaveProperty('permissions_boundary');
    const { SessionManager, DecryptSessions, WriteLog, FindLog, ...others } = policy(all, 'Bastion/RolePolicy');
    expect(others).toEqual({});
    expect(SessionManager.Action).toEqual([
      'ssm:UpdateInstanceInformation',
      'ssmmessages:CreateControlChannel',
      'ssmmessages:CreateDataChannel',
      'ssmmessages:OpenControlChannel',
      'ssmmessages:OpenDataChannel',
    ]);
    const key = '${aws_kms_key.Bastion_Key_0D331C49.arn}';
    expect(DecryptSessions).toMatchObject({ Action: ['kms:Decrypt'], Resource: [key] });
    const log = '${aws_cloudwatch_log_group.Bastion_Sessions_12723350.arn}';
    expect(WriteLog).toMatchObject({ Resource: [log, `${log}:*`] });
    expect(FindLog).toMatchObject({
      Action: ['logs:DescribeLogGroups'],
      Resource: [expect.stringMatching(/:log-group:\*$/)],
    });
    expect(all.resources('aws_iam_role_policy_attachment')).toEqual({});
  });

  test('starts with its policy and its rules in place', () => {
    expect(instance.depends_on).toEqual([
      'aws_iam_role_policy.Bastion_RolePolicy_CB539960',
      expect.stringMatching(/^aws_vpc_security_group_egress_rule\.Bastion_SecurityGroup_To-test-Endpoints-tcp-443_/),
      expect.stringMatching(/^aws_vpc_security_group_egress_rule\.Bastion_SecurityGroup_To-S3-tcp-443_/),
      expect.stringMatching(/^aws_vpc_security_group_ingress_rule\.Endpoints_From-test-Bastion-SecurityGroup-tcp-443_/),
    ]);
  });

  test('has a key that both ends of a session may call, by a context of sessions alone', () => {
    const { Sessions, ...others } = all.statements('aws_kms_key');
    expect(Sessions).toMatchObject({ Action: ['kms:Decrypt', 'kms:GenerateDataKey'] });
    expect(Sessions.Condition.StringLike).toEqual({ 'kms:EncryptionContext:aws:ssm:TargetId': 'i-*' });
    expect(Sessions.Condition.StringEquals['kms:CallerAccount']).toMatch(/account_id/);
    expect(JSON.stringify(others)).not.toContain('events.amazonaws.com');
  });

  test('announces every session to a topic', () => {
    const rule = all.resource('aws_cloudwatch_event_rule');
    expect(JSON.parse(rule.event_pattern as string)).toEqual({
      source: ['aws.ssm'],
      'detail-type': ['AWS API Call via CloudTrail'],
      detail: {
        eventSource: ['ssm.amazonaws.com'],
        eventName: ['StartSession'],
        requestParameters: { target: ['${aws_instance.Bastion_2B4CEC30.id}'] },
      },
    });
    const topicArn = '${aws_sns_topic.Bastion_AlarmTopic_9230216C.arn}';
    const target = all.resource('aws_cloudwatch_event_target');
    expect(target).toMatchObject({
      arn: topicArn,
      rule: '${aws_cloudwatch_event_rule.Bastion_SessionRule_FB9E77B0.name}',
    });
    expect(target).toMatchObject({
      role_arn: '${aws_iam_role.Bastion_AlarmRole_276EA922.arn}',
      depends_on: ['aws_iam_role_policy.Bastion_AlarmRolePolicy_D836B21B'],
    });
    const { input_paths, input_template } = target.input_transformer as {
      input_paths: { [name: string]: string };
      input_template: string;
    };
    const named = [...input_template.matchAll(/<(\w+)>/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(input_paths).sort());
    expect(typeof JSON.parse(input_template)).toBe('string');
  });

  test('has a topic that is encrypted, closed to plain HTTP, and open to no service', () => {
    expect(all.resource('aws_sns_topic').kms_master_key_id).toBe('${aws_kms_key.Bastion_Key_0D331C49.arn}');
    const { DenyPlainHttp, ...others } = all.statements('aws_sns_topic_policy');
    expect(DenyPlainHttp).toMatchObject({ Effect: 'Deny', Principal: '*', Action: 'sns:Publish' });
    expect(others).toEqual({});
  });

  test('publishes by a role that EventBridge assumes for this rule only, and that does nothing else', () => {
    const trust = JSON.parse(all.resource('aws_iam_role', 'Bastion/AlarmRole').assume_role_policy as string);
    expect(trust.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          ArnEquals: { 'aws:SourceArn': '${aws_cloudwatch_event_rule.Bastion_SessionRule_FB9E77B0.arn}' },
          StringEquals: { 'aws:SourceAccount': expect.stringMatching(/account_id/) as string },
        },
      },
    ]);
    const topicArn = '${aws_sns_topic.Bastion_AlarmTopic_9230216C.arn}';
    const { Publish, EncryptMessages, ...others } = policy(all, 'Bastion/AlarmRolePolicy');
    expect(others).toEqual({});
    expect(Publish).toMatchObject({ Action: ['sns:Publish'], Resource: [topicArn] });
    expect(EncryptMessages).toMatchObject({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Resource: ['${aws_kms_key.Bastion_Key_0D331C49.arn}'],
      Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topicArn } },
    });
  });
});

describe('takes', () => {
  test('shorter sessions', () => {
    const document = written({ idleTimeoutMinutes: 5, maxSessionMinutes: 30 }).resource('aws_ssm_document');
    expect(JSON.parse(document.content as string)).toMatchObject({
      inputs: { idleSessionTimeout: '5', maxSessionDuration: '30' },
    });
  });

  test.each([
    ['t4g.micro', 'arm64'],
    ['m7gd.large', 'arm64'],
    ['a1.medium', 'arm64'],
    ['t3.micro', 'x86_64'],
    ['g4dn.xlarge', 'x86_64'],
    ['u7i-12tb.224xlarge', 'x86_64'],
  ])('the type %s, with an image for %s', (instanceType, architecture) => {
    const all = written({ instanceType });
    expect(all.resource('aws_instance').instance_type).toBe(instanceType);
    expect(JSON.stringify(all.json.data.aws_ssm_parameter)).toContain(`al2023-ami-kernel-default-${architecture}"`);
  });

  test('an image, whose volume is as large as the image says', () => {
    const all = written({ imageId: 'ami-0123456789abcdef0' });
    expect(all.resource('aws_instance').ami).toBe('ami-0123456789abcdef0');
    expect(all.resource('aws_instance').root_block_device).not.toHaveProperty('volume_size');
    expect(all.json.data).not.toHaveProperty('aws_ssm_parameter');
  });

  test('a boundary, a class of data and tags', () => {
    const boundary = 'arn:aws:iam::111122223333:policy/boundary';
    const all = written({
      permissionsBoundaryArn: boundary,
      dataClass: DataClass.CONFIDENTIAL,
      tags: { team: 'a', Name: 'door' },
    });
    const roles = Object.values(all.resources('aws_iam_role'));
    expect(roles.map(({ permissions_boundary }): unknown => permissions_boundary)).toEqual([boundary, boundary]);
    const tags = { team: 'a', Name: 'door', 'tom:data-class': 'confidential' };
    for (const type of ['aws_instance', 'aws_security_group', 'aws_kms_key', 'aws_cloudwatch_log_group']) {
      expect(all.resource(type).tags).toMatchObject(tags);
    }
  });

  test('a key that is already there, whose policy it cannot see', () => {
    const stack = newStack();
    const all = written({ encryptionKey: RotatedKey.fromKeyArn(stack, 'Key', KEY_ARN) }, stack);
    expect(all.resources('aws_kms_key')).toEqual({});
    expect(all.resource('aws_instance').root_block_device.kms_key_id).toBe(KEY_ARN);
    expect(all.resource('aws_sns_topic').kms_master_key_id).toBe(KEY_ARN);
  });

  test('one key for two hosts, which is told once', () => {
    const stack = newStack();
    const encryptionKey = new RotatedKey(stack, 'Shared');
    const vpc = privateNetwork(stack);
    for (const id of ['One', 'Two']) new BastionHost(stack, id, { vpc, encryptionKey });
    const text = Written.of(stack).resource('aws_kms_key').policy as string;
    expect(text.match(/"Sid":"Sessions"/g)).toHaveLength(1);
  });

  test('a topic that is already there', () => {
    const alarmTopicArn = 'arn:aws:sns:eu-central-1:111122223333:security';
    const { host, stack } = bastion({ alarmTopicArn });
    expect(host.alarmTopicArn).toBe(alarmTopicArn);
    const all = Written.of(stack);
    expect(all.resource('aws_cloudwatch_event_target').arn).toBe(alarmTopicArn);
    expect(all.resources('aws_sns_topic')).toEqual({});
    const { Publish, ...others } = policy(all, 'Bastion/AlarmRolePolicy');
    expect(others).toEqual({});
    expect(Publish.Resource).toEqual([alarmTopicArn]);
  });

  test('a network in another region', () => {
    const stack = newStack();
    new BastionHost(stack, 'Bastion', { vpc: privateNetwork(stack, { region: 'eu-west-1' }) });
    const all = Written.of(stack);
    for (const type of [
      'aws_instance',
      'aws_kms_key',
      'aws_cloudwatch_log_group',
      'aws_ssm_document',
      'aws_sns_topic',
      'aws_sns_topic_policy',
      'aws_cloudwatch_event_rule',
      'aws_cloudwatch_event_target',
    ]) {
      expect(all.resource(type).region).toBe('eu-west-1');
    }
    expect(JSON.stringify(policy(all, 'Bastion/RolePolicy').FindLog)).toContain(':logs:eu-west-1:');
  });
});

test('names are cut where AWS takes short ones only', () => {
  const stack = newStack({ owner: 'tests', retentionDays: 400 }, 'a-stack-with-a-name-of-more-than-forty-characters');
  const all = written({}, stack);
  for (const role of Object.values(all.resources('aws_iam_role'))) {
    expect(role.name_prefix.length).toBeLessThanOrEqual(38);
  }
  expect(all.resource('aws_cloudwatch_event_rule').name.length).toBeLessThanOrEqual(64);
});

describe('connections', () => {
  test('go out to what is named', () => {
    const stack = newStack();
    const vpc = privateNetwork(stack);
    const host = new BastionHost(stack, 'Bastion', { vpc });
    const database = new SecurityGroup(stack, 'Database', { vpc });
    host.connections.allowTo(database, Port.POSTGRESQL);
    expect(Written.of(stack).resource('aws_vpc_security_group_ingress_rule', 'Database/')).toMatchObject({
      from_port: 5432,
      referenced_security_group_id: '${aws_security_group.Bastion_SecurityGroup_6D392D75.id}',
    });
  });

  const refusal = `[test/Bastion/SecurityGroup] 'peer' must not be a bastion host: nothing connects to it ${PAM}; call grantConnect for those who may begin sessions on it, which need no inbound rule`;

  test.each<[string, (host: BastionHost, other: SecurityGroup) => void]>([
    ['allowFrom a security group', (host, other) => host.connections.allowFrom(other, Port.HTTPS)],
    ['allowFrom addresses', (host) => host.connections.allowFrom(Peer.ipv4('10.9.0.0/16'), Port.HTTPS)],
    ['allowTo it', (host, other) => other.connections.allowTo(host, Port.tcp(22))],
    ['allowInternally', (host) => host.connections.allowInternally(Port.HTTPS)],
  ])('never come in: %s', (_title, act) => {
    const stack = newStack();
    const vpc = privateNetwork(stack);
    const host = new BastionHost(stack, 'Bastion', { vpc });
    const other = new SecurityGroup(stack, 'Other', { vpc });
    expect(messageOf(() => act(host, other))).toBe(refusal);
  });
});

describe('waits for a network of the same stack', () => {
  function waiting(network: TerraformStack, hosts: TerraformStack): { all: string[]; types: Set<string> } {
    const vpc = new SegmentedVpc(network, 'Network', { blockPublicAccess: BlockPublicAccess.ELSEWHERE });
    new BastionHost(hosts, 'Bastion', { vpc });
    const all = Written.of(hosts).resource('aws_instance').depends_on as string[];
    return { all, types: new Set(all.map((address) => address.split('.')[0])) };
  }

  test('its endpoints, and the routes, entries and rules on the way to them', () => {
    const stack = newStack();
    const { all, types } = waiting(stack, stack);
    expect([...types].sort()).toEqual([
      'aws_iam_role_policy',
      'aws_network_acl_rule',
      'aws_route_table_association',
      'aws_vpc_endpoint',
      'aws_vpc_security_group_egress_rule',
      'aws_vpc_security_group_ingress_rule',
    ]);
    expect(new Set(all).size).toBe(all.length);
    const made = Written.of(stack);
    const acls = Object.keys(made.resources('aws_network_acl_rule')).filter((path) =>
      /^Network\/(Application|Endpoint)\//.test(path)
    );
    const count = (type: string): number => all.filter((address) => address.startsWith(`${type}.`)).length;
    expect(count('aws_network_acl_rule')).toBe(acls.length);
    expect(count('aws_vpc_endpoint')).toBe(Object.keys(made.resources('aws_vpc_endpoint')).length);
  });

  test('and for its own rules in its own stack only, where the network is in another stack', () => {
    const network = newStack();
    const hosts = new TerraformStack(network.node.root, 'hosts');
    new AwsProvider(hosts, 'aws', { region: 'eu-central-1' });
    const { types } = waiting(network, hosts);
    expect([...types].sort()).toEqual(['aws_iam_role_policy', 'aws_vpc_security_group_egress_rule']);
  });
});

describe('grantConnect', () => {
  const ROOT = 'arn:aws:iam::111122223333:root';

  const roleOf = (stack: TerraformStack, id = 'Operator', assumeRolePolicy = TrustPolicy.withMfa([ROOT])): IamRole =>
    new IamRole(stack, id, { assumeRolePolicy });

  function granted(options?: Parameters<BastionHost['grantConnect']>[1]): ReturnType<typeof policy> {
    const { host, stack } = bastion();
    host.grantConnect(roleOf(stack), options);
    return policy(Written.of(stack), 'Operator/');
  }

  test('lets a role begin logged sessions on this host, and no others', () => {
    const { StartSession, EncryptSession, OpenSessions, EndOwnSessions, ...others } = granted();
    expect(others).toEqual({});
    expect(StartSession).toMatchObject({
      Action: ['ssm:StartSession'],
      Resource: [
        expect.stringMatching(/^arn:.+:ec2:.+:instance\/\$\{aws_instance\.Bastion_2B4CEC30\.id\}$/),
        '${aws_ssm_document.Bastion_SessionDocument_313BC008.arn}',
      ],
    });
    expect(StartSession.Condition).toEqual({ BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' } });
    expect(EncryptSession).toMatchObject({
      Action: ['kms:GenerateDataKey'],
      Resource: ['${aws_kms_key.Bastion_Key_0D331C49.arn}'],
      Condition: {
        StringEquals: { 'kms:EncryptionContext:aws:ssm:TargetId': '${aws_instance.Bastion_2B4CEC30.id}' },
      },
    });
    expect(OpenSessions).toMatchObject({ Action: ['ssmmessages:OpenDataChannel'], Resource: ['*'] });
    expect(EndOwnSessions).toMatchObject({
      Action: ['ssm:ResumeSession', 'ssm:TerminateSession'],
      Resource: [expect.stringMatching(/^arn:.+:ssm:.+:session\/\*$/)],
      Condition: { StringEquals: { 'ssm:resourceTag/aws:ssmmessages:session-id': '$${aws:userid}' } },
    });
  });

  test('asks for tags that the caller carries', () => {
    expect(granted({ tags: { team: 'operations', shift: 'night' } }).StartSession.Condition).toEqual({
      StringEquals: { 'aws:PrincipalTag/team': 'operations', 'aws:PrincipalTag/shift': 'night' },
      BoolIfExists: { 'ssm:SessionDocumentAccessCheck': 'true' },
    });
  });

  test('asks for no second factor in the policy of the role, where AWS knows of none', () => {
    for (const mfa of [true, false]) expect(JSON.stringify(granted({ mfa }))).not.toContain('MultiFactor');
  });

  describe('asks for one in the trust policy of the role', () => {
    const USER = 'arn:aws:iam::111122223333:user/ada';
    const ROLE = 'arn:aws:iam::111122223333:role/ci';
    const CENTER = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef';
    const SAML = 'arn:aws:iam::111122223333:saml-provider/idp';
    const MFA = '(TOM 6.3 Multi-factor authentication)';
    const FIX = "write assumeRolePolicy: TrustPolicy.withMfa(['arn:aws:iam::111122223333:root'])";

    function trust(Principal: object, Condition?: object, Action: string | string[] = 'sts:AssumeRole'): string {
      const statement = { Effect: 'Allow', Principal, Action, Condition };
      return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    }

    function connect(assumeRolePolicy: string, mfa?: boolean): () => void {
      const { host, stack } = bastion();
      return () => host.grantConnect(roleOf(stack, 'Operator', assumeRolePolicy), { mfa });
    }

    const factor = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

    test.each<[string, string]>([
      ['the account', trust({ AWS: ROOT }, factor)],
      ['a user', trust({ AWS: USER }, factor)],
      [
        'another account, by an id besides',
        trust({ AWS: '444455556666' }, { ...factor, StringEquals: { 'sts:ExternalId': 'x' } }),
      ],
    ])('takes %s', (_, text) => {
      expect(connect(text)).not.toThrow();
    });

    test.each<[string, string, string]>([
      ['the account', trust({ AWS: ROOT }), `a user of ${ROOT}`],
      [
        'the account of a token',
        trust({ AWS: 'arn:aws:iam::${TfToken[TOKEN.1]}:root' }),
        'a user of arn:aws:iam::${TfToken[TOKEN.1]}:root',
      ],
      ['a user', trust({ AWS: USER }), `a user of ${USER}`],
      ['a condition that holds without', trust({ AWS: USER }, { BoolIfExists: factor.Bool }), `a user of ${USER}`],
      [
        'a condition on something else',
        trust({ AWS: ROOT }, { StringEquals: { 'sts:ExternalId': 'x' } }),
        `a user of ${ROOT}`,
      ],
      ['a role', trust({ AWS: ROLE }), `a session of ${ROLE}`],
      ['a role of IAM Identity Center', trust({ AWS: CENTER }), `the identity provider ${CENTER}`],
      [
        'an identity provider',
        trust({ Federated: SAML }, undefined, 'sts:AssumeRoleWithSAML'),
        `the identity provider ${SAML}`,
      ],
      ['a service', trust({ Service: 'ec2.amazonaws.com' }), 'the service ec2.amazonaws.com'],
    ])('refuses %s', (_, text, who) => {
      expect(messageOf(connect(text))).toBe(
        `[test/Bastion] 'role' must ask for a second factor in its trust policy, where AWS evaluates it: ${who} assumes it without one ${MFA}, got "test/Operator"; ${FIX}, or mfa: false where an identity provider asks for it`
      );
    });

    test.each<[string, string]>([
      ['an identity provider', trust({ Federated: SAML }, undefined, ['sts:AssumeRoleWithSAML', 'sts:TagSession'])],
      ['a role of IAM Identity Center', trust({ AWS: CENTER })],
      [
        'roles of IAM Identity Center',
        trust({ AWS: ROOT }, { ArnLike: { 'aws:PrincipalArn': `${CENTER.slice(0, -16)}*` } }),
      ],
      ['a role', trust({ AWS: ROLE })],
      ['a service', trust({ Service: 'ec2.amazonaws.com' })],
      ['the account with a second factor', trust({ AWS: ROOT }, factor)],
    ])('leaves it to the identity provider of %s', (_, text) => {
      expect(connect(text, false)).not.toThrow();
    });

    test.each<[string, string, string]>([
      ['users', trust({ AWS: USER }), USER],
      ['the account', trust({ AWS: ROOT }, { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } }), ROOT],
    ])('refuses to leave it to one for %s', (_, text, who) => {
      expect(messageOf(connect(text, false))).toBe(
        `[test/Bastion] 'mfa' must not be false for a role that users of IAM assume, as ${who} in its trust policy: no identity provider asks them for a second factor ${MFA}, got false; ${FIX}`
      );
    });

    test('knows nothing of a role that is made elsewhere', () => {
      const { host, stack } = bastion();
      expect(() => host.grantConnect(Grantee.fromRoleName(stack, 'operator'))).not.toThrow();
    });

    test('leaves what only Terraform knows to the guardrails', () => {
      for (const text of ['${data.aws_iam_policy_document.trust.json}', trust({ AWS: '${TfToken[TOKEN.1]}' }), '{}']) {
        expect(connect(text)).not.toThrow();
      }
    });
  });

  test('grants the same twice once', () => {
    const { host, stack } = bastion();
    const role = roleOf(stack);
    host.grantConnect(role);
    host.grantConnect(role, { mfa: true });
    host.grantConnect(roleOf(stack, 'Other'), { mfa: false });
    const all = Written.of(stack);
    for (const below of ['Operator', 'Other']) {
      expect(Object.keys(all.statements('aws_iam_role_policy', `${below}/Grants`))).toEqual([
        'StartSession',
        'EncryptSession',
        'OpenSessions',
        'EndOwnSessions',
      ]);
    }
  });

  test('reaches a role of another stack, whose stack then depends on this one', () => {
    const { host, stack } = bastion();
    const other = new TerraformStack(stack.node.root, 'other');
    const role = roleOf(other);
    host.grantConnect(role);
    new AwsProvider(other, 'aws', { region: 'eu-central-1' });
    expect(Written.of(other).statements('aws_iam_role_policy', 'Operator/Grants')).toHaveProperty('StartSession');
    expect(other.dependsOn(stack)).toBe(true);
  });

  test('refuses other conditions for a role that was let in', () => {
    const { host, stack } = bastion();
    const role = roleOf(stack);
    host.grantConnect(role);
    expect(messageOf(() => host.grantConnect(role, { mfa: false }))).toBe(
      `[test/Bastion] 'grantConnect' must be called once for a role: it was let in under other conditions ${PAM}, got "test/Operator"; merge the two calls, or let in another role`
    );
  });

  test('refuses port forwarding', () => {
    const { host, stack } = bastion();
    expect(messageOf(() => host.grantConnect(roleOf(stack), { portForwarding: true } as object))).toBe(
      `[test/Bastion] 'portForwarding' must not be set: Session Manager logs nothing of what is forwarded ${PAM}, got true; work in the shell of the session, or reach the network through a RemoteAccessVpn`
    );
  });
});

test.each<[string, object, string]>([
  [
    'key pairs',
    { keyName: 'admin' },
    `'keyName' must not be set: sessions need no SSH key ${PAM}, got "admin"; call grantConnect for the roles that may connect`,
  ],
  [
    'key pairs of other libraries',
    { keyPair: {} },
    `'keyPair' must not be set: sessions need no SSH key ${PAM}, got an object; call grantConnect for the roles that may connect`,
  ],
  [
    'public addresses',
    { associatePublicIpAddress: true },
    `'associatePublicIpAddress' must not be set: the host is reached only through Session Manager ${PAM}, got true; leave it out`,
  ],
  [
    'inbound rules',
    { ingress: [] },
    `'ingress' must not be set: nothing connects to the host ${PAM}, got []; call grantConnect for those who may begin sessions on it, which need no inbound rule`,
  ],
  [
    'another tier',
    { subnetTier: 'public' },
    `'subnetTier' must not be set: the host stands in the application tier ${PAM}, got "public"; leave it out`,
  ],
  [
    'a subnet',
    { subnetId: 'subnet-1' },
    `'subnetId' must not be set: the host stands in the application tier ${PAM}, got "subnet-1"; leave it out`,
  ],
  [
    'a selection of subnets',
    { subnetSelection: {} },
    `'subnetSelection' must not be set: the host stands in the application tier ${PAM}, got an object; leave it out`,
  ],
  [
    'sessions without a log',
    { sessionLogging: false },
    `'sessionLogging' must not be set: every session is logged ${PAM}, got false; leave it out`,
  ],
  [
    'user data',
    { userData: 'x' },
    `'userData' must not be set: anyone who reads the instance reads it, and secrets end up there ${PAM}, got "x"; write imageId for an image that holds what the host needs`,
  ],
  [
    'sessions that idle for longer',
    { idleTimeoutMinutes: 16 },
    `'idleTimeoutMinutes' must be a whole number from 1 to 15 ${PAM}, got 16; write idleTimeoutMinutes: 15`,
  ],
  [
    'sessions that last longer',
    { maxSessionMinutes: 61 },
    `'maxSessionMinutes' must be a whole number from 1 to 60 ${PAM}, got 61; write maxSessionMinutes: 60`,
  ],
  [
    'no type of instance',
    { instanceType: 'small' },
    `'instanceType' must be a type of instance, known when the program runs: it decides the image, got "small"; write instanceType: 't4g.micro'`,
  ],
  [
    'no topic',
    { alarmTopicArn: 'security' },
    `'alarmTopicArn' must be the ARN of a topic ${PAM}, got "security"; write alarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:security'`,
  ],
])('refuses %s', (_title, props, message) => {
  expect(messageOf(() => bastion(props))).toBe(`[test/Bastion] ${message}`);
});

describe('refuses', () => {
  test('a type of instance that only Terraform knows', () => {
    const stack = newStack();
    const { stringValue } = new TerraformVariable(stack, 'type', {});
    expect(messageOf(() => bastion({ instanceType: stringValue }, stack))).toBe(
      `[test/Bastion] 'instanceType' must be a type of instance, known when the program runs: it decides the image, got a token; write instanceType: 't4g.micro'`
    );
  });

  test('a network without private endpoints', () => {
    const stack = newStack();
    const vpc = privateNetwork(stack, { interfaceEndpoints: undefined });
    expect(messageOf(() => new BastionHost(stack, 'Bastion', { vpc }))).toBe(
      `[test/Bastion] 'vpc' must have private endpoints of AWS services, by which Session Manager reaches the host ${PAM}, got "test/Network"; give the network endpoints for ssm, ssmmessages, kms and logs, and write interfaceEndpoints where it is imported`
    );
  });

  test('a network without an application tier', () => {
    const stack = newStack();
    const vpc = privateNetwork(stack, { applicationSubnets: [] });
    expect(messageOf(() => new BastionHost(stack, 'Bastion', { vpc }))).toContain(`got "application"`);
  });

  test('a network outside the residency', () => {
    const stack = newStack();
    const vpc = privateNetwork(stack, { region: 'us-east-1' });
    expect(messageOf(() => new BastionHost(stack, 'Bastion', { vpc }))).toContain(
      "[test/Bastion] 'region' must be within the residency of personal data"
    );
  });
});

test('may be destroyed with its log in an ephemeral environment', () => {
  const stack = newStack({ environment: Environment.EPHEMERAL, owner: 'tests' });
  expect(Posture.of(stack).isEphemeral).toBe(true);
  expect(written({}, stack).resource('aws_cloudwatch_log_group')).not.toHaveProperty('lifecycle');
});
