import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Log, MultiformatMessageString, Notification, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { Finding, Report, Strictness, fails } from '../guardrails/finding';
import { Severity } from '../guardrails/rule';
import { measuresOf } from '../toms/claims/catalogue';
import { jsonText, linesOf, oneLine } from './escape';
import { repositoryPaths } from './repository-path';
import { RULE_SUMMARIES, RuleSummary } from '../guardrails/rule-text';

export const LEVELS: { readonly [S in Severity]: Result.level } = { high: 'error', medium: 'warning', low: 'note' };

/** A report as SARIF 2.1.0, for code scanning. */
export function sarifReport(report: Report, strictness: Strictness = {}): string {
  const rules = [...RULE_SUMMARIES, ...(report.companyRules ?? [])];
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const notes: Notification[] = [
    ...report.crashes.map((text) => ({ level: 'error' as const, message: message(text) })),
    ...report.warnings.map((text) => ({ level: 'warning' as const, message: message(text) })),
  ];
  const uriOf = uris();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'toms', rules: rules.map(ruleJson) } },
        invocations: [
          {
            executionSuccessful: report.crashes.length === 0,
            toolExecutionNotifications: notes,
            ruleConfigurationOverrides: report.skipped?.map(({ rule, by }) => ({
              descriptor: { id: rule, index: index.get(rule) },
              configuration: { enabled: false },
              properties: { skippedBy: by },
            })),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: report.findings.map((finding) =>
          resultJson(finding, index.get(finding.rule), strictness, report.baseline !== undefined, uriOf)
        ),
      },
    ],
  };
  return jsonText(log);
}

/** Braces and brackets mean placeholders and links in a message: SARIF wants them doubled, or escaped. */
export function message(text: string): MultiformatMessageString {
  const plain = linesOf(text).join('\n');
  return { text: plain.replace(/[{}]/g, '$&$&').replace(/[[\]]/g, '\\$&') };
}

function ruleJson({ id, name, title, severity, claims, rationale, fix }: RuleSummary): ReportingDescriptor {
  return {
    id,
    name,
    shortDescription: message(title),
    fullDescription: message(rationale),
    help: message(fix),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', ...measuresOf(claims).map((measure) => `TOM ${measure}`)] },
  };
}

function resultJson(
  finding: Finding,
  ruleIndex: number | undefined,
  strictness: Strictness,
  hasBaseline: boolean,
  uriOf: (path: string) => string
): Result {
  const { rule, outcome, severity, stack, address, waiver, fix } = finding;
  const isOpen = outcome === 'undetermined' && !fails(finding, strictness);
  return {
    ruleId: rule,
    ruleIndex,
    ...(isOpen ? { kind: 'open', level: 'none' } : { kind: 'fail', level: LEVELS[severity] }),
    message: message(`${oneLine(`${address}: ${finding.message}`)}\n${fix}`),
    locations: [
      {
        physicalLocation: physicalLocation(finding, uriOf),
        logicalLocations: [{ fullyQualifiedName: address, kind: 'resource' }],
      },
    ],
    baselineState: baselineStateOf(finding, hasBaseline),
    partialFingerprints: { 'tomsFinding/v1': fingerprint(rule, stack, address) },
    suppressions: waiver
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: oneLine(`${waiver.reason} (${waiver.approver}, until ${waiver.expires})`),
          },
        ]
      : undefined,
  };
}

function baselineStateOf({ known }: Finding, hasBaseline: boolean): Result['baselineState'] {
  return !hasBaseline ? undefined : known ? 'unchanged' : 'new';
}

function physicalLocation({ source, file }: Finding, uriOf: (path: string) => string): PhysicalLocation {
  return {
    artifactLocation: { uri: uriOf(source?.file ?? file) },
    region: { startLine: source?.line ?? 1 },
  };
}

/** Paths as a SARIF log names them. */
export function uris(): (path: string) => string {
  const pathOf = repositoryPaths();
  return (path) => {
    const shown = Buffer.from(pathOf(path)).toString();
    if (isAbsolute(shown)) return pathToFileURL(shown).href;
    return shown.split('/').map(encodeURIComponent).join('/');
  };
}

function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
