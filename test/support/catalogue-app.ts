import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Posture } from '../../lib';
import { WAYS } from './constructs';
import { reachableNetwork } from './network';
import { TARGETS } from './targets';

/** A stack with every way to make every construct, side by side. */
export function catalogueApp(outdir: string): App {
  const app = new App({ outdir, context: TARGETS });
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const stack = new TerraformStack(app, 'catalogue');
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  const vpc = reachableNetwork(stack);
  for (const [at, { make }] of WAYS.entries()) make(new Construct(stack, `Way${at}`), 'It', () => vpc);
  return app;
}
