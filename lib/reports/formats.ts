import { Diff } from '../diff/change';
import { Evidence } from '../evidence/evidence';
import { Report } from '../guardrails/finding';
import { RuleSummary } from '../guardrails/rule-text';
import { ListedWaiver } from '../guardrails/waiver-list';
import { Graph } from '../graph/graph';
import { codeQualityReport } from './code-quality';
import { diffJson } from './diff-json';
import { diffMarkdown } from './diff-markdown';
import { diffSarif } from './diff-sarif';
import { DiffOptions, diffText } from './diff-text';
import { evidenceJson, jsonReport } from './json';
import { junitReport } from './junit';
import { evidenceMarkdown } from './markdown';
import { mermaidText } from './mermaid';
import { ruleListJson, ruleListText } from './rule-list';
import { sarifReport } from './sarif';
import { ReportOptions, textReport } from './text';
import { waiverListJson, waiverListText } from './waiver-list';

/** What writes each format, by the name that people ask for it. The first is the default. */
export interface Formats<Content, Options = void> {
  readonly [name: string]: (content: Content, options: Options) => string;
}

export const REPORT_FORMATS: Formats<Report, ReportOptions> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  codequality: codeQualityReport,
};

export const GRAPH_FORMATS: Formats<Graph> = { mermaid: mermaidText };

export const DIFF_FORMATS: Formats<Diff, DiffOptions> = {
  text: diffText,
  json: diffJson,
  markdown: diffMarkdown,
  sarif: diffSarif,
};

export const RULE_LIST_FORMATS: Formats<readonly RuleSummary[]> = { text: ruleListText, json: ruleListJson };

export const WAIVER_LIST_FORMATS: Formats<readonly ListedWaiver[]> = { text: waiverListText, json: waiverListJson };

/** The files that evidence is written to, and what writes each. */
export const EVIDENCE_FILES: Formats<Evidence> = { 'evidence.json': evidenceJson, 'evidence.md': evidenceMarkdown };
