import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { providerRegion } from '../../../lib/constructs/core/provider-region';
import { newStack, temporaryApp } from '../../support/synth';

test('is what the provider of the stack says', () => {
  const stack = newStack();
  expect(providerRegion(new Construct(stack, 'It'))).toBe('eu-central-1');
});

test('is not that of a provider with an alias', () => {
  const stack = newStack();
  new AwsProvider(stack, 'edge', { region: 'us-east-1', alias: 'edge' });
  expect(providerRegion(stack)).toBe('eu-central-1');
});

test.each<[string, (stack: TerraformStack) => void]>([
  ['there is no provider', () => undefined],
  ['the provider does not say it', (stack) => new AwsProvider(stack, 'aws', {})],
  [
    'only Terraform knows it',
    (stack) => new AwsProvider(stack, 'aws', { region: new TerraformVariable(stack, 'region', {}).stringValue }),
  ],
])('is not known where %s', (_title, make) => {
  const stack = new TerraformStack(temporaryApp(), 'test');
  make(stack);
  expect(providerRegion(stack)).toBeUndefined();
});
