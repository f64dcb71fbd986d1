import { MET, StackRule, violated } from '../../rule';

/** Programs whose every element is written. */
export const RULE: StackRule = {
  id: 'TF-003',
  name: 'every-element-in-a-stack',
  title: 'Every element belongs to a stack',
  severity: 'high',
  claims: ['9.2.e'],
  waivable: false,
  rationale:
    'Synth writes stack by stack: an element outside every stack is written nowhere, without a word. The program then seems to make a key, a log group or an alarm that does not exist. Only the construct tree shows it, so this is checked while the app is synthesized, not by `toms check`.',
  fix: 'Pass the stack, or a construct within it, as the first argument of the element, not the app.',
  sources: ['https://developer.hashicorp.com/terraform/cdktf/concepts/stacks'],
  checkStack: (stack, model) => {
    if (!model.tree || stack !== model.stacks[0]) return [];
    if (model.tree.orphans.length === 0) return [{ subject: { stack, address: 'terraform' }, verdict: MET }];
    return model.tree.orphans.map(({ constructPath, type }) => ({
      subject: { stack, address: constructPath, constructPath },
      verdict: violated(`this ${type} stands outside every stack, so it is written nowhere`),
    }));
  },
};
