/** One thing that the engines write differently for the same program. */
export interface Written {
  readonly what: string;
  readonly cdktf: string;
  readonly cdktn: string;
}

/**
 * All that they write differently, in JSON indented by two spaces. The files that the examples of the copy are held to are those of the checkout but for these
 * lines: whatever else differed would fail. `docs/engines.md` shows them.
 */
export const WRITTEN: readonly Written[] = [
  {
    what: 'The version of the engine, in the `//` of each stack',
    cdktf: '"version": "0.21.0"',
    cdktn: '"version": "0.24.0"',
  },
  {
    what: 'The source of the provider, one and the same to Terraform',
    cdktf: '"source": "aws"',
    cdktn: '"source": "hashicorp/aws"',
  },
  {
    what: 'The version of the AWS provider',
    cdktf: '"version": "6.25.0"',
    cdktn: '"version": "6.66.0"',
  },
];

/** What cdktn writes where cdktf writes a text. */
export function writtenByCdktn(text: string): string {
  return WRITTEN.reduce((written, { what, cdktf, cdktn }) => {
    if (!written.includes(cdktf)) throw new Error(`${what}: cdktf does not write ${cdktf}`);
    return written.split(cdktf).join(cdktn);
  }, text);
}
