import { stackPath } from '../../../aws/stack-path';
import { MET, Result, StackRule, undetermined } from '../../rule';

/** Modules whose resources are there to be checked. */
export const RULE: StackRule = {
  id: 'TF-004',
  name: 'every-module-checked',
  title: 'The resources of every module are checked',
  severity: 'low',
  claims: ['9.2.f'],
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
};
