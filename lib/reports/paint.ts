const CODES = { red: 31, yellow: 33, green: 32, bold: 1, dim: 2 };

export type Style = keyof typeof CODES;

/** Gives text a style on a terminal. */
export type Paint = (style: Style, text: string) => string;

/** A paint that colours, or one that leaves text as it is. */
export function paintOf(colour = false): Paint {
  return (style, text) => (colour ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text);
}
