import { MET, Result, StackRule, undetermined } from '../../rule';
import { stackPath } from './stack-path';

/** Modules whose resources are there to be checked. */
export const TF_004: StackRule = {
  id: 'TF-004',
  title: 'The resources of every module are checked',
  severity: 'low',
  measures: ['9.2'],
  rationale:
    'A configuration only calls a module: what the module makes stands in files of its own, often elsewhere. A plan lists it all, with the values that the call passes.',
  fix: 'Run `toms check` on a plan: `terraform plan -out plan`, then `terraform show -json plan > plan.json`, then `npx toms check plan.json`.',
  sources: ['https://developer.hashicorp.com/terraform/internals/json-format'],
  checkStack: (stack) => {
    const constructPath = stackPath(stack);
    if (stack.kind === 'configuration') {
      return stack.unreadModules.map((address) => ({
        subject: { stack, address, constructPath },
        verdict: undetermined('the configuration does not show the resources of this module: only a plan does'),
      }));
    }
    const modules = new Set(stack.resources.map(({ modulePath }) => modulePath.slice(0, -1)));
    return [...modules]
      .filter((address) => address !== '')
      .map((address): Result => ({ subject: { stack, address, constructPath }, verdict: MET }));
  },
  examples: {
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
        title: 'two modules, blocks as lists, one counted by a variable',
        terraform: {
          variable: { count: {} },
          module: [{ a: [{ source: './a', count: '${var.count}' }] }, { b: [{ source: './b' }] }],
        },
        addresses: ['module.a', 'module.b'],
      },
    ],
  },
};
