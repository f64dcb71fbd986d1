import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

/** A stack of CloudFormation with one resource. */
function stackOf(Type: string, Properties: JsonObject): JsonObject {
  return { template_body: JSON.stringify({ Resources: { It: { Type, Properties } } }) };
}

const KEY = { aws_kms_key: { main: {} } };

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'resources that rules read, and a password',
      terraform: { resource: { ...KEY, random_password: { main: { length: 32 } }, null_resource: { done: {} } } },
    },
    {
      title: 'only what makes nothing anyone reaches',
      terraform: { resource: { random_password: { main: { length: 32 } } } },
    },
    {
      title: 'preferences of sessions, a document that runs nothing, and an inventory',
      terraform: {
        resource: {
          aws_ssm_document: {
            session: { document_type: 'Session', content: '{"schemaVersion":"1.0"}' },
            policy: { document_type: 'Policy', content: '{"schemaVersion":"2.0"}' },
          },
          aws_ssm_association: {
            inventory: { name: 'AWS-GatherSoftwareInventory' },
            policy: { name: '${aws_ssm_document.policy.name}' },
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a template with a security group that is open to everyone',
      terraform: {
        resource: {
          aws_cloudformation_stack: {
            web: stackOf('AWS::EC2::SecurityGroup', {
              SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }],
            }),
          },
        },
      },
      addresses: ['aws_cloudformation_stack.web'],
    },
    {
      title: 'templates with a public bucket, database and policy, and with stores that are unencrypted',
      terraform: {
        resource: {
          aws_cloudformation_stack: {
            acl: stackOf('AWS::S3::Bucket', { AccessControl: 'PublicRead' }),
            block: stackOf('AWS::S3::Bucket', { PublicAccessBlockConfiguration: { BlockPublicAcls: false } }),
            database: stackOf('AWS::RDS::DBInstance', { StorageEncrypted: true, PubliclyAccessible: true }),
            plain: stackOf('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql' }),
            policy: stackOf('AWS::SQS::QueuePolicy', {
              PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] },
            }),
            volume: stackOf('AWS::EC2::Volume', { Encrypted: 'false' }),
          },
          aws_cloudcontrolapi_resource: {
            rule: {
              type_name: 'AWS::EC2::SecurityGroupIngress',
              desired_state: '${jsonencode({ IpProtocol = "-1", CidrIpv6 = "::/0" })}',
            },
          },
        },
      },
      addresses: [
        'aws_cloudcontrolapi_resource.rule',
        ...['acl', 'block', 'database', 'plain', 'policy', 'volume'].map((name) => `aws_cloudformation_stack.${name}`),
      ],
    },
  ],
  undetermined: [
    {
      title: 'templates that show nothing wrong, or do not stand here',
      terraform: {
        variable: { body: {} },
        resource: {
          ...KEY,
          aws_cloudformation_stack: {
            far: { template_url: 'https://templates.s3.amazonaws.com/web.yaml' },
            open: { template_body: '${var.body}' },
            text: { template_body: 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n' },
            topic: stackOf('AWS::SNS::Topic', {}),
          },
          aws_cloudformation_stack_set_instance: { all: { stack_set_name: 'all' } },
          aws_servicecatalog_provisioned_product: { web: {} },
          aws_serverlessapplicationrepository_cloudformation_stack: { web: {} },
        },
      },
      addresses: [
        ...['far', 'open', 'text', 'topic'].map((name) => `aws_cloudformation_stack.${name}`),
        'aws_cloudformation_stack_set_instance.all',
        'aws_serverlessapplicationrepository_cloudformation_stack.web',
        'aws_servicecatalog_provisioned_product.web',
      ],
    },
    {
      title: 'another provider, and what runs commands',
      terraform: {
        variable: { document: {} },
        data: { external: { secrets: { program: ['./read.sh'] } } },
        resource: {
          awscc_s3_bucket: { photos: {} },
          aws_lambda_invocation: { migrate: { function_name: 'migrate', input: '{}' } },
          aws_ssm_document: {
            any: { document_type: 'Command', content: '${var.document}' },
            run: { document_type: 'Command', content: '{"mainSteps":[{"action":"aws:runShellScript"}]}' },
          },
          aws_ssm_association: { run: { name: 'AWS-RunShellScript' } },
        },
      },
      addresses: [
        'aws_lambda_invocation.migrate',
        'aws_ssm_association.run',
        'aws_ssm_document.any',
        'aws_ssm_document.run',
        'awscc_s3_bucket.photos',
        'data.external.secrets',
      ],
    },
    {
      title: 'a provider that is called aws, and is another',
      except: { plan: 'a plan names its providers, which this shape leaves out' },
      terraform: {
        terraform: { required_providers: { aws: { source: 'example/aws' } } },
        resource: { aws_kms_key: { main: { count: 2 } }, random_password: { main: {} } },
      },
      addresses: ['aws_kms_key.main'],
    },
    {
      title: 'a provisioner',
      except: { plan: 'a plan shows provisioners in its configuration, which this shape leaves out' },
      terraform: {
        resource: { ...KEY, null_resource: { open: { provisioner: { 'local-exec': { command: './open.sh' } } } } },
      },
      addresses: ['null_resource.open'],
    },
    {
      title: 'a provisioner within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.web',
                resources: [
                  {
                    address: 'module.web.terraform_data.open',
                    mode: 'managed',
                    type: 'terraform_data',
                    name: 'open',
                    values: {},
                  },
                ],
              },
            ],
          },
        },
        configuration: {
          root_module: {
            module_calls: {
              web: {
                module: {
                  resources: [
                    { mode: 'managed', type: 'terraform_data', name: 'open', provisioners: [{ type: 'local-exec' }] },
                  ],
                },
              },
            },
          },
        },
      },
      addresses: ['module.web.terraform_data.open'],
    },
    {
      title: 'a stack of nothing that a rule reads',
      terraform: { resource: { aws_route53_record: { web: { name: 'www.example.com', type: 'A' } } } },
      addresses: ['terraform'],
    },
  ],
};
