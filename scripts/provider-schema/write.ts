import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { typesOfPackage } from './package';
import { ProviderSchema, typesOfProvider } from './provider';
import { reduce, renderSchema } from './reduce';

const [folder, root] = process.argv.slice(2);
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

const { provider_selections: versions } = read(join(folder, 'version.json')) as {
  provider_selections: { readonly [provider: string]: string };
};
const { provider_schemas: schemas } = read(join(folder, 'schema.json')) as {
  provider_schemas: { readonly [provider: string]: ProviderSchema };
};
const [provider] = Object.keys(schemas);
const bindings = join(root, 'node_modules/@cdktf/provider-aws');
const { version } = read(join(bindings, 'package.json')) as { version: string };

writeFileSync(
  join(root, 'test/support/provider-schema.json'),
  renderSchema(
    reduce(
      { version: versions[provider], types: typesOfProvider(schemas[provider]) },
      { version, types: typesOfPackage(join(bindings, 'lib')) }
    )
  )
);
