import { Resource } from '../terraform/stack';

/** The address of the provider that makes a resource: `provider.aws`, or `provider.aws.west` where it has an alias. */
export function providerAddress(resource: Resource): string {
  const named = resource.body.provider;
  const alias = typeof named === 'string' ? named.replace(/^\$\{(.*)\}$/, '$1').split('.')[1] : undefined;
  return alias === undefined ? 'provider.aws' : `provider.aws.${alias}`;
}
