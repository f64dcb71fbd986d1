import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, AppConfig, TerraformResource, TerraformStack } from 'cdktf';
import { EncryptedBucket, Environment, Posture } from '../../lib';
import { temporaryDirectory } from './synth';

/** An app under a posture that every rule of the constructs can hold to. */
export function newApp(options: AppConfig = {}): App {
  const app = new App({ outdir: join(temporaryDirectory(), 'out'), ...options });
  Posture.set(app, { environment: Environment.EPHEMERAL, owner: 'tests', retentionDays: 400 });
  return app;
}

export function addStack(app: App, id: string): TerraformStack {
  const stack = new TerraformStack(app, id);
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  return stack;
}

export function addGoodStack(app: App, id = 'good'): EncryptedBucket {
  return new EncryptedBucket(addStack(app, id), 'Invoices');
}

/** A stack with a bucket that an override opens, which S3-003 finds. */
export function addBadStack(app: App, id = 'bad'): EncryptedBucket {
  const bucket = new EncryptedBucket(addStack(app, id), 'Invoices');
  open(bucket);
  return bucket;
}

export function open(bucket: EncryptedBucket): void {
  (bucket.node.findChild('PublicAccessBlock') as TerraformResource).addOverride('block_public_acls', false);
}

/** The files of an output, by their paths. */
export function filesOf(app: App, below = ''): string[] {
  const folder = join(app.outdir, below);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(app, join(below, entry.name)) : [join(below, entry.name)]
  );
}

export function read(app: App, path: string): string {
  return readFileSync(join(app.outdir, path), 'utf8');
}
