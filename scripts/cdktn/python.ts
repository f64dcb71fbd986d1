import { renameProse } from './prose';

/** The packages of Python that are installed to try the one for cdktn, as far as they differ from those for cdktf. */
const VERSIONS: { readonly [name: string]: string } = {
  cdktn: '0.24.0',
  'cdktn-provider-aws': '25.8.1',
  constructs: '10.7.1',
};

/** A program in Python, or a list of packages for pip, in the names of cdktn. What pins a version pins one for cdktn. */
export function renamePython(text: string): string {
  return renameProse(text.replace(/\bcdktf([-_])cdktf\1provider/g, 'cdktn$1provider')).replace(
    /^([\w-]+)==.*$/gm,
    (line, name: string) => (name in VERSIONS ? `${name}==${VERSIONS[name]}` : line)
  );
}
