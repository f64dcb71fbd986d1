import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  except: { plan: 'a plan shows what is in every module' },
  pass: [
    { title: 'no module', terraform: { resource: { aws_kms_key: { main: { count: 2 } } } } },
    {
      title: 'a plan shows the modules',
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
  // A module that is not read is open, not wrong.
  fail: [],
  undetermined: [
    {
      title: 'a module from the registry',
      terraform: { module: { vpc: { source: 'terraform-aws-modules/vpc/aws', version: '6.0.0' } } },
      addresses: ['module.vpc'],
    },
    {
      title: 'two modules, one counted by a variable',
      terraform: {
        variable: { count: {} },
        module: [{ a: [{ source: './a', count: '${var.count}' }] }, { b: [{ source: './b' }] }],
      },
      addresses: ['module.a', 'module.b'],
    },
  ],
};
