import { EU_REGIONS } from '../../../measures/regions';
import { Model, Resource, Stack, describe } from '../../model';
import { MET, Result, StackRule, Subject, undetermined, violated } from '../../rule';
import { Value } from '../../value';
import { configured } from '../configured';
import { isDataPlace } from './data-places';
import { isGlobal } from './global-services';
import { providerAddress } from './provider-address';
import { copiesOf, mayCopy, sourceOf } from './regions-of';

/** A copy that takes no tags, and lies in the region of its own. */
const UNTAGGED_COPIES = ['aws_db_instance_automated_backups_replication'];

/** Personal data that stays where it may lie. */
export const AWS_001: StackRule = {
  id: 'AWS-001',
  title: 'Personal data, and every copy of it, lies in an allowed region',
  severity: 'high',
  measures: ['7.1'],
  rationale:
    'GDPR chapter V lets personal data leave the European Union on conditions only, and a replica or a backup copy is such a transfer. The allowed regions are those of the posture, else the ones within the Union: London and Zurich are not. A resource lies where its `region` says, else where its provider does; a provider that leaves the region to the environment is reported once. Global services and what CloudFront needs in us-east-1 are left alone.',
  fix: "Move the resource or its copy to an allowed region, write the region into the provider, or widen the posture: `Posture.set(app, { residency: ['eu-central-1', 'eu-central-2'] })`.",
  sources: [
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj (GDPR Art. 44)',
    'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support',
  ],
  checkStack: (stack, model) => {
    const results: Result[] = [];
    const providers = new Map<string, ProviderUse>();
    for (const resource of stack.resources) {
      if (resource.mode === 'managed' && resource.type.startsWith('aws_') && !isGlobal(resource)) {
        const result = judge(model, resource, providers);
        if (result) results.push(result);
      }
    }
    for (const [address, use] of providers) results.push(...judgeProvider(stack, address, use));
    return results;
  },
  examples: {
    pass: [
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
        title: 'the provider lies in the United States, blocks as lists',
        terraform: {
          provider: [{ aws: [{ region: 'us-east-1' }] }],
          resource: [{ aws_s3_bucket: [{ invoices: [{}] }] }],
        },
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
        title: 'a module of a plan lies outside',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.db',
                  resources: [
                    {
                      address: 'module.db.aws_db_instance.main',
                      mode: 'managed',
                      type: 'aws_db_instance',
                      name: 'main',
                      values: { region: 'us-east-1' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.db.aws_db_instance.main'],
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
    ],
  },
};

/** What a provider's region decides: where the personal data of resources that name none lies. */
interface ProviderUse {
  readonly region: Value;
  readonly isOpen: boolean;
}

function judge(model: Model, resource: Resource, providers: Map<string, ProviderUse>): Result | undefined {
  const lies = isDataPlace(resource) || UNTAGGED_COPIES.includes(resource.type);
  if (!lies && !mayCopy(resource.type)) return undefined;
  const places = copiesOf(model, resource);
  if ((!lies && places.length === 0) || !sourceOf(model, resource).isPersonal) return undefined;

  if (lies) {
    const own = configured(resource, 'region');
    if (typeof own === 'string') places.push({ attribute: 'region', region: own });
    else if (own !== undefined) places.push({ attribute: 'region', region: { unknown: `region is ${describe(own)}` } });
    else {
      const address = providerAddress(resource);
      const region = resource.provider?.get('region');
      if (typeof region === 'string' && !isAllowed(resource, region)) {
        places.push({ attribute: `${address}.region`, region });
      } else if (!providers.has(address)) {
        providers.set(address, { region, isOpen: typeof region !== 'string' });
      }
    }
  }

  const outside = places.filter(({ region }) => typeof region === 'string' && !isAllowed(resource, region));
  if (outside.length > 0) {
    const where = outside.map(({ attribute, region }) => `${region as string} (${attribute})`).join(', ');
    return {
      subject: resource,
      verdict: violated(`personal data lies in ${where}, and may lie in ${allowedRegions(resource).join(', ')} only`),
    };
  }
  for (const { region } of places) {
    if (typeof region !== 'string') {
      return { subject: resource, verdict: undetermined(`${region.unknown}: only a plan can tell the region`) };
    }
  }
  return places.length > 0 ? { subject: resource, verdict: MET } : undefined;
}

function judgeProvider(stack: Stack, address: string, { region, isOpen }: ProviderUse): Result[] {
  const subject: Subject = { stack, address };
  if (!isOpen) return [{ subject, verdict: MET }];
  const why =
    region === undefined
      ? 'region is not set, so the environment of the run decides where personal data lies'
      : `region is ${describe(region)}, so only a plan can tell where personal data lies`;
  return [{ subject, verdict: undetermined(why) }];
}

function allowedRegions(resource: Resource): readonly string[] {
  const residency = resource.posture?.residency ?? [];
  return residency.length > 0 ? residency : EU_REGIONS;
}

function isAllowed(resource: Resource, region: string): boolean {
  return allowedRegions(resource).includes(region);
}
