import { renameProse } from './prose';

/** What the package for cdktn needs of an app. */
export const PEERS = { '@cdktn/provider-aws': '^25.7.0', cdktn: '^0.24.0', constructs: '>=10.6.0 <10.8.0' };

/** The oldest that it takes of each, which it is built and tested with. `package-lock.json` beside this names the same. */
export const BUILT_WITH = { '@cdktn/provider-aws': '25.7.0', cdktn: '0.24.0', constructs: '10.6.0' };

/** What the package is called in Python, and in the other languages of jsii. */
interface Targets {
  readonly python: { readonly distName: string; readonly module: string };
}

/** What this reads of a package.json. */
export interface PackageJson {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly peerDependencies: { readonly [name: string]: string };
  readonly devDependencies: { readonly [name: string]: string };
  readonly jsii: { readonly targets: Targets };
}

/** The package.json of the package for cdktn, made of that for cdktf. It is built and tested by the tools of the checkout. */
export function packageFor(cdktf: PackageJson): PackageJson {
  const { name, description, keywords, jsii } = cdktf;
  return {
    ...cdktf,
    name: renameProse(name),
    description: renameProse(description),
    keywords: keywords.map(renameProse),
    peerDependencies: PEERS,
    devDependencies: BUILT_WITH,
    jsii: { ...jsii, targets: JSON.parse(renamedInAll(JSON.stringify(jsii.targets))) as Targets },
  };
}

/** No name of a target is one of the other engine: each ends with that of this package, or begins with it. */
function renamedInAll(targets: string): string {
  return targets.replace(/cdktf/g, 'cdktn').replace(/Cdktf/g, 'Cdktn');
}

/** What this reads of the package.json of a project. */
export interface ProjectJson {
  readonly dependencies: { readonly [name: string]: string };
}

/** The package.json of a template, for the other engine. Its command has the versions of the engine. */
export function projectFor(text: string): string {
  const { dependencies, devDependencies, ...project } = JSON.parse(renameProse(text)) as ProjectJson & {
    readonly devDependencies: { readonly [name: string]: string };
  };
  const written = {
    ...project,
    dependencies: { ...dependencies, ...PEERS },
    devDependencies: { ...devDependencies, 'cdktn-cli': PEERS.cdktn },
  };
  return `${JSON.stringify(written, undefined, 2)}\n`;
}
