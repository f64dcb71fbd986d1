import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** For the examples: one account, as providers name it, and the accounts of an organization. */
const provider: Json = { aws: [{ region: 'eu-central-1', allowed_account_ids: ['111122223333'] }] };
const LISTED = {
  aws_organizations_organization: { all: { accounts: [{ id: '111122223333' }, { id: '222233334444' }] } },
};

const OTHERS = 'arn:aws:iam::444455556666:root';

// Shapes such as blocks as lists, `count` and a plan need no examples: tests make them of these.
export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a bucket and a table whose policies name nobody',
      terraform: { resource: { aws_s3_bucket: { visits: {} }, aws_dynamodb_table: { visits: {} } } },
    },
    {
      title: 'the account is named, and must be of the organization',
      terraform: {
        resource: bucket(read(OTHERS, { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } })),
        provider,
      },
    },
    {
      title: 'a denial for every other organization',
      terraform: {
        resource: bucket(read(OTHERS), {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['${aws_s3_bucket.visits.arn}', '${aws_s3_bucket.visits.arn}/*'],
          Condition: {
            StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
            BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          },
        }),
        provider,
      },
    },
    {
      title: 'an account that the organization lists',
      terraform: {
        resource: { ...bucket(read('arn:aws:iam::222233334444:role/reports')), ...LISTED },
        provider,
      },
    },
    {
      title: 'an account that may write, and not read; and data of the lowest class',
      terraform: {
        resource: {
          aws_s3_bucket: { visits: {}, site: { tags: { 'tom:data-class': 'public' } } },
          aws_s3_bucket_policy: {
            visits: policyOf('visits', { ...read(OTHERS), Action: 's3:PutObject' }),
            site: policyOf('site', { ...read(OTHERS), Resource: '${aws_s3_bucket.site.arn}/*' }),
          },
          ...LISTED,
        },
        provider,
      },
    },
    {
      title: 'a table for a role of its account, and the way by an identity of CloudFront',
      terraform: {
        resource: {
          ...table({ AWS: 'arn:aws:iam::111122223333:role/app' }),
          ...bucket(read('arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE')),
          ...LISTED,
        },
        provider,
      },
    },
    {
      title: 'a secret under the key that AWS manages, which no other account uses',
      terraform: {
        resource: {
          aws_secretsmanager_secret: { visits: {} },
          aws_secretsmanager_secret_policy: {
            visits: {
              secret_arn: '${aws_secretsmanager_secret.visits.arn}',
              policy: documentOf(allow('secretsmanager:GetSecretValue', '*')),
            },
          },
          ...LISTED,
        },
        provider,
      },
    },
    {
      title: 'a stream under a key that lets only its account decrypt',
      terraform: {
        resource: { ...stream('${aws_kms_key.visits.arn}'), aws_kms_key: { visits: {} }, ...LISTED },
        provider,
      },
    },
  ],
  fail: [
    {
      title: 'an account that the organization does not list',
      terraform: {
        resource: {
          ...bucket(read(OTHERS)),
          aws_organizations_organization: { all: { accounts: [{ id: '111122223333' }] } },
        },
      },
      addresses: ['aws_s3_bucket.visits'],
    },
    {
      title: 'a table for a role of an account that the organization does not list, on a condition that it can meet',
      terraform: {
        resource: {
          ...table({ AWS: 'arn:aws:iam::444455556666:role/reports' }, { IpAddress: { 'aws:SourceIp': '203.0.113.7' } }),
          ...LISTED,
        },
        provider,
      },
      addresses: ['aws_dynamodb_table.visits'],
    },
    {
      title: 'a queue of which another account takes the messages',
      terraform: {
        resource: {
          aws_sqs_queue: { visits: { policy: documentOf(allow('sqs:ReceiveMessage', '*')) } },
          ...LISTED,
        },
        provider,
      },
      addresses: ['aws_sqs_queue.visits'],
    },
    {
      title: 'a stream, whose key lets the account decrypt as well',
      terraform: {
        resource: {
          ...stream('${aws_kms_key.visits.arn}'),
          aws_kms_key: { visits: { policy: documentOf(allow('kms:Decrypt', '*')) } },
          ...LISTED,
        },
        provider,
      },
      addresses: ['aws_kinesis_stream.visits'],
    },
    {
      title: 'an access point, and a bucket that leaves all to its access points',
      terraform: {
        resource: {
          aws_s3_bucket: { visits: {} },
          aws_s3_bucket_policy: {
            visits: policyOf('visits', {
              Effect: 'Allow',
              Principal: '*',
              Action: '*',
              Resource: ['${aws_s3_bucket.visits.arn}', '${aws_s3_bucket.visits.arn}/*'],
              Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
            }),
          },
          aws_s3_access_point: { visits: { name: 'visits', bucket: '${aws_s3_bucket.visits.id}' } },
          aws_s3control_access_point_policy: {
            visits: {
              access_point_arn: '${aws_s3_access_point.visits.arn}',
              policy: documentOf(allow('s3:GetObject', '${aws_s3_access_point.visits.arn}/object/*')),
            },
          },
          ...LISTED,
        },
        provider,
      },
      addresses: ['aws_s3_access_point.visits'],
    },
  ],
  undetermined: [
    {
      title: 'the key is not in the input',
      terraform: { variable: { key: {} }, resource: { ...stream('${var.key}'), ...LISTED }, provider },
      addresses: ['aws_kinesis_stream.visits'],
    },
    {
      title: 'the key keeps the account from what has the default encryption, and uploads may ask for another',
      terraform: {
        resource: {
          ...bucket(read(OTHERS)),
          aws_s3_bucket_server_side_encryption_configuration: {
            visits: {
              bucket: '${aws_s3_bucket.visits.id}',
              rule: [
                {
                  apply_server_side_encryption_by_default: {
                    sse_algorithm: 'aws:kms',
                    kms_master_key_id: '${aws_kms_key.visits.arn}',
                  },
                },
              ],
            },
          },
          aws_kms_key: { visits: {} },
          ...LISTED,
        },
        provider,
      },
      addresses: ['aws_s3_bucket.visits'],
    },
    {
      title: 'a variable holds the id of the organization',
      terraform: {
        variable: { organization: {} },
        resource: bucket(read(OTHERS, { StringEquals: { 'aws:PrincipalOrgID': '${var.organization}' } })),
        provider,
      },
      addresses: ['aws_s3_bucket.visits'],
    },
    {
      title: 'nothing tells whether the account is of the organization',
      terraform: { resource: bucket(read(OTHERS)), provider },
      addresses: ['aws_s3_bucket.visits'],
    },
    {
      title: 'a variable holds the account, or the policy',
      terraform: {
        variable: { partner: {}, policy: {} },
        resource: {
          ...bucket(read('arn:aws:iam::${var.partner}:root')),
          ...LISTED,
          aws_dynamodb_table: { visits: {} },
          aws_dynamodb_resource_policy: {
            visits: { resource_arn: '${aws_dynamodb_table.visits.arn}', policy: '${var.policy}' },
          },
        },
        provider,
      },
      addresses: ['aws_dynamodb_table.visits', 'aws_s3_bucket.visits'],
    },
  ],
};

