// What enforcement needs of the engine. The build bundles this module with all that it imports: an app loads one file instead of hundreds.
export { evidence } from '../evidence/evidence';
export { againstBaseline, readBaseline } from '../guardrails/baseline';
export { check } from '../guardrails/check';
export { isClean } from '../guardrails/finding';
export type { Finding, Report, RuleOutcomes } from '../guardrails/finding';
export { checkOrganization } from '../guardrails/records/check-organization';
export { checkRecord } from '../guardrails/records/check-record';
export { checkReport } from '../guardrails/records/check-report';
export { recordFiles } from '../guardrails/records/record-file';
export { RULES_BY_ID_AND_NAME } from '../guardrails/rules';
export { waiverFiles } from '../guardrails/waiver-file';
export { checkWaiver } from '../guardrails/waivers';
export { EVIDENCE_FILES } from '../reports/formats';
export { textReport } from '../reports/text';
export { isConfigurationFile, loadRootModules } from '../terraform/load';
export { nearest } from '../terraform/nearest';
export { readStack } from '../terraform/read-stack';
export { UnreadableInput } from '../terraform/unreadable-input';
