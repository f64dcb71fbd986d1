import { JsonObject } from '../../lib/terraform/value';
import { compared, comparedResources, lineOf } from './compared';

const policy = (...Statement: object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
const READ = { Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::invoices/*' };
const DENY = { Effect: 'Deny', Action: 's3:Delete*', Resource: '*' };

function ofPolicies(before: object[], after: object[]): string[] {
  const side = (statements: object[]): JsonObject => ({
    aws_iam_role_policy: { reader: { role: 'reader', policy: policy(...statements) } },
  });
  return comparedResources(side(before), side(after))
    .changes.filter(({ subject }) => subject === 'access')
    .map(({ direction, message }) => `${direction} ${message}`);
}

describe('policies are compared by what they let', () => {
  test.each<[string, object[], object[], string[]]>([
    [
      'an action more',
      [READ],
      [{ ...READ, Action: [...READ.Action, 's3:PutObject'] }],
      ['widens policy: lets s3:PutObject on arn:aws:s3:::invoices/*'],
    ],
    [
      'an action less',
      [READ],
      [{ ...READ, Action: 's3:GetObject' }],
      ['narrows policy: no longer lets s3:ListBucket on arn:aws:s3:::invoices/*'],
    ],
    [
      'a wildcard that covers',
      [{ ...READ, Action: 's3:*' }],
      [READ],
      ['narrows policy: no longer lets s3:* on arn:aws:s3:::invoices/*'],
    ],
    ['a statement in two', [READ], READ.Action.map((Action) => ({ ...READ, Action })), []],
    ['another Sid and order', [{ ...READ, Sid: 'A' }, DENY], [DENY, { ...READ, Sid: 'B' }], []],
    ['other letters of an action', [READ], [{ ...READ, Action: ['S3:getobject', 's3:listBucket'] }], []],
    ['a denial less', [READ, DENY], [READ], ['widens policy: no longer denies s3:Delete* on *']],
    [
      'a denial of less',
      [DENY],
      [{ ...DENY, Action: 's3:DeleteObject' }],
      ['widens policy: no longer denies s3:Delete* on *', 'narrows policy: denies s3:DeleteObject on *'].slice(0, 1),
    ],
    ['a denial more', [READ], [READ, DENY], ['narrows policy: denies s3:Delete* on *']],
    [
      'a condition more',
      [READ],
      [{ ...READ, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }],
      [
        'narrows policy: no longer lets s3:GetObject on arn:aws:s3:::invoices/*; no longer lets s3:ListBucket on arn:aws:s3:::invoices/*',
      ],
    ],
    [
      'a condition of a denial',
      [DENY],
      [{ ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
      ['widens policy: no longer denies s3:Delete* on *'],
    ],
    [
      'a wider range in a condition',
      [{ ...READ, Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/16'] } } }],
      [{ ...READ, Action: 's3:GetObject', Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8'] } } }],
      [
        'widens policy: lets s3:GetObject on arn:aws:s3:::invoices/* if IpAddress aws:sourceip 10.0.0.0/8',
        'narrows policy: no longer lets s3:ListBucket on arn:aws:s3:::invoices/* if IpAddress aws:sourceip 10.0.0.0/16',
      ],
    ],
    [
      'NotAction for actions',
      [{ ...READ, Action: 's3:GetObject' }],
      [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
      ['widens policy: lets all but iam:* on *'],
    ],
  ])('%s', (_title, before, after, expected) => {
    expect(ofPolicies(before, after)).toEqual(expected);
  });

  test('what lets everybody in is high', () => {
    const side = (Principal: unknown): JsonObject => ({
      aws_sqs_queue_policy: {
        jobs: {
          queue_url: 'q',
          policy: policy({ Effect: 'Allow', Principal, Action: 'sqs:SendMessage', Resource: '*' }),
        },
      },
    });
    const { changes } = comparedResources(side({ AWS: '111122223333' }), side('*'));
    const access = changes.filter(({ subject }) => subject === 'access');
    expect(access.map((change) => `${change.severity} ${lineOf(change)}`)).toEqual([
      'high widens access aws_sqs_queue_policy.jobs: policy: lets everyone do sqs:SendMessage on *',
    ]);
  });

  test('a data source that writes a policy is one', () => {
    const side = (actions: string[]): JsonObject => ({
      data: { aws_iam_policy_document: { reader: { statement: [{ actions, resources: ['*'] }] } } },
      resource: { aws_iam_policy: { reader: { policy: '${data.aws_iam_policy_document.reader.json}' } } },
    });
    const { changes } = compared({ app: side(['s3:GetObject']) }, { app: side(['s3:GetObject', 's3:PutObject']) });
    expect(changes.map(lineOf)).toContain(
      'widens access data.aws_iam_policy_document.reader: document: lets s3:PutObject on *'
    );
  });
});

describe('security groups are compared by who reaches what', () => {
  const group = (...ingress: object[]): JsonObject => ({
    aws_security_group: { db: { ingress: ingress as JsonObject[] } },
  });
  const rule = (from: number, to: number, ...cidr_blocks: string[]) => ({
    protocol: 'tcp',
    from_port: from,
    to_port: to,
    cidr_blocks,
  });
  const openings = (before: JsonObject, after: JsonObject): string[] =>
    comparedResources(before, after)
      .changes.filter(({ subject, message }) => subject === 'exposure' && /lets through/.test(message))
      .map(({ direction, message }) => `${direction} ${message}`);

  test('a wider range, or more ports', () => {
    const before = group(rule(5432, 5432, '10.0.0.0/16'));
    expect(openings(before, group(rule(5432, 5432, '10.0.0.0/8')))).toEqual([
      'widens lets through tcp 5432 from 10.0.0.0/8',
    ]);
    expect(openings(before, group(rule(5400, 5500, '10.0.0.0/16')))).toEqual([
      'widens lets through tcp 5400-5500 from 10.0.0.0/16',
    ]);
  });

  test('a narrower range', () => {
    const before = group(rule(5432, 5432, '10.0.0.0/16'));
    expect(openings(before, group(rule(5432, 5432, '10.0.1.0/24')))).toEqual([
      'narrows no longer lets through tcp 5432 from 10.0.0.0/16',
    ]);
  });

  test('a rule of its own instead of one within', () => {
    const apart: JsonObject = {
      aws_security_group: { db: {} },
      aws_vpc_security_group_ingress_rule: {
        in: {
          security_group_id: '${aws_security_group.db.id}',
          ip_protocol: 'tcp',
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: '10.0.0.0/16',
        },
      },
    };
    expect(openings(group(rule(5432, 5432, '10.0.0.0/16')), apart)).toEqual([]);
  });
});

describe('settings are judged by the table of types, and by their names', () => {
  test.each<[string, JsonObject, JsonObject, string]>([
    ['aws_db_instance', { storage_encrypted: true }, { storage_encrypted: false }, 'widens'],
    ['aws_db_instance', { publicly_accessible: true }, { publicly_accessible: false }, 'narrows'],
    ['aws_db_instance', { backup_retention_period: 35 }, { backup_retention_period: 7 }, 'widens'],
    ['aws_db_instance', { instance_class: 'db.m7g.large' }, { instance_class: 'db.m7g.xlarge' }, 'neutral'],
    ['aws_db_instance', { kms_key_id: 'arn:aws:kms:eu-central-1:111122223333:key/a' }, {}, 'widens'],
    ['aws_db_instance', { snapshot_identifier: 'a' }, { snapshot_identifier: 'b' }, 'undetermined'],
    [
      'aws_lb_listener',
      { ssl_policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' },
      { ssl_policy: 'ELBSecurityPolicy-TLS13-1-0-2021-06' },
      'widens',
    ],
    [
      'aws_cloudfront_distribution',
      { viewer_certificate: { minimum_protocol_version: 'TLSv1' } },
      { viewer_certificate: { minimum_protocol_version: 'TLSv1.2_2021' } },
      'narrows',
    ],
    [
      'aws_instance',
      { metadata_options: { http_tokens: 'required' } },
      { metadata_options: { http_tokens: 'optional' } },
      'widens',
    ],
    ['aws_instance', { metadata_options: { http_tokens: 'required' } }, {}, 'widens'],
    ['aws_cloudtrail', { enable_logging: true }, {}, 'neutral'],
    ['aws_cloudtrail', { enable_logging: true }, { enable_logging: false }, 'widens'],
    [
      'aws_eks_cluster',
      { vpc_config: { public_access_cidrs: ['10.0.0.0/8'] } },
      { vpc_config: { public_access_cidrs: ['0.0.0.0/0'] } },
      'widens',
    ],
    [
      'aws_ecs_task_definition',
      { container_definitions: '[{"name":"a","privileged":false}]' },
      { container_definitions: '[{"name":"a","privileged":true}]' },
      'widens',
    ],
    ['aws_s3_bucket', { lifecycle: { prevent_destroy: true } }, {}, 'widens'],
    [
      'aws_s3_bucket',
      { lifecycle: { ignore_changes: ['tags'] } },
      { lifecycle: { ignore_changes: ['policy', 'tags'] } },
      'widens',
    ],
    ['aws_s3_bucket', { tags: { 'tom:data-class': 'personal' } }, { tags: { 'tom:data-class': 'public' } }, 'widens'],
    ['aws_future_type', { something_else: 'a' }, { something_else: 'b' }, 'undetermined'],
  ])('%s %j -> %j %s', (type, before, after, direction) => {
    const { changes } = comparedResources({ [type]: { it: before } }, { [type]: { it: after } });
    const own = changes.filter(({ address, subject }) => address === `${type}.it` && subject !== 'retention');
    const found = own
      .filter(({ subject }) => subject !== 'rule' || direction !== 'neutral')
      .map((change) => change.direction);
    expect(found.length > 0 && found.includes(direction as never) ? direction : found).toBe(direction);
    if (direction === 'narrows' || direction === 'neutral') expect(found).not.toContain('widens');
  });
});

describe('what is there or gone', () => {
  test.each([
    ['aws_dynamodb_table', 'neutral', 'widens'],
    ['aws_flow_log', 'narrows', 'widens'],
    ['aws_internet_gateway', 'widens', 'narrows'],
    ['aws_iam_access_key', 'widens', 'narrows'],
    ['aws_future_type', 'undetermined', 'undetermined'],
  ])('%s is new: %s, gone: %s', (type, whenNew, whenGone) => {
    const only = { [type]: { it: { vpc_id: '${aws_vpc.kept.id}' } } };
    const of = (before: JsonObject, after: JsonObject): string[] =>
      comparedResources(before, after)
        .changes.filter(({ message }) => message.startsWith(`${type} is `))
        .map(({ direction }) => direction);
    expect(of({}, only)).toEqual([whenNew]);
    expect(of(only, {})).toEqual([whenGone]);
  });

  test('tags that nothing hangs on are counted', () => {
    const side = (team: string): JsonObject => ({ aws_sqs_queue: { a: { tags: { team } }, b: { tags: { team } } } });
    const { changes, tagsOnly } = comparedResources(side('one'), side('two'));
    expect([changes, tagsOnly]).toEqual([[], 2]);
  });

  test('a rule says it once, with what stood there', () => {
    const side = (enable_key_rotation: boolean): JsonObject => ({ aws_kms_key: { main: { enable_key_rotation } } });
    const { changes } = comparedResources(side(true), side(false));
    expect(changes.map((change) => [lineOf(change), change.before, change.after])).toEqual([
      ['widens rule aws_kms_key.main: KMS-001 violated: enable_key_rotation is false', 'true', 'false'],
    ]);
    expect(changes[0].measures).toEqual(['1.3.1']);
    expect(changes[0].claims.length).toBeGreaterThan(0);
  });
});

test('secrets are shown in no change', () => {
  const side = (password: string): JsonObject => ({
    variable: { password: { sensitive: true, default: password } },
    resource: { aws_db_instance: { db: { password: '${var.password}', identifier: password } } },
  });
  const diff = compared({ app: side('hunter-before') }, { app: side('hunter-after') });
  expect(diff.changes.length).toBeGreaterThan(0);
  expect(JSON.stringify(diff)).not.toContain('hunter');
});
