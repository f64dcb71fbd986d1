import { Resource, describe } from '../../model';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { Value, isTrue, isUnknown } from '../../value';
import { configured } from '../configured';

/** What must hold of an attribute, and what is wrong otherwise. */
interface Demand {
  readonly path: string;
  readonly holds: (value: Value) => boolean;
  readonly otherwise: string;
}

const is =
  (...values: string[]) =>
  (value: Value): boolean =>
    typeof value === 'string' && values.includes(value);

const DEMANDS: { readonly [type: string]: readonly Demand[] } = {
  aws_glue_data_catalog_encryption_settings: [
    {
      path: 'data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode',
      holds: is('SSE-KMS', 'SSE-KMS-WITH-SERVICE-ROLE'),
      otherwise: 'the catalogue is not encrypted',
    },
    {
      path: 'data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted',
      holds: isTrue,
      otherwise: 'passwords of connections are returned in the clear',
    },
  ],
  aws_glue_dev_endpoint: [securityConfiguration('the endpoint')],
  aws_glue_crawler: [securityConfiguration('the crawler')],
  aws_glue_job: [securityConfiguration('the job')],
  aws_glue_security_configuration: [
    {
      path: 'encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode',
      holds: is('SSE-KMS'),
      otherwise: 'logs are not encrypted with a key of yours',
    },
    {
      path: 'encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode',
      holds: is('CSE-KMS'),
      otherwise: 'bookmarks are not encrypted before they are written',
    },
    {
      path: 'encryption_configuration.s3_encryption.s3_encryption_mode',
      holds: is('SSE-KMS'),
      otherwise: 'what jobs write is not encrypted with a key of yours',
    },
  ],
};

/** Jobs that encrypt what they leave behind. */
export const GLUE_001: ResourceRule = {
  id: 'GLUE-001',
  title: 'Glue encrypts data, logs, bookmarks and its catalogue where the data is personal',
  severity: 'medium',
  measures: ['1.2.1'],
  rationale:
    'A job writes samples of the data into logs, keeps what it has read in bookmarks, and its results in S3. Glue encrypts each of them with KMS only where a security configuration says so, and the job names it. The catalogue holds names of tables and columns, and the passwords of connections.',
  fix: 'Name an `aws_glue_security_configuration` by `security_configuration`, with the modes SSE-KMS, CSE-KMS and SSE-KMS in its three blocks; and in `aws_glue_data_catalog_encryption_settings` set `catalog_encryption_mode` to SSE-KMS and `return_connection_password_encrypted` to true.',
  sources: [
    'https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html',
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
  ],
  types: Object.keys(DEMANDS),
  check: (resource) => (resource.isPersonal ? verdictOn(resource) : undefined),
  examples: {
    pass: [
      {
        title: 'a job with a security configuration, and the catalogue',
        terraform: {
          resource: {
            aws_glue_job: {
              orders: { count: 2, security_configuration: '${aws_glue_security_configuration.main.name}' },
            },
            aws_glue_security_configuration: {
              main: {
                encryption_configuration: {
                  cloudwatch_encryption: { cloudwatch_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn' },
                  job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS', kms_key_arn: 'arn' },
                  s3_encryption: { s3_encryption_mode: 'SSE-KMS', kms_key_arn: 'arn' },
                },
              },
            },
            aws_glue_data_catalog_encryption_settings: {
              all: {
                data_catalog_encryption_settings: {
                  connection_password_encryption: { return_connection_password_encrypted: true },
                  encryption_at_rest: { catalog_encryption_mode: 'SSE-KMS' },
                },
              },
            },
          },
        },
      },
      {
        title: 'a job on public data, blocks as lists',
        terraform: { resource: [{ aws_glue_job: [{ prices: [{ tags: { 'tom:data-class': 'public' } }] }] }] },
      },
    ],
    fail: [
      {
        title: 'a job and a crawler without one',
        terraform: { resource: { aws_glue_crawler: { orders: {} }, aws_glue_job: { orders: { name: 'orders' } } } },
        addresses: ['aws_glue_crawler.orders', 'aws_glue_job.orders'],
      },
      {
        title: 'bookmarks and the catalogue are left out, blocks as lists',
        terraform: {
          resource: [
            {
              aws_glue_security_configuration: [
                {
                  main: [
                    {
                      encryption_configuration: [
                        {
                          cloudwatch_encryption: [{ cloudwatch_encryption_mode: 'SSE-KMS' }],
                          job_bookmarks_encryption: [{ job_bookmarks_encryption_mode: 'DISABLED' }],
                          s3_encryption: [{ s3_encryption_mode: 'SSE-KMS' }],
                        },
                      ],
                    },
                  ],
                },
              ],
              aws_glue_data_catalog_encryption_settings: [
                {
                  all: [
                    {
                      data_catalog_encryption_settings: [
                        {
                          connection_password_encryption: [{ return_connection_password_encrypted: true }],
                          encryption_at_rest: [{ catalog_encryption_mode: 'DISABLED' }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
        addresses: ['aws_glue_data_catalog_encryption_settings.all', 'aws_glue_security_configuration.main'],
      },
      {
        title: 'a job within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.etl',
                  resources: [
                    {
                      address: 'module.etl.aws_glue_job.orders',
                      mode: 'managed',
                      type: 'aws_glue_job',
                      name: 'orders',
                      values: { name: 'orders', security_configuration: '' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.etl.aws_glue_job.orders'],
      },
    ],
    undetermined: [
      {
        title: 'a variable names the configuration, or holds a mode',
        terraform: {
          variable: { config: {}, mode: {} },
          resource: {
            aws_glue_job: { orders: { security_configuration: '${var.config}' } },
            aws_glue_security_configuration: {
              main: {
                encryption_configuration: {
                  cloudwatch_encryption: { cloudwatch_encryption_mode: '${var.mode}' },
                  job_bookmarks_encryption: { job_bookmarks_encryption_mode: 'CSE-KMS' },
                  s3_encryption: { s3_encryption_mode: 'SSE-KMS' },
                },
              },
            },
          },
        },
        addresses: ['aws_glue_job.orders', 'aws_glue_security_configuration.main'],
      },
    ],
  },
};

function securityConfiguration(who: string): Demand {
  return {
    path: 'security_configuration',
    holds: (value) => value !== undefined && value !== '',
    otherwise: `what ${who} leaves behind is not encrypted with KMS`,
  };
}

function verdictOn(resource: Resource): Verdict {
  const read = DEMANDS[resource.type].map((demand) => ({ ...demand, value: configured(resource, demand.path) }));
  const broken = read.filter(({ value, holds }) => !isUnknown(value) && !holds(value));
  if (broken.length > 0) {
    return violated(
      broken.map(({ path, value, otherwise }) => `${path} is ${describe(value)}: ${otherwise}`).join('; ')
    );
  }
  // A reference to a configuration is one, whatever its name will be.
  const open = read.find(({ value }) => isUnknown(value) && /(?<![\w.])(?:var|local|each|module)\./.test(value.text));
  return open ? undetermined(`${open.path} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
