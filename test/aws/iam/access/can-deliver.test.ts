import { AccountTrail, AuditLogArchive, EncryptedBucket } from '../../../../lib';
import { DELIVERING, canDeliver, deliveriesOf } from '../../../../lib/aws/iam/access/can-deliver';
import { ENDS } from '../../../../lib/aws/iam/access/delivery/ends';
import { Model } from '../../../../lib/terraform/model';
import { Json, JsonObject } from '../../../../lib/terraform/value';
import { at, modelOf } from '../../../support/models';
import { segmentedVpc } from '../../../support/network';
import { Written, newStack } from '../../../support/synth';

const OWN = '111122223333';

function stackOf(resource: { [type: string]: Json }, data: Json = {}): Model {
  const provider = { aws: [{ region: 'eu-central-1', allowed_account_ids: [OWN] }] };
  return modelOf({ stack: { provider, data, resource } });
}

function policy(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) });
}

/** What a source asks, as `s3:PutObject: allow`, or why nothing arrives. */
function asked(model: Model, source: string): string[] {
  return deliveriesOf(model, at(model, source)).map(
    ({ action, fact, decision, on }) => `${action ?? fact}: ${decision}${on.length > 0 ? ` on ${on.join(', ')}` : ''}`
  );
}

test.each(['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'])(
  'a log group asks for its key by its ARN: %s',
  (type) => {
    const Principal = { Service: 'logs.eu-central-1.amazonaws.com' };
    const key = (Resource: string): Model =>
      stackOf({
        [type]: { logs: { policy: policy({ Principal, Action: 'kms:*', Resource }) } },
        aws_cloudwatch_log_group: { it: { name: 'it', kms_key_id: `\${${type}.logs.arn}` } },
      });
    const source = 'aws_cloudwatch_log_group.it';
    expect(asked(key('*'), source)).toEqual(['kms:GenerateDataKey: allow', 'kms:Decrypt: allow']);
    expect(asked(key(`arn:aws:kms:eu-central-1:${OWN}:key/*`), source)).toEqual([
      'kms:GenerateDataKey: allow',
      'kms:Decrypt: allow',
    ]);
    expect(asked(key(`arn:aws:kms:us-east-1:${OWN}:key/*`), source)).toEqual([
      'kms:GenerateDataKey: deny',
      'kms:Decrypt: deny',
    ]);
  }
);

test('of everything that delivers it is known what names its ends', () => {
  expect(Object.keys(ENDS).sort()).toEqual([...DELIVERING].sort());
});

