import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import { EncryptedStateBackend, Environment, RotatedKey } from '../../lib';
import { check } from '../../lib/guardrails/check';
import { Report } from '../../lib/guardrails/finding';
import { readStack } from '../../lib/terraform/read-stack';
import { STATE, WAYS } from '../support/constructs';
import { segmentedVpc } from '../support/network';
import { Written, newStack } from '../support/synth';

type Way = (typeof WAYS)[number];

const DEFAULTS = WAYS.filter(({ name, title }) => title === name);
const VARIANTS = WAYS.filter(({ name, title }) => title !== name);

/** What is judged beside a construct: a backend, and a resource that rules read: TF-005 names a stack of nothing that any rule reads. */
function beside(stack: TerraformStack, name: string): void {
  new RotatedKey(stack, 'KeyBeside');
  if (name !== 'EncryptedStateBackend') new EncryptedStateBackend(stack, 'State', STATE);
}

function judge(environment: Environment, { name, make }: Way): Report {
  const stack = newStack({ environment, owner: 'tests', retentionDays: 400 });
  // The principals that constructs are given are of this account.
  (stack.node.findChild('aws') as AwsProvider).allowedAccountIds = ['111122223333'];
  beside(stack, name);
  make(stack, 'It', () => segmentedVpc(stack, 'Network'));
  return check([readStack('test', 'cdk.tf.json', Written.of(stack).json)]).report;
}

describe.each([Environment.PRODUCTION, Environment.EPHEMERAL])('in a %s environment', (environment) => {
  test.each(DEFAULTS)('a defaults-only $title has no finding', (way) => {
    const { findings, outcomes } = judge(environment, way);
    expect(findings).toEqual([]);
    expect(outcomes.flatMap(({ met }) => met)).not.toEqual([]);
  });

  test.each(VARIANTS)('$title violates no rule', (way) => {
    const { findings } = judge(environment, way);
    expect(findings.filter(({ outcome }) => outcome !== 'undetermined')).toEqual([]);
  });
});
