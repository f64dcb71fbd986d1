// Writes test/support/provider-schema.json: what tests need of the AWS provider's schema. `npm run provider-schema`
// It takes Terraform and the provider that the stacks pin, or the one that TOMS_AWS_PROVIDER_VERSION names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './install.mjs';
import { ROOT, step } from './step.mjs';
import { tsx } from './tsx.mjs';

const folder = mkdtempSync(join(tmpdir(), 'toms-schema-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const version = process.env.TOMS_AWS_PROVIDER_VERSION || '~> 6.0';
const aws = { source: 'hashicorp/aws', version };
writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: { aws } } }));
const terraform = (...args) => step(`terraform ${args.join(' ')}`, 'terraform', [`-chdir=${folder}`, ...args]);
terraform('init');
writeFileSync(join(folder, 'version.json'), terraform('version', '-json'));
writeFileSync(join(folder, 'schema.json'), terraform('providers', 'schema', '-json'));
step('Writing test/support/provider-schema.json', process.execPath, [
  ...tsx('scripts/provider-schema/write.ts', 'tsconfig.json'),
  folder,
  ROOT,
]);
