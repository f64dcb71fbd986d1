import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NPM, ROOT } from '../step.mjs';

/** The checkout, whose lock names the tools. The copy for the other engine, which lies within it, has none of its own. */
const CHECKOUT = existsSync(join(ROOT, 'scripts', 'cdktn')) ? ROOT : join(ROOT, '..');

/**
 * The software bill of materials of a package, as CycloneDX. npm makes it of the lock of the checkout, whose packages are tools but for those that are bundled: only
 * they go out, and stay. The engine and its provider are packages of the project that installs this, and stand in the bill of that.
 */
export function sbomOf({ name, version, description }, bundled) {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
  const sbom = JSON.parse(execFileSync(NPM.command, args, { cwd: CHECKOUT, shell: NPM.shell, maxBuffer: 2 ** 28 }));
  const components = sbom.components.filter((component) => bundled.includes(component.name));
  const missing = bundled.filter((one) => !components.some((component) => component.name === one));
  if (missing.length > 0) throw new Error(`npm sbom does not know what is bundled: ${missing.join(', ')}`);
  const purl = `pkg:npm/${name}@${version}`;
  // npm names the component after its folder.
  const component = { ...sbom.metadata.component, 'bom-ref': purl, name, version, description, purl };
  return {
    ...sbom,
    metadata: { ...sbom.metadata, component },
    components: components.map((one) => ({ ...one, scope: 'required', properties: [] })),
    dependencies: [
      { ref: purl, dependsOn: components.map((one) => one['bom-ref']) },
      ...components.map((one) => ({ ref: one['bom-ref'], dependsOn: [] })),
    ],
  };
}

/** What is bundled into the package, as its licences name it. */
export function bundledIn(root) {
  const licences = readFileSync(join(root, 'dist', 'third-party-licenses.txt'), 'utf8');
  return [...licences.matchAll(/^# (.*)$/gm)].map(([, name]) => name);
}
