/** What looks like a name and is none: the repository, which both packages share, and what both engines call alike. */
const KEPT = /cdktf-aws-toms\/cdktf-aws-toms(?!-)|cdktf\.(?:out|json)\b/;

/** The package and its Python module, the provider, the command and the package of the engine. After a slash, as in an address, it is none. */
const NAMED = /\bcdktf(?=[-_]aws[-_]toms)|(?<=@)cdktf(?=\/provider-aws)|(?<![\w@./-])cdktf(?![\w/]|-(?!cli))/;

const EITHER = new RegExp(`${KEPT.source}|${NAMED.source}`, 'g');

/** Parts of a page that are about both engines. */
const OF_BOTH = /(<!-- both engines -->[^]*?<!-- end of both engines -->)/;

/** A text for people, in the names of the package for cdktn. */
export function renameProse(text: string): string {
  const parts = text.split(OF_BOTH);
  return parts.map((part) => (OF_BOTH.test(part) ? part : renamed(part))).join('');
}

function renamed(text: string): string {
  return text
    .replace(EITHER, (found) => (found === 'cdktf' ? 'cdktn' : found))
    .replace(/\bCDK for Terraform\b/g, 'CDK Terrain')
    .replace(/\bCDKTF(?= constructs)/g, 'CDK Terrain');
}
