import { TerraformProvider, TerraformStack, Token } from 'cdktf';
import { IConstruct } from 'constructs';

/** The region of the provider of a construct's stack, where the program says it. Providers with an alias are for others. */
export function providerRegion(scope: IConstruct): string | undefined {
  const providers = TerraformStack.of(scope).node.children.filter(
    (child): child is TerraformProvider & { readonly regionInput?: string } =>
      TerraformProvider.isTerraformProvider(child) && child.terraformResourceType === 'aws' && child.alias === undefined
  );
  const region = providers.length === 1 ? providers[0].regionInput : undefined;
  return region === undefined || Token.isUnresolved(region) ? undefined : region;
}
