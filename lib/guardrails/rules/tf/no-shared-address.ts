import { MET, Result, StackRule, violated } from '../../rule';

/** Configurations in which every address stands for one element. */
export const RULE: StackRule = {
  id: 'TF-001',
  name: 'no-shared-address',
  title: 'No two elements share one Terraform address',
  severity: 'high',
  claims: ['9.2.a'],
  waivable: false,
  rationale:
    'Synth merges two elements of one address into one, without a word: a bucket that the program makes is then made nowhere, or a rule of this check looks at half of it. Terraform refuses the same address twice where it stands in lists of blocks.',
  fix: 'Give each construct an id of its own, and call `overrideLogicalId` with a name that no other element has.',
  sources: ['https://developer.hashicorp.com/terraform/language/resources/syntax'],
  checkStack: (stack, model) => {
    const results = new Map<string, Result>();
    for (const { address, constructPaths } of (model.tree?.merged ?? []).filter((item) => item.stack === stack.name)) {
      results.set(address, {
        subject: { stack, address, constructPath: constructPaths[0] },
        verdict: violated(`${constructPaths.join(' and ')} share this address: synth writes one element for them`),
      });
    }
    for (const address of stack.repeated) {
      if (results.has(address)) continue;
      const verdict = violated('the configuration declares this address more than once');
      results.set(address, { subject: { stack, address }, verdict });
    }
    if (stack.kind === 'configuration' && stack.resources.length > 0 && results.size === 0) {
      results.set('', { subject: { stack, address: 'terraform' }, verdict: MET });
    }
    return [...results.values()];
  },
};