describe('a trail', () => {
  const Principal = { Service: 'cloudtrail.amazonaws.com' };
  const READ = { Principal, Action: 's3:GetBucketAcl', Resource: '${aws_s3_bucket.logs.arn}' };
  const write = (path: string, Condition: JsonObject = {}): JsonObject => {
    return { Principal, Action: 's3:PutObject', Resource: `\${aws_s3_bucket.logs.arn}/${path}`, Condition };
  };
  const from = (name: string): JsonObject => ({
    StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
    ArnLike: { 'aws:SourceArn': `arn:aws:cloudtrail:*:${OWN}:trail/${name}` },
  });
  const denied = (Condition: JsonObject): JsonObject => {
    return { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*', Condition };
  };
  const NO_OTHER_ALGORITHM = denied({ StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption': 'aws:kms' } });
  const NO_OTHER_ONE_NAMED = denied({
    StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
    Null: { 's3:x-amz-server-side-encryption': 'false' },
  });
  const KEY = { kms_key_id: '${aws_kms_key.logs.arn}' };
  const trailInto = (statements: JsonObject[], trail: JsonObject = {}): Model =>
    stackOf({
      aws_s3_bucket: { logs: {} },
      aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policy(...statements) } },
      aws_kms_key: { logs: { policy: policy({ Principal, Action: 'kms:GenerateDataKey*', Resource: '*' }) } },
      aws_cloudtrail: { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}', ...trail } },
    });

  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
  test.each<[string, JsonObject[], JsonObject, string]>([
    ['as AWS documents it', [READ, write(`AWSLogs/${OWN}/*`, from('main'))], {}, 'allow'],
    ['into a prefix', [READ, write(`audit/AWSLogs/${OWN}/*`)], { s3_key_prefix: 'audit' }, 'allow'],
    ['without its prefix', [READ, write(`AWSLogs/${OWN}/*`)], { s3_key_prefix: 'audit' }, 'deny'],
    ['for another account', [READ, write('AWSLogs/444455556666/*')], {}, 'deny'],
    ['of all accounts', [READ, write('AWSLogs/*')], { is_organization_trail: true }, 'allow'],
    [
      'of all accounts, where its own may',
      [READ, write(`AWSLogs/${OWN}/*`)],
      { is_organization_trail: true },
      'depends on which of several resources',
    ],
    ['for another trail', [READ, write('AWSLogs/*', from('other'))], {}, 'deny'],
    ['with nothing that lets it write', [READ], {}, 'deny'],
    ['with a key, where others are denied', [READ, write('*'), NO_OTHER_ALGORITHM], KEY, 'allow'],
    ['without a key, where a key is demanded', [READ, write('*'), NO_OTHER_ALGORITHM], {}, 'deny'],
    [
      'without a key, where others may not be named',
      [READ, write('*'), NO_OTHER_ONE_NAMED],
      {},
      'depends on s3:x-amz-server-side-encryption',
    ],
  ])('writes %s', (_, statements, trail, decision) => {
    const found = asked(trailInto(statements, trail), 'aws_cloudtrail.main');
    expect(found.slice(0, 2)).toEqual(['s3:GetBucketAcl: allow', `s3:PutObject: ${decision}`]);
  });

  test.each<[string, JsonObject, string]>([
    ['lets it', {}, 'allow'],
    ['lets it in the context of the trail', { StringLike: context(`arn:aws:cloudtrail:*:${OWN}:trail/*`) }, 'allow'],
    ['lets another trail', { StringEquals: context(`arn:aws:cloudtrail:eu-central-1:${OWN}:trail/other`) }, 'deny'],
    ['lets it where a key is asked that AWS does not name', { StringEquals: { 'aws:SourceOrgID': 'o-a' } }, 'depends'],
  ])('writes under a key that %s', (_, Condition, decision) => {
    const model = stackOf({
      aws_s3_bucket: { logs: {} },
      aws_kms_key: {
        logs: { policy: policy({ Principal, Action: 'kms:GenerateDataKey*', Resource: '*', Condition }) },
      },
      aws_cloudtrail: { main: { name: 'main', s3_bucket_name: '${aws_s3_bucket.logs.id}', ...KEY } },
    });
    expect(asked(model, 'aws_cloudtrail.main')[2]).toMatch(`kms:GenerateDataKey: ${decision}`);
  });

  test('feeds a log group by its role', () => {
    const role = (trust: string, Resource: string): Model =>
      stackOf({
        aws_cloudwatch_log_group: { trail: { name: 'trail' } },
        aws_iam_role: {
          feed: { assume_role_policy: policy({ Principal: { Service: trust }, Action: 'sts:AssumeRole' }) },
        },
        aws_iam_role_policy: {
          feed: {
            role: '${aws_iam_role.feed.id}',
            policy: policy({ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource }),
          },
        },
        aws_cloudtrail: {
          main: {
            s3_bucket_name: 'elsewhere',
            cloud_watch_logs_group_arn: '${aws_cloudwatch_log_group.trail.arn}:*',
            cloud_watch_logs_role_arn: '${aws_iam_role.feed.arn}',
          },
        },
      });
    const group = '${aws_cloudwatch_log_group.trail.arn}:*';
    const streams = `arn:aws:logs:eu-central-1:${OWN}:log-group:trail:log-stream:${OWN}_CloudTrail_eu-central-1*`;
    const found = (trust: string, resource: string): string => {
      const decisions = asked(role(trust, resource), 'aws_cloudtrail.main').map((one) => one.replace(/.*: /, ''));
      return decisions.join(' ');
    };
    expect(found('cloudtrail.amazonaws.com', group)).toBe('allow allow allow');
    expect(found('cloudtrail.amazonaws.com', streams)).toBe('allow allow allow');
    expect(found('cloudtrail.amazonaws.com', '${aws_cloudwatch_log_group.trail.arn}')).toBe('allow deny deny');
    expect(found('ec2.amazonaws.com', group)).toBe('deny allow allow');
  });
});

function context(arn: string): JsonObject {
  return { 'kms:EncryptionContext:aws:cloudtrail:arn': arn };
}

describe('logs that CloudWatch Logs delivers', () => {
  const flow = (statements: JsonObject[]): Model =>
    stackOf({
      aws_s3_bucket: { logs: {} },
      aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policy(...statements) } },
      aws_flow_log: { vpc: { log_destination: '${aws_s3_bucket.logs.arn}/vpc/', log_destination_type: 's3' } },
    });

  test('arrive where AWS may add what the policy lacks, and not where it denies it', () => {
    const added =
      'depends on a statement that AWS adds to the policy of the bucket where the caller that sets the logging up may change it';
    expect(asked(flow([]), 'aws_flow_log.vpc')).toEqual([`s3:GetBucketAcl: ${added}`, `s3:PutObject: ${added}`]);
    const Principal = { Service: 'delivery.logs.amazonaws.com' };
    const let_ = (path: string): JsonObject[] => [
      { Principal, Action: 's3:GetBucketAcl', Resource: '*' },
      { Principal, Action: 's3:PutObject', Resource: `\${aws_s3_bucket.logs.arn}/${path}` },
    ];
    expect(asked(flow(let_(`vpc/AWSLogs/${OWN}/*`)), 'aws_flow_log.vpc')).toEqual([
      's3:GetBucketAcl: allow',
      's3:PutObject: allow',
    ]);
    const deny = { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*' };
    expect(asked(flow([...let_('*'), deny]), 'aws_flow_log.vpc')).toEqual([
      's3:GetBucketAcl: allow',
      's3:PutObject: deny',
    ]);
  });

  test('arrive in a log group by the policies of the account', () => {
    const config = (more: { [type: string]: Json }): Model =>
      stackOf({
        aws_cloudwatch_log_group: { dns: { name: '/dns' } },
        aws_route53_resolver_query_log_config: { dns: { destination_arn: '${aws_cloudwatch_log_group.dns.arn}' } },
        ...more,
      });
    const source = 'aws_route53_resolver_query_log_config.dns';
    const others = 'depends on another policy of CloudWatch Logs in the account';
    expect(asked(config({}), source)).toEqual([`logs:CreateLogStream: ${others}`, `logs:PutLogEvents: ${others}`]);
    const policy_document = policy({
      Principal: { Service: 'delivery.logs.amazonaws.com' },
      Action: 'logs:*',
      Resource: '${aws_cloudwatch_log_group.dns.arn}:log-stream:*',
    });
    const own = config({ aws_cloudwatch_log_resource_policy: { dns: { policy_name: 'dns', policy_document } } });
    expect(asked(own, source)).toEqual(['logs:CreateLogStream: allow', 'logs:PutLogEvents: allow']);
  });
});

