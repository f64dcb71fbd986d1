import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'no zone is named',
      terraform: { resource: { aws_efs_file_system: { files: { count: 2, encrypted: true } } } },
    },
    {
      title: 'a development environment, in a list',
      terraform: {
        resource: [
          {
            aws_efs_file_system: [
              {
                files: [{ availability_zone_name: 'eu-central-1a', tags: { 'tom:environment': 'development' } }],
              },
            ],
          },
        ],
      },
    },
    {
      title: 'the provider fills in the attribute, in a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            resources: [
              {
                address: 'aws_efs_file_system.files',
                mode: 'managed',
                type: 'aws_efs_file_system',
                name: 'files',
                values: { availability_zone_name: '' },
              },
            ],
          },
        },
      },
    },
  ],
  fail: [
    {
      title: 'one zone',
      terraform: {
        resource: { aws_efs_file_system: { files: { availability_zone_name: 'eu-central-1a' } } },
      },
      addresses: ['aws_efs_file_system.files'],
    },
    {
      title: 'one zone within a module of a plan',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.shop',
                resources: [
                  {
                    address: 'module.shop.aws_efs_file_system.files',
                    mode: 'managed',
                    type: 'aws_efs_file_system',
                    name: 'files',
                    values: { availability_zone_name: 'eu-central-1b' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.shop.aws_efs_file_system.files'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: {
        variable: { zone: {} },
        resource: { aws_efs_file_system: { files: { availability_zone_name: '${var.zone}' } } },
      },
      addresses: ['aws_efs_file_system.files'],
    },
  ],
};
