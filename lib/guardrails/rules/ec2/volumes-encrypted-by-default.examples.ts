import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'both regions encrypt by default',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ebs_encryption_by_default: { here: {}, far: { region: 'eu-west-1', enabled: true } },
          aws_ebs_volume: { a: { count: 2 }, b: { region: 'eu-west-1' } },
        },
      },
    },
    {
      title: 'the region is left to the environment',
      terraform: {
        resource: {
          aws_ebs_encryption_by_default: { here: { enabled: true } },
          aws_instance: { app: { ami: 'ami-1' } },
        },
      },
    },
    {
      title: 'every volume asks for it, and nodes are made from a launch template',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ebs_volume: { a: { encrypted: true } },
          aws_instance: { app: { root_block_device: [{ encrypted: true }] } },
          aws_eks_node_group: { app: { launch_template: [{ id: 'lt-1', version: '1' }] } },
        },
      },
    },
    { title: 'no volumes', terraform: { resource: { aws_s3_bucket: { invoices: {} } } } },
  ],
  fail: [
    {
      title: 'a default key that nothing is encrypted with by default',
      terraform: {
        provider: { aws: { region: 'eu-central-1' } },
        resource: { aws_ebs_default_kms_key: { main: { key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1' } } },
      },
      addresses: ['eu-central-1'],
    },
    {
      title: 'turned off, in a stack without volumes',
      terraform: {
        provider: { aws: [{ region: 'eu-central-1' }] },
        resource: { aws_ebs_encryption_by_default: { all: { enabled: false } } },
      },
      addresses: ['eu-central-1'],
    },
    {
      title: 'one finding a region, however many volumes it has',
      terraform: {
        provider: [{ aws: [{ region: 'eu-central-1' }] }],
        resource: {
          aws_ebs_volume: { a: { encrypted: true }, b: {}, c: { region: 'eu-west-1' } },
          aws_eks_node_group: { app: {} },
        },
      },
      addresses: ['eu-central-1', 'eu-west-1'],
    },
    {
      title: 'turned off, in a plan',
      terraform: {
        format_version: '1.2',
        configuration: {
          provider_config: { aws: { name: 'aws', expressions: { region: { constant_value: 'eu-central-1' } } } },
        },
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_ebs_encryption_by_default.here',
                mode: 'managed',
                type: 'aws_ebs_encryption_by_default',
                name: 'here',
                values: { enabled: false },
              },
            ],
            child_modules: [
              {
                address: 'module.app',
                resources: [
                  {
                    address: 'module.app.aws_launch_template.app',
                    mode: 'managed',
                    type: 'aws_launch_template',
                    name: 'app',
                    values: { region: 'eu-central-1' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['eu-central-1'],
    },
    {
      title: 'unset, and no region named',
      terraform: { resource: { aws_launch_template: { app: {} } } },
      addresses: ['provider.aws'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides the region of a volume',
      terraform: {
        variable: { region: {} },
        provider: { aws: { region: 'eu-central-1' } },
        resource: {
          aws_ebs_encryption_by_default: { here: {} },
          aws_ebs_volume: { data: { region: '${var.region}' } },
        },
      },
      addresses: ['${var.region}'],
    },
  ],
};