describe('the access logs of a bucket', () => {
  const Principal = { Service: 'logging.s3.amazonaws.com' };
  const logging = (statement: JsonObject | undefined, more: { [type: string]: Json } = {}): Model =>
    stackOf({
      aws_s3_bucket: { data: {}, logs: {} },
      aws_s3_bucket_policy: {
        logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policy(...(statement ? [statement] : [])) },
      },
      aws_s3_bucket_logging: {
        data: {
          bucket: '${aws_s3_bucket.data.id}',
          target_bucket: '${aws_s3_bucket.logs.id}',
          target_prefix: 'data/',
        },
      },
      ...more,
    });
  const write = (path: string, Condition: JsonObject = {}): JsonObject => {
    return { Principal, Action: 's3:PutObject', Resource: `\${aws_s3_bucket.logs.arn}/${path}`, Condition };
  };
  const bySource = (arn: string): JsonObject => ({ ArnLike: { 'aws:SourceArn': arn } });
  const SOURCE = 'aws_s3_bucket_logging.data';

  test.each<[string, JsonObject | undefined, string]>([
    ['any bucket may', write('*'), 'allow'],
    ['the buckets of the account may', write('*', { StringEquals: { 'aws:SourceAccount': OWN } }), 'allow'],
    ['this one may', write('data/*', bySource('${aws_s3_bucket.data.arn}')), 'allow'],
    ['another one may', write('data/*', bySource('${aws_s3_bucket.logs.arn}')), 'deny'],
    ['another prefix is allowed', write('other/*'), 'deny'],
    ['nothing is', undefined, 'deny'],
  ])('arrive: %s', (_, statement, decision) => {
    expect(asked(logging(statement), SOURCE)).toEqual([`s3:PutObject: ${decision}`]);
  });

  test('may arrive by a list, where lists count', () => {
    const acl = { aws_s3_bucket_acl: { logs: { bucket: '${aws_s3_bucket.logs.id}', acl: 'log-delivery-write' } } };
    expect(asked(logging(undefined, acl), SOURCE)).toEqual([
      's3:PutObject: depends on the access control list of aws_s3_bucket.logs',
    ]);
    const rule = { object_ownership: 'BucketOwnerEnforced' };
    const owned = { aws_s3_bucket_ownership_controls: { logs: { bucket: '${aws_s3_bucket.logs.id}', rule } } };
    expect(asked(logging(undefined, { ...acl, ...owned }), SOURCE)).toEqual(['s3:PutObject: deny']);
  });

  test('do not arrive where KMS encrypts, or Object Lock holds them', () => {
    const encrypted = (sse_algorithm: string): { [type: string]: Json } => ({
      aws_s3_bucket_server_side_encryption_configuration: {
        logs: {
          bucket: '${aws_s3_bucket.logs.id}',
          rule: [{ apply_server_side_encryption_by_default: { sse_algorithm } }],
        },
      },
    });
    const [kms] = asked(logging(write('*'), encrypted('aws:kms')), SOURCE);
    expect(kms).toMatch(/^it encrypts with KMS, .*: deny$/);
    expect(asked(logging(write('*'), encrypted('AES256')), SOURCE)).toEqual(['s3:PutObject: allow']);
    expect(asked(logging(write('*'), encrypted('${var.algorithm}')), SOURCE)[0]).toMatch(
      /: depends on \$\{var.algorithm\}$/
    );
    const locked = { aws_s3_bucket: { data: {}, logs: { object_lock_enabled: true } } };
    expect(asked(logging(write('*'), locked), SOURCE)[0]).toMatch(/^it has Object Lock, .*: deny$/);
  });
});

