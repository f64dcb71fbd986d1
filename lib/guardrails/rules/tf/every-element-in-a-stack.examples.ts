import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'what is written belongs to a stack',
      terraform: { resource: { aws_kms_key: { main: { '//': { metadata: { path: 'orders/main' } } } } } },
    },
    {
      title: 'a configuration that no program wrote has no construct tree',
      terraform: { resource: { aws_kms_key: { main: { count: 2 } } } },
    },
  ],
  // What stands outside every stack is in no output: the failing cases need a construct tree.
  fail: [],
};
