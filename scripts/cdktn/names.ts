import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { exports: exported } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  exports: { readonly [path: string]: unknown };
};

/** The modules of this package, as `/rules/jest`, and the folders of those that are read as files, as `/schema/`. */
const SUBPATHS = Object.keys(exported).map((path) => path.replace(/^\.|\*$/g, ''));

/** A name of a module: of an engine, of its provider, or of this package. A pattern of jest stands between `^` and `$`, and a path leads to it. */
const MODULE = /^(\^?(?:[^@]*\bnode_modules\/)?(@?))(cdkt[fn])((?:-aws-toms)?)((?:\/[^$]*)?)(\$?)$/;

/**
 * The name of the same module in the package for the other engine. What names no module stays. Names are swapped rather than replaced, so that a test which
 * holds one engine against the other does so in both packages.
 */
export function swapModule(text: string): string {
  const [, before, at, engine, ours, path, after] = MODULE.exec(text) ?? [];
  if (engine === undefined || !isModule(at === '@', ours !== '', path)) return text;
  return `${before}${engine === 'cdktf' ? 'cdktn' : 'cdktf'}${ours}${path}${after}`;
}

function isModule(isProvider: boolean, isOurs: boolean, path: string): boolean {
  if (isProvider) return !isOurs && (path === '' || /^\/provider-aws(?:\/|$)/.test(path));
  if (!isOurs) return path === '' || path === '/package.json' || path.startsWith('/lib/');
  return SUBPATHS.some((subpath) => path === subpath || (subpath.endsWith('/') && path.startsWith(subpath)));
}