describe('a load balancer', () => {
  const NETWORK = { load_balancer_type: 'network' };
  const balancer = (statement: JsonObject, more: JsonObject = {}): Model =>
    stackOf(
      {
        aws_s3_bucket: { logs: {} },
        aws_s3_bucket_policy: { logs: { bucket: '${aws_s3_bucket.logs.id}', policy: policy(statement) } },
        aws_lb: { front: { access_logs: { bucket: '${aws_s3_bucket.logs.id}', enabled: true, prefix: 'a' }, ...more } },
      },
      { aws_elb_service_account: { it: {} } }
    );
  const write = (Principal: Json): JsonObject => {
    return { Principal, Action: 's3:PutObject', Resource: `\${aws_s3_bucket.logs.arn}/a/AWSLogs/${OWN}/*` };
  };
  test.each<[string, JsonObject, JsonObject, string[]]>([
    ['its service', write({ Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }), {}, ['s3:PutObject: allow']],
    [
      'the account of the Region',
      write({ AWS: '${data.aws_elb_service_account.it.arn}' }),
      {},
      ['s3:PutObject: allow'],
    ],
    [
      'an account that may be that',
      write({ AWS: '054676820928' }),
      {},
      ['s3:PutObject: depends on the account of Elastic Load Balancing in the Region'],
    ],
    ['another service', write({ Service: 'delivery.logs.amazonaws.com' }), {}, ['s3:PutObject: deny']],
    [
      'a network load balancer, by that service',
      write({ Service: 'delivery.logs.amazonaws.com' }),
      NETWORK,
      [
        's3:GetBucketAcl: depends on a statement that AWS adds to the policy of the bucket where the caller that sets the logging up may change it',
        's3:PutObject: allow',
      ],
    ],
    ['nobody, where it logs nothing', write('*'), { access_logs: { bucket: 'logs', enabled: false } }, []],
  ])('writes by %s', (_, statement, more, expected) => {
    expect(asked(balancer(statement, more), 'aws_lb.front')).toEqual(expected);
  });
});

