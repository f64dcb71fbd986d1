import { Resource } from '../terraform/stack';

/** The address of the provider that makes a resource: `provider.aws`, `provider.aws.west`, or `module.logs.provider.aws`. */
export function providerAddress(resource: Resource): string {
  if (!resource.providerName.includes(':')) return `provider.${resource.providerName}`;
  const [name, ...modules] = resource.providerName.split(':').reverse();
  return [...modules, 'provider', name].join('.');
}
