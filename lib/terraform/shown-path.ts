import { isAbsolute, relative, sep } from 'node:path';

/** A path as people and reports see it: relative to where the command runs if it lies below, else as it was given; always with `/`. */
export function shownPath(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : path;
  const shown = below === '' || isAbsolute(below) || below.split(sep)[0] === '..' ? path : below;
  return sep === '/' ? shown : shown.split(sep).join('/');
}
