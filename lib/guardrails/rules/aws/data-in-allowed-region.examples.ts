import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A posture that says why logs of global services lie in us-east-1, or does not. */
function postured(globalServiceLogs?: string): JsonObject {
  const posture = { path: 'site', environment: 'production', dataClass: 'personal', residency: ['eu-central-1'] };
  return {
    toms: { version: 1, posture: globalServiceLogs === undefined ? posture : { ...posture, globalServiceLogs } },
  };
}

const DECLARED = postured('requests to CloudFront are logged where AWS logs them');
const EDGE: JsonObject = { provider: { aws: [{ region: 'eu-central-1' }, { alias: 'edge', region: 'us-east-1' }] } };
const GLOBAL_ACL = 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/site/0123';

/** A log group under a key of its own, and a configuration that logs to it what a web ACL sees. */
function firewallLogs(webAclArn: string): JsonObject {
  return {
    aws_kms_key: { logs: { provider: 'aws.edge' } },
    aws_cloudwatch_log_group: {
      waf: { provider: 'aws.edge', name: 'aws-waf-logs-site', kms_key_id: '${aws_kms_key.logs.arn}' },
    },
    aws_wafv2_web_acl_logging_configuration: {
      waf: {
        provider: 'aws.edge',
        resource_arn: webAclArn,
        log_destination_configs: ['${aws_cloudwatch_log_group.waf.arn}'],
      },
    },
  };
}

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'Zurich, which the posture allows',
      terraform: {
        '//': {
          toms: {
            version: 1,
            posture: {
              path: 'orders',
              environment: 'production',
              dataClass: 'personal',
              residency: ['eu-central-2'],
            },
          },
        },
        provider: { aws: { region: 'eu-central-2' } },
        resource: { aws_db_instance: { orders: {} } },
      },
    },
    {
      title: 'the provider lies in Frankfurt, a second region in Ireland',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_s3_bucket: { invoices: {}, copies: { region: 'eu-west-1' } },
          aws_s3_bucket_replication_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: [{ destination: [{ bucket: '${aws_s3_bucket.copies.arn}' }] }],
            },
          },
          aws_dynamodb_table: { orders: { count: 2, replica: [{ region_name: 'eu-north-1' }] } },
        },
      },
    },
    {
      title: 'public data, a role, and what CloudFront needs in us-east-1',
      terraform: {
        provider: [{ aws: [{ region: 'eu-west-3' }, { alias: 'edge', region: 'us-east-1' }] }],
        resource: {
          aws_acm_certificate: { site: { provider: 'aws.edge' } },
          aws_iam_role: { app: { provider: 'aws.edge', tags: { team: 'web' } } },
          aws_s3_bucket: { site: { provider: 'aws.edge', tags: { 'tom:data-class': 'public' } } },
          aws_wafv2_web_acl: { site: { provider: 'aws.edge', scope: 'CLOUDFRONT', tags: { team: 'web' } } },
        },
      },
    },
    {
      title: 'logs of a web ACL of CloudFront and their key, where the posture says why',
      terraform: {
        '//': DECLARED,
        ...EDGE,
        resource: {
          ...firewallLogs('${aws_wafv2_web_acl.site.arn}'),
          aws_wafv2_web_acl: { site: { provider: 'aws.edge', scope: 'CLOUDFRONT' } },
        },
      },
    },
    {
      title: 'the same by a stream, and of a web ACL of another stack',
      terraform: {
        '//': DECLARED,
        ...EDGE,
        resource: {
          aws_kinesis_firehose_delivery_stream: { waf: { region: 'us-east-1', name: 'aws-waf-logs-site' } },
          aws_wafv2_web_acl_logging_configuration: {
            waf: {
              region: 'us-east-1',
              resource_arn: GLOBAL_ACL,
              log_destination_configs: ['${aws_kinesis_firehose_delivery_stream.waf.arn}'],
            },
          },
        },
      },
    },
    {
      title: 'queries of a public zone, where the posture says why',
      terraform: {
        '//': DECLARED,
        ...EDGE,
        resource: {
          aws_route53_zone: { site: { name: 'example.com' } },
          aws_cloudwatch_log_group: { queries: { provider: 'aws.edge' } },
          aws_route53_query_log: {
            site: {
              zone_id: '${aws_route53_zone.site.zone_id}',
              cloudwatch_log_group_arn: '${aws_cloudwatch_log_group.queries.arn}',
            },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'London, by a region of its own',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: { aws_sqs_queue: { orders: { region: 'eu-west-2' } } },
      },
      addresses: ['aws_sqs_queue.orders'],
    },
    {
      title: 'the provider lies in the United States',
      terraform: { provider: [{ aws: [{ region: 'us-east-1' }] }], resource: { aws_s3_bucket: { invoices: {} } } },
      addresses: ['aws_s3_bucket.invoices'],
    },
    {
      title: 'copies outside: of a table, a secret, backups, images, a bucket in both styles',
      terraform: {
        provider: { aws: [{ region: 'eu-central-1' }, { alias: 'west', region: 'us-west-2' }] },
        resource: {
          aws_backup_plan: {
            daily: {
              rule: {
                copy_action: {
                  destination_vault_arn: 'arn:aws:backup:us-east-1:123456789012:backup-vault:copies',
                },
              },
            },
          },
          aws_dynamodb_table: { orders: { replica: { region_name: 'us-east-1' } } },
          aws_ecr_replication_configuration: {
            main: {
              replication_configuration: [{ rule: [{ destination: [{ region: 'us-east-1', registry_id: '1' }] }] }],
            },
          },
          aws_s3_bucket: {
            copies: { provider: 'aws.west', bucket: 'copies', tags: { 'tom:data-class': 'internal' } },
            inline: {
              replication_configuration: {
                rules: { destination: { bucket: 'arn:aws:s3:::copies' } },
              },
            },
            invoices: {},
          },
          aws_s3_bucket_replication_configuration: {
            invoices: {
              bucket: '${aws_s3_bucket.invoices.id}',
              rule: { destination: { bucket: '${aws_s3_bucket.copies.arn}' } },
            },
          },
          aws_secretsmanager_secret: { db: { count: 2, replica: { region: 'ap-south-1' } } },
        },
      },
      addresses: [
        'aws_backup_plan.daily',
        'aws_dynamodb_table.orders',
        'aws_ecr_replication_configuration.main',
        'aws_s3_bucket.inline',
        'aws_s3_bucket_replication_configuration.invoices',
        'aws_secretsmanager_secret.db',
      ],
    },
    {
      title: 'logs of a web ACL of CloudFront and their key, where no posture says why',
      terraform: {
        '//': postured(),
        ...EDGE,
        resource: {
          ...firewallLogs('${aws_wafv2_web_acl.site.arn}'),
          aws_wafv2_web_acl: { site: { provider: 'aws.edge', scope: 'CLOUDFRONT' } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.waf', 'aws_kms_key.logs'],
    },
    {
      title:
        'what the posture says of such logs covers none of a regional web ACL, no other log group, no other key, no bucket',
      terraform: {
        '//': DECLARED,
        ...EDGE,
        resource: {
          ...firewallLogs('${aws_wafv2_web_acl.shop.arn}'),
          aws_cloudwatch_log_group: {
            orders: { provider: 'aws.edge' },
            waf: { provider: 'aws.edge', kms_key_id: '${aws_kms_key.logs.arn}' },
          },
          aws_s3_bucket: { site: { provider: 'aws.edge' } },
          aws_wafv2_web_acl: { shop: { provider: 'aws.edge', scope: 'REGIONAL' } },
        },
      },
      addresses: [
        'aws_cloudwatch_log_group.orders',
        'aws_cloudwatch_log_group.waf',
        'aws_kms_key.logs',
        'aws_s3_bucket.site',
      ],
    },
    {
      title: 'what the posture says of such logs holds for us-east-1 only',
      terraform: {
        '//': DECLARED,
        provider: { aws: { region: 'us-west-2' } },
        resource: {
          aws_cloudwatch_log_group: { queries: {} },
          aws_route53_query_log: { site: { cloudwatch_log_group_arn: '${aws_cloudwatch_log_group.queries.arn}' } },
        },
      },
      addresses: ['aws_cloudwatch_log_group.queries'],
    },
    {
      title: 'a module of a plan lies outside',
      terraform: { resource: { aws_db_instance: { main: { region: 'us-east-1' } } } },
      addresses: ['aws_db_instance.main'],
    },
  ],
  undetermined: [
    {
      title: 'the environment decides where the provider lies: one finding for two resources',
      terraform: {
        provider: { aws: {} },
        resource: { aws_s3_bucket: { a: {}, b: {} } },
      },
      addresses: ['provider.aws'],
    },
    {
      title: 'a variable decides where the provider, or a replica, lies',
      terraform: {
        variable: { region: {} },
        provider: { aws: [{ region: 'eu-central-1' }, { alias: 'second', region: '${var.region}' }] },
        resource: {
          aws_dynamodb_table: { orders: { replica: { region_name: '${var.region}' } } },
          aws_sqs_queue: { orders: { provider: '${aws.second}' } },
        },
      },
      addresses: ['aws_dynamodb_table.orders', 'provider.aws.second'],
    },
    {
      title: 'variables decide on the scope of a web ACL, and where another logs to',
      terraform: {
        '//': DECLARED,
        variable: { group: {}, scope: {} },
        ...EDGE,
        resource: {
          ...firewallLogs('${aws_wafv2_web_acl.site.arn}'),
          aws_cloudwatch_log_group: {
            other: { provider: 'aws.edge' },
            waf: { provider: 'aws.edge', kms_key_id: '${aws_kms_key.logs.arn}' },
          },
          aws_route53_query_log: { site: { cloudwatch_log_group_arn: '${var.group}' } },
          aws_wafv2_web_acl: {
            site: { provider: 'aws.edge', scope: '${var.scope}', tags: { 'tom:data-class': 'public' } },
          },
        },
      },
      addresses: ['aws_cloudwatch_log_group.other', 'aws_cloudwatch_log_group.waf', 'aws_kms_key.logs'],
    },
  ],
};
