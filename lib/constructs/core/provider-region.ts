import { TerraformProvider, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';

type AwsProvider = TerraformProvider & { readonly regionInput?: string };

/** Each stack's provider, once it was found: a stack of thousands of stores would else look through all of them for each. */
const PROVIDERS = new WeakMap<TerraformStack, AwsProvider>();

/** The region of the provider of a construct's stack, where the program says it. Providers with an alias are for others. */
export function providerRegion(scope: IConstruct): string | undefined {
  const stack = TerraformStack.of(scope);
  let provider = PROVIDERS.get(stack);
  if (!provider) {
    provider = stack.node.children.find(isDefault);
    if (provider) PROVIDERS.set(stack, provider);
  }
  const region = provider?.regionInput;
  return region === undefined || Token.isUnresolved(region) ? undefined : region;
}

function isDefault(child: IConstruct): child is AwsProvider {
  return (
    TerraformProvider.isTerraformProvider(child) && child.terraformResourceType === 'aws' && child.alias === undefined
  );
}
