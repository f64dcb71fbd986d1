import { jsonText } from '../../lib/terraform/expression/convert';
import { isKnown } from '../../lib/terraform/expression/extent';
import { evaluateTemplate } from '../../lib/terraform/expression/parser';

/** Expressions, and what Terraform 1.11 gives for them. */
export interface TerraformTable {
  /** Those that are read. */
  readonly read: readonly (readonly [expression: string, value: unknown])[];
  /** Those that Terraform reads, and that are left to a plan. */
  readonly left: readonly (readonly [expression: string, value: unknown])[];
  /** Those that Terraform refuses, which `try` and `can` turn into values. */
  readonly refused: readonly string[];
}

/** Tests that every expression of a table is what it is to Terraform, or is not known. */
export function testTable({ read, left, refused }: TerraformTable): void {
  test('gives what Terraform gives', () => {
    expect(read.length).toBeGreaterThan(200);
    expect(read.map(([expression]) => [expression, textOf(expression)])).toEqual(
      read.map(([expression, value]) => [expression, canonical(value)])
    );
  });

  test('what Terraform refuses has no value', () => {
    expect(refused.length).toBeGreaterThan(20);
    expect(refused.filter((expression) => textOf(expression) !== undefined)).toEqual([]);
  });

  test('what is not read is left to a plan', () => {
    expect(left.filter(([expression]) => textOf(expression) !== undefined)).toEqual([]);
  });
}

/** The value of an expression as JSON, or nothing where it is not known. */
function textOf(expression: string): string | undefined {
  const value = evaluateTemplate(`\${${expression}\n}`, () => undefined);
  // The digits of a number may be fewer than those of Terraform.
  if (typeof value === 'number') return JSON.stringify(value);
  return isKnown(value) ? canonical(JSON.parse(jsonText(value)!)) : undefined;
}

function canonical(json: unknown): string {
  return JSON.stringify(json, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part
  );
}