function documentOf(...statements: JsonObject[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

function allow(Action: string, Resource: string): JsonObject {
  return { Effect: 'Allow', Principal: { AWS: OTHERS }, Action, Resource };
}

/** A stream that another account reads as far as its key lets it. */
function stream(kms_key_id: string): { readonly [type: string]: JsonObject } {
  return {
    aws_kinesis_stream: { visits: { encryption_type: 'KMS', kms_key_id } },
    aws_kinesis_resource_policy: {
      visits: {
        resource_arn: '${aws_kinesis_stream.visits.arn}',
        policy: documentOf(allow('kinesis:GetRecords', '${aws_kinesis_stream.visits.arn}')),
      },
    },
  };
}

function read(AWS: string, Condition?: JsonObject): JsonObject {
  return {
    Effect: 'Allow',
    Principal: { AWS },
    Action: 's3:GetObject',
    Resource: '${aws_s3_bucket.visits.arn}/*',
    ...(Condition ? { Condition } : {}),
  };
}

function policyOf(name: string, ...statements: JsonObject[]): JsonObject {
  return {
    bucket: `\${aws_s3_bucket.${name}.id}`,
    policy: documentOf(...statements),
  };
}

function bucket(...statements: JsonObject[]): { readonly [type: string]: JsonObject } {
  return {
    aws_s3_bucket: { visits: {} },
    aws_s3_bucket_policy: { visits: policyOf('visits', ...statements) },
  };
}

function table(Principal: JsonObject, Condition?: JsonObject): { readonly [type: string]: JsonObject } {
  const statement = { Effect: 'Allow', Principal, Action: 'dynamodb:Query', Resource: '*' };
  const Statement = [Condition ? { ...statement, Condition } : statement];
  return {
    aws_dynamodb_table: { visits: {} },
    aws_dynamodb_resource_policy: {
      visits: {
        resource_arn: '${aws_dynamodb_table.visits.arn}',
        policy: JSON.stringify({ Version: '2012-10-17', Statement }),
      },
    },
  };
}