describe('a configuration recorder', () => {
  const Principal = { Service: 'config.amazonaws.com' };
  const BUCKET = [
    { Principal, Action: ['s3:GetBucketAcl', 's3:ListBucket'], Resource: '${aws_s3_bucket.config.arn}' },
    { Principal, Action: 's3:PutObject', Resource: '${aws_s3_bucket.config.arn}/*' },
  ];
  const channel = (statements: JsonObject[], role: JsonObject, grant: JsonObject[] = []): Model =>
    stackOf({
      aws_s3_bucket: { config: {} },
      aws_s3_bucket_policy: { config: { bucket: '${aws_s3_bucket.config.id}', policy: policy(...statements) } },
      aws_iam_role: { config: {} },
      aws_iam_role_policy: { config: { role: '${aws_iam_role.config.id}', policy: policy(...grant) } },
      aws_config_configuration_recorder: { main: role },
      aws_config_delivery_channel: { main: { s3_bucket_name: '${aws_s3_bucket.config.bucket}' } },
    });
  const OWN_ROLE = { role_arn: '${aws_iam_role.config.arn}' };
  const put = (found: string[]): string | undefined => found.find((one) => one.startsWith('s3:PutObject'));

  test('writes as the service, or by its role', () => {
    const source = 'aws_config_delivery_channel.main';
    expect(put(asked(channel(BUCKET, OWN_ROLE), source))).toBe('s3:PutObject: allow');
    const grant = [{ Action: 's3:*', Resource: '*' }];
    expect(put(asked(channel([], OWN_ROLE, grant), source))).toBe('s3:PutObject: allow');
    expect(put(asked(channel([], OWN_ROLE), source))).toBe('s3:PutObject: deny');
    expect(put(asked(channel([], { role_arn: '${var.role}' }), source))).toBe(
      's3:PutObject: depends on the role of the configuration recorder'
    );
  });

  const SOURCE = 'aws_config_delivery_channel.main';
  const into = (statements: JsonObject[], more: { [type: string]: Json } = {}, own: JsonObject = {}): string[] =>
    asked(
      stackOf({
        aws_s3_bucket: { config: {} },
        aws_s3_bucket_policy: { config: { bucket: '${aws_s3_bucket.config.id}', policy: policy(...statements) } },
        aws_config_delivery_channel: { main: { s3_bucket_name: '${aws_s3_bucket.config.bucket}', ...own } },
        ...more,
      }),
      SOURCE
    );
  const encrypted = (sse_algorithm: string): { [type: string]: Json } => ({
    aws_s3_bucket_server_side_encryption_configuration: {
      config: {
        bucket: '${aws_s3_bucket.config.id}',
        rule: [{ apply_server_side_encryption_by_default: { sse_algorithm } }],
      },
    },
  });
  const NO_OTHER_ONE_NAMED = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:PutObject',
    Resource: '*',
    Condition: {
      StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      Null: { 's3:x-amz-server-side-encryption': 'false' },
    },
  };

  // https://docs.aws.amazon.com/config/latest/developerguide/manage-delivery-channel.html
  test.each([
    ['aws:kms', 'deny'],
    ['aws:kms:dsse', 'deny'],
    ['AES256', 'depends on s3:x-amz-server-side-encryption'],
    ['${var.algorithm}', 'depends on s3:x-amz-server-side-encryption'],
  ])('has S3 encrypt without a key, in a bucket whose default is %s', (algorithm, decision) => {
    expect(put(into([...BUCKET, NO_OTHER_ONE_NAMED], encrypted(algorithm)))).toBe(`s3:PutObject: ${decision}`);
  });

  test('needs no key of the bucket where it names none', () => {
    expect(into(BUCKET, encrypted('aws:kms'))).toEqual([
      's3:GetBucketAcl: allow',
      's3:ListBucket: allow',
      's3:PutObject: allow',
    ]);
  });

  test.each(['arn:aws:config:*', `arn:aws:config:eu-central-1:${OWN}`, `arn:aws:config:*:${OWN}:*`])(
    'names itself as the source: %s',
    (arn) => {
      const Condition = { StringLike: { 'aws:SourceArn': arn }, StringEquals: { 'aws:SourceAccount': OWN } };
      const found = put(into(BUCKET.map((one) => ({ ...one, Condition }))));
      expect(found).toMatch(arn.endsWith('*') && !arn.includes(OWN) ? /: allow$/ : /: depends on what follows/);
    }
  );

  test('does not arrive where Object Lock locks it by default', () => {
    const lock = (own: JsonObject): string =>
      into(BUCKET, {
        aws_s3_bucket_object_lock_configuration: { config: { bucket: '${aws_s3_bucket.config.id}', ...own } },
      })[0];
    expect(lock({ rule: { default_retention: { mode: 'GOVERNANCE', days: 1 } } })).toMatch(
      /^its Object Lock .*: deny$/
    );
    expect(lock({ rule: { default_retention: { mode: 'GOVERNANCE', years: '${var.years}' } } })).toMatch(
      /^its Object Lock .*: depends on \$\{var.years\}$/
    );
    expect(lock({})).toBe('s3:GetBucketAcl: allow');
  });

  test('asks for a key that is made elsewhere, of which nobody knows the policy', () => {
    const s3_kms_key_arn = `arn:aws:kms:eu-central-1:${OWN}:key/1`;
    expect(into(BUCKET, {}, { s3_kms_key_arn })[0]).toMatch(/: depends on the policy of the key "arn:aws:kms:.*"$/);
  });
});

