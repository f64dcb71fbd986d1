import { JsonObject } from '../../lib/terraform/value';
import { SHAPES, hasExpressions, writtenAddress } from '../../lib/rules/shapes';

const SERVER: JsonObject = {
  locals: { days: 30 },
  resource: {
    aws_s3_bucket: { logs: { bucket: 'logs', tags: { team: 'ops' } } },
    aws_s3_bucket_lifecycle_configuration: {
      logs: {
        bucket: '${aws_s3_bucket.logs.id}',
        rule: { id: 'old', expiration: { days: '${local.days}' } },
      },
    },
  },
};

test('blocks become lists, maps stay maps', () => {
  expect(SHAPES.lists(SERVER).terraform).toEqual({
    locals: { days: 30 },
    resource: [
      {
        aws_s3_bucket: [{ logs: [{ bucket: 'logs', tags: { team: 'ops' } }] }],
        aws_s3_bucket_lifecycle_configuration: [
          {
            logs: [
              {
                bucket: '${aws_s3_bucket.logs.id}',
                rule: [{ id: 'old', expiration: [{ days: '${local.days}' }] }],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a block within one of its own name, and the content of a dynamic one, become lists', () => {
  const statement = { and_statement: { statement: [{ not_statement: { statement: { geo_match_statement: {} } } }] } };
  const acl = { dynamic: { rule: { for_each: [1], content: { statement } } } };
  expect(SHAPES.lists({ resource: { aws_wafv2_web_acl: { main: acl } } }).terraform).toEqual({
    resource: [
      {
        aws_wafv2_web_acl: [
          {
            main: [
              {
                dynamic: [
                  {
                    rule: [
                      {
                        for_each: [1],
                        content: [
                          {
                            statement: [
                              {
                                and_statement: [
                                  {
                                    statement: [{ not_statement: [{ statement: [{ geo_match_statement: [{}] }] }] }],
                                  },
                                ],
                              },
                            ],
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('every resource is counted once, and every reference to it has an index', () => {
  const { terraform } = SHAPES.count({
    resource: {
      aws_kms_key: { a: {}, ab: { for_each: { one: 1 } } },
      aws_kms_alias: { a: { name: 'alias/aws_kms_key.a', target_key_id: '${aws_kms_key.a.id}' } },
    },
    output: { keys: { value: '${[aws_kms_key.a.arn, aws_kms_key.ab["one"].arn]}' } },
  });
  expect(terraform).toEqual({
    resource: {
      aws_kms_key: { a: { count: 2 }, ab: { for_each: { one: 1 } } },
      aws_kms_alias: {
        a: { count: 2, name: 'alias/aws_kms_key.a', target_key_id: '${aws_kms_key.a[count.index].id}' },
      },
    },
    output: { keys: { value: '${[aws_kms_key.a[0].arn, aws_kms_key.ab["one"].arn]}' } },
  });
});

test('a plan knows what is literal or computed, and lists what the rest refers to', () => {
  expect(SHAPES.plan(SERVER).terraform).toEqual({
    format_version: '1.2',
    planned_values: {
      root_module: {
        child_modules: [
          {
            address: 'module.shape',
            resources: [
              expect.objectContaining({
                address: 'module.shape.aws_s3_bucket.logs',
                values: expect.objectContaining({ bucket: 'logs', tags: { team: 'ops' }, lifecycle_rule: [] }),
              }),
              {
                address: 'module.shape.aws_s3_bucket_lifecycle_configuration.logs',
                mode: 'managed',
                type: 'aws_s3_bucket_lifecycle_configuration',
                name: 'logs',
                values: {
                  rule: [
                    {
                      id: 'old',
                      expiration: [{ days: 30 }],
                      abort_incomplete_multipart_upload: [],
                      filter: [],
                      noncurrent_version_expiration: [],
                      noncurrent_version_transition: [],
                      transition: [],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
    resource_changes: [
      { address: 'module.shape.aws_s3_bucket.logs', change: { after_unknown: { id: true, arn: true } } },
      {
        address: 'module.shape.aws_s3_bucket_lifecycle_configuration.logs',
        change: { after_unknown: { id: true, arn: true, bucket: true } },
      },
    ],
    configuration: {
      provider_config: {},
      root_module: {
        module_calls: {
          shape: {
            module: {
              resources: [
                {
                  mode: 'managed',
                  type: 'aws_s3_bucket',
                  name: 'logs',
                  provider_config_key: 'aws',
                  expressions: {
                    bucket: { constant_value: 'logs' },
                    tags: { constant_value: { team: 'ops' } },
                  },
                },
                {
                  mode: 'managed',
                  type: 'aws_s3_bucket_lifecycle_configuration',
                  name: 'logs',
                  provider_config_key: 'aws',
                  expressions: {
                    bucket: { references: ['aws_s3_bucket.logs.id', 'aws_s3_bucket.logs'] },
                    rule: [{ id: { constant_value: 'old' }, expiration: [{ days: { references: ['local.days'] } }] }],
                  },
                },
              ],
            },
          },
        },
      },
    },
  });
});

interface Planned {
  readonly planned_values: {
    readonly root_module: { readonly child_modules: readonly [{ readonly resources: readonly JsonObject[] }] };
  };
}

test('a plan has every instance, with its own values', () => {
  const { terraform } = SHAPES.plan({
    resource: {
      aws_subnet: {
        each: { for_each: { a: 'eu-central-1a', b: 'eu-central-1b' }, availability_zone: '${each.value}' },
        numbered: { count: 2, cidr_block: '10.0.${count.index}.0/24' },
        unknown: { count: '${var.count}' },
      },
    },
  });
  const [{ resources }] = (terraform as unknown as Planned).planned_values.root_module.child_modules;
  expect(resources.map(({ address, values }) => [address, values])).toEqual([
    ['module.shape.aws_subnet.each["a"]', { availability_zone: 'eu-central-1a' }],
    ['module.shape.aws_subnet.each["b"]', { availability_zone: 'eu-central-1b' }],
    ['module.shape.aws_subnet.numbered[0]', { cidr_block: '10.0.0.0/24' }],
    ['module.shape.aws_subnet.numbered[1]', { cidr_block: '10.0.1.0/24' }],
    ['module.shape.aws_subnet.unknown[0]', {}],
  ]);
});

test.each([
  ['module.shape.aws_s3_bucket.logs[0]', 'aws_s3_bucket.logs'],
  ['module.shape.aws_s3_bucket.logs["a.b"]', 'aws_s3_bucket.logs'],
  ['aws_s3_bucket.logs', 'aws_s3_bucket.logs'],
])('%s is written as %s', (address, written) => {
  expect(writtenAddress(address)).toBe(written);
});

test('what Terraform evaluates is an expression', () => {
  expect(hasExpressions({ a: [{ b: 'plain' }] })).toBe(false);
  expect(hasExpressions({ a: [{ b: '${var.a}' }] })).toBe(true);
  expect(hasExpressions({ dynamic: { rule: { for_each: [] } } })).toBe(true);
});

test('a type that the provider does not have is refused', () => {
  expect(() => SHAPES.lists({ resource: { aws_s3_bukket: { logs: {} } } })).toThrow(
    'the AWS provider has no resource aws_s3_bukket'
  );
});
