import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'S3 with a key and a lock file',
      terraform: {
        terraform: {
          backend: {
            s3: {
              bucket: 'state',
              key: 'orders.tfstate',
              region: 'eu-central-1',
              encrypt: true,
              kms_key_id: 'arn:aws:kms:eu-central-1:123456789012:key/1234',
              use_lockfile: true,
            },
          },
        },
        resource: { aws_kms_key: { main: { count: 2 } } },
      },
    },
    {
      title: 'S3 with a lock table',
      terraform: {
        terraform: [
          { required_version: '>= 1.5' },
          {
            backend: [
              { s3: [{ bucket: 'state', encrypt: 'true', kms_key_id: 'alias/state', dynamodb_table: 'locks' }] },
            ],
          },
        ],
      },
    },
    {
      title: 'HCP Terraform',
      terraform: { terraform: { cloud: { organization: 'acme', workspaces: { name: 'orders' } } } },
    },
    {
      title: 'a local file of a test run',
      terraform: {
        '//': {
          toms: {
            version: 1,
            posture: { path: 'test', environment: 'ephemeral', dataClass: 'internal', residency: [] },
          },
        },
        terraform: { backend: { local: { path: 'terraform.tfstate' } } },
      },
    },
    {
      title: 'a plan with a module says nothing of the backend',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.keys',
                resources: [
                  {
                    address: 'module.keys.aws_kms_key.main',
                    mode: 'managed',
                    type: 'aws_kms_key',
                    name: 'main',
                    values: {},
                  },
                ],
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'no backend: a local file',
      except: { plan: 'a plan does not show whether there is a backend' },
      terraform: { resource: { aws_kms_key: { main: {} } } },
      addresses: ['terraform.backend'],
    },
    {
      title: 'the local backend that synth writes',
      terraform: { terraform: { backend: { local: { path: '/work/terraform.orders.tfstate' } } } },
      addresses: ['terraform.backend'],
    },
    {
      title: 'S3 without a key or a lock',
      terraform: { terraform: [{ backend: [{ s3: [{ bucket: 'state', encrypt: true }] }] }] },
      addresses: ['terraform.backend'],
    },
  ],
  undetermined: [
    {
      title: 'a database',
      terraform: { terraform: { backend: { pg: {} } } },
      addresses: ['terraform.backend'],
    },
    {
      title: 'a variable decides (OpenTofu)',
      terraform: {
        variable: { key: {} },
        terraform: {
          backend: { s3: { bucket: 'state', encrypt: true, kms_key_id: '${var.key}', use_lockfile: true } },
        },
      },
      addresses: ['terraform.backend'],
    },
  ],
};
