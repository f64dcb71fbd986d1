// What `cdktf-aws-toms/testing` exports. jsii knows nothing of it: tests in other languages run `toms check` on what synth wrote.
export { Checkable, checkApp, checkStack, GuardrailsError } from './check';
export type { Finding, Report, RuleOutcomes } from './check';
export { FindingOptions, MatcherResult, matchers } from './matchers';
