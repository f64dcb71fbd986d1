// Bundles what is loaded whole at every start: reading hundreds of small modules takes longer than checking a small project.
// The examples of rules stay outside, since only `toms explain` loads them.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './step.mjs';

const YAML = 'dist/yaml.js';

/** What npm packages the bundles hold. */
const bundled = new Set();

/** What few runs ask for is loaded when they do: its text alone would take half a megabyte of every process. */
const SELDOM = /^(?:guardrails\/tried|aws\/iam\/managed-policies)\.generated$/;

/** Each bundle, the module that it is made from, and the modules that it finds beside it. */
const BUNDLES = [
  // It stands where jsii writes the module by itself, so that what imports it finds the bundle. The constructs of a program have loaded the measures already.
  { outfile: 'dist/enforcement/engine.js', entry: 'lib/enforcement/engine.ts', beside: [SELDOM, /^toms\//] },
  { outfile: 'dist/cli/toms.js', entry: 'lib/cli/main.ts', beside: [SELDOM] },
  { outfile: YAML, entry: 'node_modules/yaml/dist/index.js', beside: [] },
];

for (const { outfile, entry, beside } of BUNDLES) {
  const pathTo = (file) => {
    const path = relative(dirname(outfile), file).replaceAll('\\', '/');
    return { path: path.startsWith('.') ? path : `./${path}`, external: true };
  };
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    format: 'cjs',
    // A process holds the text of what it loads. Names and lines stay, since Node prints both where an error ends a program.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 120,
    logLevel: 'warning',
    plugins: [
      {
        name: 'beside',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^yaml$/ }, () => pathTo(YAML));
          onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
            const module = relative(join(ROOT, 'lib'), join(resolveDir, path)).replaceAll('\\', '/');
            return beside.some((one) => one.test(module)) ? pathTo(join('dist', module)) : undefined;
          });
        },
      },
    ],
    metafile: true,
  });
  for (const input of Object.keys(metafile.inputs)) {
    const [, name] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (name !== undefined) bundled.add(name);
  }
}

// What is bundled goes out under its own licence.
const licences = [...bundled].sort().map((name) => {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `# ${name}\n\n${readFileSync(join(folder, file), 'utf8')}`;
});
writeFileSync(join(ROOT, 'dist/third-party-licenses.txt'), licences.join('\n'));
