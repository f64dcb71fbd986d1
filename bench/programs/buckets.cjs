/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node buckets.cjs <raw | ours | guarded> <count> <outdir>: builds and synthesizes, and prints the milliseconds that took.
const { App, TerraformStack } = require('cdktf');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const [variant, count, outdir] = process.argv.slice(2);
const state = {
  bucketName: 'bench-terraform-state',
  kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
};

const VARIANTS = {
  raw: () => {
    const { build } = require('./raw-buckets.cjs');
    return (stack) => build(stack, Number(count), state);
  },
  ours: () => ours(false),
  guarded: () => ours(true),
};

function ours(guarded) {
  const { EncryptedBucket, EncryptedStateBackend, Posture } = require('cdktf-aws-toms');
  // The rules are loaded when they are named first: who does not enforce them holds none of them.
  const guardrails = guarded ? require('cdktf-aws-toms').Guardrails : undefined;
  return (stack, app) => {
    guardrails?.enforce(app);
    Posture.set(app, { owner: 'billing', retentionDays: 3650 });
    new EncryptedStateBackend(stack, 'State', state);
    for (let at = 0; at < Number(count); at++) new EncryptedBucket(stack, `Bucket${at}`);
  };
}

// Loading the modules is measured on its own.
const build = VARIANTS[variant]();
const start = process.hrtime.bigint();
const app = new App({ outdir });
const stack = new TerraformStack(app, 'bench');
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
build(stack, app);
const built = process.hrtime.bigint();
app.synth();
const end = process.hrtime.bigint();
const ms = (nanoseconds) => Number(nanoseconds) / 1e6;
process.stdout.write(JSON.stringify({ ms: ms(end - start), build: ms(built - start), synth: ms(end - built) }));