describe('messages', () => {
  const send = (Service: string, Condition: JsonObject = {}): string =>
    policy({ Principal: { Service }, Action: ['sns:Publish', 'sqs:SendMessage'], Resource: '*', Condition });
  const rule = { 'aws:SourceArn': '${aws_cloudwatch_event_rule.it.arn}' };
  const events = (type: string, own: JsonObject, more: { [type: string]: Json } = {}): Model =>
    stackOf({
      aws_cloudwatch_event_rule: { it: { name: 'it' } },
      [type]: { it: own },
      aws_cloudwatch_event_target: { it: { rule: '${aws_cloudwatch_event_rule.it.name}', arn: `\${${type}.it.arn}` } },
      ...more,
    });
  const TARGET = 'aws_cloudwatch_event_target.it';

  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
  test.each<[string, string, JsonObject, string[]]>([
    ['a topic', 'aws_sns_topic', { policy: send('events.amazonaws.com') }, ['sns:Publish: allow']],
    [
      'a topic, on a condition that it cannot meet',
      'aws_sns_topic',
      { policy: send('events.amazonaws.com', { ArnEquals: rule }) },
      ['sns:Publish: deny'],
    ],
    ['a topic of the default policy', 'aws_sns_topic', {}, ['sns:Publish: deny']],
    ['a topic for others', 'aws_sns_topic', { policy: send('s3.amazonaws.com') }, ['sns:Publish: deny']],
    [
      'a queue, on a condition that it meets',
      'aws_sqs_queue',
      { policy: send('events.amazonaws.com', { ArnEquals: rule }) },
      ['sqs:SendMessage: allow'],
    ],
    ['a queue without a policy', 'aws_sqs_queue', {}, ['sqs:SendMessage: deny']],
  ])('of EventBridge reach %s', (_, type, own, expected) => {
    expect(asked(events(type, own), TARGET)).toEqual(expected);
  });

  test.each<[string, Json, JsonObject, string[]]>([
    ['a key that lets EventBridge', '${aws_kms_key.it.arn}', {}, ['allow', 'allow', 'allow']],
    ['its alias', '${aws_kms_alias.it.name}', {}, ['allow', 'allow', 'allow']],
    ['a key that asks for a source', '${aws_kms_key.it.arn}', { ArnEquals: rule }, ['allow', 'deny', 'deny']],
    ['the key of AWS', 'alias/aws/sns', {}, ['deny', 'allow']],
  ])('reach an encrypted topic: %s', (_, kms_master_key_id, Condition, expected) => {
    const key = policy({ Principal: { Service: 'events.amazonaws.com' }, Action: 'kms:*', Resource: '*', Condition });
    const model = events(
      'aws_sns_topic',
      { policy: send('events.amazonaws.com'), kms_master_key_id },
      { aws_kms_key: { it: { policy: key } }, aws_kms_alias: { it: { target_key_id: '${aws_kms_key.it.id}' } } }
    );
    expect(asked(model, TARGET).map((one) => one.replace(/.*: /, ''))).toEqual(expected);
  });

  // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
  test.each([
    ['sns.eu-central-1.amazonaws.com', 'allow'],
    ['sns.us-east-1.amazonaws.com', 'deny'],
    ['sqs.*.amazonaws.com', 'deny'],
  ])('by a role reach a topic whose key is used through %s: %s', (through, decision) => {
    const allowed = policy({ Action: ['sns:Publish', 'kms:*'], Resource: '*' });
    const Condition = { StringLike: { 'kms:ViaService': through } };
    const model = stackOf({
      aws_cloudwatch_event_rule: { it: { name: 'it' } },
      aws_cloudwatch_event_target: {
        it: {
          rule: '${aws_cloudwatch_event_rule.it.name}',
          arn: '${aws_sns_topic.it.arn}',
          role_arn: '${aws_iam_role.it.arn}',
        },
      },
      aws_iam_role: {
        it: {
          assume_role_policy: policy({ Principal: { Service: 'events.amazonaws.com' }, Action: 'sts:AssumeRole' }),
        },
      },
      aws_iam_role_policy: { it: { role: '${aws_iam_role.it.id}', policy: allowed } },
      aws_kms_key: { it: { policy: policy({ Principal: { AWS: OWN }, Action: 'kms:*', Resource: '*', Condition }) } },
      aws_sns_topic: { it: { kms_master_key_id: '${aws_kms_key.it.arn}' } },
    });
    expect(asked(model, TARGET)).toEqual([
      'sts:AssumeRole: allow',
      'sns:Publish: allow',
      `kms:GenerateDataKey: ${decision}`,
      `kms:Decrypt: ${decision}`,
    ]);
  });

  test('of an alarm reach a topic of the default policy', () => {
    const alarm = (own: JsonObject): Model =>
      stackOf({
        aws_sns_topic: { it: own },
        aws_cloudwatch_metric_alarm: { it: { alarm_name: 'it', alarm_actions: ['${aws_sns_topic.it.arn}'] } },
      });
    const source = 'aws_cloudwatch_metric_alarm.it';
    expect(asked(alarm({}), source)).toEqual(['sns:Publish: allow']);
    expect(asked(alarm({ policy: send('events.amazonaws.com') }), source)).toEqual(['sns:Publish: deny']);
    const named = { ArnLike: { 'aws:SourceArn': `arn:aws:cloudwatch:*:${OWN}:alarm:*` } };
    expect(asked(alarm({ policy: send('cloudwatch.amazonaws.com', named) }), source)).toEqual(['sns:Publish: allow']);
  });

  test('of a topic reach a queue, and those of a bucket both', () => {
    const model = stackOf({
      aws_sns_topic: {
        it: { policy: send('s3.amazonaws.com', { ArnLike: { 'aws:SourceArn': '${aws_s3_bucket.it.arn}' } }) },
      },
      aws_sqs_queue: {
        it: { policy: send('sns.amazonaws.com', { ArnEquals: { 'aws:SourceArn': '${aws_sns_topic.it.arn}' } }) },
      },
      aws_s3_bucket: { it: {} },
      aws_sns_topic_subscription: {
        it: { protocol: 'sqs', topic_arn: '${aws_sns_topic.it.arn}', endpoint: '${aws_sqs_queue.it.arn}' },
      },
      aws_s3_bucket_notification: {
        it: {
          bucket: '${aws_s3_bucket.it.id}',
          topic: [{ topic_arn: '${aws_sns_topic.it.arn}', events: [] }],
          queue: [{ queue_arn: '${aws_sqs_queue.it.arn}', events: [] }],
        },
      },
    });
    expect(asked(model, 'aws_sns_topic_subscription.it')).toEqual(['sqs:SendMessage: allow']);
    expect(asked(model, 'aws_s3_bucket_notification.it')).toEqual(['sns:Publish: allow', 'sqs:SendMessage: deny']);
    expect(canDeliver(model, at(model, 'aws_s3_bucket_notification.it'), at(model, 'aws_sqs_queue.it'))).toHaveLength(
      1
    );
  });
});

