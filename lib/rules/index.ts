// What `cdktf-aws-toms/rules` exports, for rules of a company. jsii knows nothing of it: they are written in JavaScript or TypeScript.
export { defineRule } from '../guardrails/company/definition';
export type { PlainValue, RuleBlock, RuleDefinition, RuleModel, RuleResource } from '../guardrails/company/definition';
export type { Example, Examples, Severity, Shape, Verdict } from '../guardrails/rule';
export { met, undetermined, violated } from '../guardrails/company/verdicts';
