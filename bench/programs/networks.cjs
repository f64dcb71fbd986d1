/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node networks.cjs <ours | raw> <count> <outdir> [raw program]: builds and synthesizes networks, a stack each, and prints the milliseconds that took.
const { App, TerraformStack } = require('cdktf');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const [variant, count, outdir, program] = process.argv.slice(2);

const VARIANTS = {
  raw: () => require(program).build,
  ours: () => {
    const { BlockPublicAccess, Posture, SegmentedVpc } = require('cdktf-aws-toms');
    return (stack) => {
      Posture.set(stack, { owner: 'platform' });
      new SegmentedVpc(stack, 'Network', { blockPublicAccess: BlockPublicAccess.ON });
    };
  },
};

// Loading the modules is measured on its own.
const build = VARIANTS[variant]();
const start = process.hrtime.bigint();
const app = new App({ outdir });
for (let at = 0; at < Number(count); at++) {
  const stack = new TerraformStack(app, `network${at}`);
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  build(stack);
}
app.synth();
const end = process.hrtime.bigint();
process.stdout.write(JSON.stringify({ ms: Number(end - start) / 1e6 }));
