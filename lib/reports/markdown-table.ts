/** A heading with what belongs under it, or nothing where there is nothing. */
export function section(head: string, body: readonly string[]): string[] {
  return body.length > 0 ? ['', head, '', ...body] : [];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
