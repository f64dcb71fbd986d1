import * as ts from 'typescript';
import { swapModule } from './names';

/**
 * Code with the names of modules swapped: every string that is as a whole the name of one, as TypeScript reads it, whether an import, a type, a `require`, a
 * mock or a list of packages holds it. Comments, and texts that only mention a name, stay.
 */
export function swapCode(file: string, text: string): string {
  if (!/cdkt[fn]/.test(text)) return text;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false, kindOf(file));
  const changes: { readonly at: number; readonly name: string; readonly swapped: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) {
      const { text: name } = node;
      const swapped = swapModule(name);
      // After the quote, which stays: a name has nothing to escape.
      if (swapped !== name) changes.push({ at: node.getStart(source) + 1, name, swapped });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return changes.reduceRight(
    (code, { at, name, swapped }) => code.slice(0, at) + swapped + code.slice(at + name.length),
    text
  );
}

function kindOf(file: string): ts.ScriptKind {
  if (file.endsWith('.json')) return ts.ScriptKind.JSON;
  return /\.[cm]?js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
}
