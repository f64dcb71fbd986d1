// What `cdktf-aws-toms/rules/jest` exports: the examples of a company's rules as tests, for Jest and for other runners that have its `describe` and `test`.
import { RuleDefinition } from '../guardrails/company/definition';
import { RuleTest, ruleTests } from './try-rule';

export { RuleDefinition, RuleTest, ruleTests };

interface Runner {
  readonly describe: (title: string, tests: () => void) => void;
  readonly test: (title: string, run: () => void) => void;
}

/**
 * Makes a test of every example of some rules, in every shape in which Terraform can be written.
 *
 * @throws Error where there is no global `describe` and `test`
 */
export function testRules(rules: readonly RuleDefinition[]): void {
  const { describe, test } = globalThis as unknown as Partial<Runner>;
  if (typeof describe !== 'function' || typeof test !== 'function') {
    throw new Error(
      'testRules needs the global describe and test of Jest: elsewhere, run what ruleTests(rule) returns'
    );
  }
  for (const rule of rules) {
    describe(rule.id, () => {
      for (const { title, problems } of ruleTests(rule)) {
        test(title, () => {
          const found = problems();
          if (found.length > 0) throw new Error(`${rule.id} ${title}\n${found.map((one) => `  ${one}`).join('\n')}`);
        });
      }
    });
  }
}
