/* eslint-disable @typescript-eslint/no-require-imports -- what is measured is CommonJS, as compiled programs are */
'use strict';

// node --import tsx saas.cjs <ours | raw> <count> <outdir> [raw program]: builds and synthesizes the example saas-platform without guardrails, several times, and prints the
// milliseconds that took. Its stacks are those of the example, and the raw program makes the same resources in as many.
const { mkdirSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
const { App } = require('cdktf');

const [variant, count, outdir, program] = process.argv.slice(2);
const EXAMPLE = join(__dirname, '../../examples/saas-platform');

const VARIANTS = {
  raw: () => require(program).build,
  ours: () => {
    const library = require('cdktf-aws-toms');
    const stacks = Object.assign({}, ...stackFiles().map((file) => require(join(EXAMPLE, file))));
    const settings = require(join(EXAMPLE, 'environments.ts')).settingsOf('production', false);
    // The library loads what is read from it, and loading is measured on its own.
    for (const file of stackFiles())
      for (const name of readFileSync(join(EXAMPLE, file), 'utf8').match(/\b[A-Z]\w+/g)) void library[name];
    const state = {
      bucketName: settings.stateBucket,
      kmsKeyArn: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-44cd-a6ef-1234567890ab',
    };
    const permissionsBoundaryArn = 'arn:aws:iam::111122223333:policy/deployers';
    return (app) => {
      library.Posture.set(app, {
        environment: settings.environment,
        owner: 'product',
        namePrefix: 'acme',
        retentionDays: 1096,
        globalServiceLogs: 'our transfer assessment',
      });
      const common = { state, settings };
      const network = new stacks.NetworkStack(app, 'network', common);
      const data = new stacks.DataStack(app, 'data', { ...common, network, permissionsBoundaryArn });
      const imageDigest = `sha256:${'0123456789abcdef'.repeat(4)}`;
      const application = new stacks.ApplicationStack(app, 'application', { ...common, network, data, imageDigest });
      new stacks.EdgeStack(app, 'edge', { ...common, network, data, application });
    };
  },
};

function stackFiles() {
  return readdirSync(EXAMPLE).filter((file) => file.endsWith('-stack.ts'));
}

const build = VARIANTS[variant]();
for (let at = 0; at < Number(count); at++) mkdirSync(join(outdir, String(at)), { recursive: true });
const start = process.hrtime.bigint();
for (let at = 0; at < Number(count); at++) {
  const app = new App({ outdir: join(outdir, String(at)) });
  build(app);
  app.synth();
}
const end = process.hrtime.bigint();
process.stdout.write(JSON.stringify({ ms: Number(end - start) / 1e6 }));