test('a delivery stream and a subscription write by their roles', () => {
  const trust = (Service: string): string => policy({ Principal: { Service }, Action: 'sts:AssumeRole' });
  const model = stackOf({
    aws_s3_bucket: { it: {} },
    aws_iam_role: {
      firehose: { assume_role_policy: trust('firehose.amazonaws.com') },
      logs: { assume_role_policy: trust('logs.eu-central-1.amazonaws.com') },
    },
    aws_iam_role_policy: {
      firehose: {
        role: '${aws_iam_role.firehose.id}',
        policy: policy({ Action: 's3:PutObject', Resource: '${aws_s3_bucket.it.arn}/*' }),
      },
    },
    aws_kinesis_firehose_delivery_stream: {
      it: {
        name: 'it',
        extended_s3_configuration: [
          { role_arn: '${aws_iam_role.firehose.arn}', bucket_arn: '${aws_s3_bucket.it.arn}' },
        ],
      },
    },
    aws_cloudwatch_log_subscription_filter: {
      it: { role_arn: '${aws_iam_role.logs.arn}', destination_arn: '${aws_kinesis_firehose_delivery_stream.it.arn}' },
    },
  });
  expect(asked(model, 'aws_kinesis_firehose_delivery_stream.it')).toEqual([
    'sts:AssumeRole: allow',
    's3:PutObject: allow',
  ]);
  expect(asked(model, 'aws_cloudwatch_log_subscription_filter.it')).toEqual([
    'sts:AssumeRole: allow',
    'firehose:PutRecord: deny',
  ]);
});

