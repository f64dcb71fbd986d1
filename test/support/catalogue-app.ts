import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Posture } from '../../lib';
import { WAYS } from './constructs';
import { reachableNetwork } from './network';
import { TARGETS } from './targets';

/** What an account has once, and a stack too. */
const ONCE = ['AccountBaseline', 'ChangeDetection', 'DataDiscovery', 'VulnerabilityProgramme'];

/** A stack with every way to make every construct, side by side, and one for each of those that a stack has once. */
export function catalogueApp(outdir: string): App {
  const app = new App({ outdir, context: TARGETS });
  Posture.set(app, { owner: 'tests', retentionDays: 400 });
  const stack = stackIn(app, 'catalogue');
  const vpc = reachableNetwork(stack);
  for (const [at, { name, make }] of WAYS.entries()) {
    const own = ONCE.includes(name) ? stackIn(app, `catalogue-${at}`) : stack;
    make(new Construct(own, `Way${at}`), 'It', () => vpc);
  }
  return app;
}

function stackIn(app: App, name: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  return stack;
}