test('a log group is encrypted only with a key that lets CloudWatch Logs', () => {
  const group = (...statements: JsonObject[]): string[] => {
    const model = stackOf({
      aws_kms_key: { it: statements.length > 0 ? { policy: policy(...statements) } : {} },
      aws_cloudwatch_log_group: { it: { name: 'it', kms_key_id: '${aws_kms_key.it.arn}' } },
    });
    return asked(model, 'aws_cloudwatch_log_group.it').map((one) => one.replace(/.*?: /, ''));
  };
  const use = (Service: string, arn = '*'): JsonObject => ({
    Principal: { Service },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn } },
  });
  expect(group()).toEqual(['deny', 'deny']);
  expect(group(use('logs.eu-central-1.amazonaws.com', `arn:aws:logs:*:${OWN}:log-group:it`))).toEqual([
    'allow',
    'allow',
  ]);
  expect(group(use('logs.eu-central-1.amazonaws.com', `arn:aws:logs:*:${OWN}:log-group:other`))).toEqual([
    'deny',
    'deny',
  ]);
  expect(group(use('logs.us-east-1.amazonaws.com'))).toEqual(['deny', 'deny']);
  const open = 'depends on the name of the service';
  expect(group(use('logs.amazonaws.com'))).toEqual([open, open]);
});

test('the constructs let in what they make log, and its key', () => {
  const stack = newStack();
  const archive = new AuditLogArchive(stack, 'Archive');
  new AccountTrail(stack, 'Trail', { archive });
  segmentedVpc(stack, 'Vpc', { archive });
  new EncryptedBucket(stack, 'Data');
  const model = modelOf({ test: Written.of(stack).json });
  const found = DELIVERING.flatMap((type) => model.resources(type)).flatMap((source) => deliveriesOf(model, source));
  expect(found.filter(({ decision }) => decision !== 'allow')).toEqual([]);
  const actions = [...new Set(found.map(({ by, action }) => `${by} ${action}`.replace(/_[0-9A-F]{8} /, ' ')))];
  expect(actions).toEqual(
    expect.arrayContaining([
      'cloudtrail.amazonaws.com s3:PutObject',
      'cloudtrail.amazonaws.com kms:GenerateDataKey',
      'delivery.logs.amazonaws.com s3:PutObject',
      'delivery.logs.amazonaws.com kms:GenerateDataKey',
      'logging.s3.amazonaws.com s3:PutObject',
      'aws_iam_role.Trail_Role logs:PutLogEvents',
    ])
  );
});
