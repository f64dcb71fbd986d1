import { createHash } from 'node:crypto';
import { Finding, Report, Strictness, fails } from '../guardrails/finding';
import { Severity } from '../guardrails/rule';
import { jsonText, oneLine } from './escape';
import { repositoryPaths } from './repository-path';

/** A violation as GitLab's reports of code quality hold it. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const SEVERITY: { readonly [S in Severity]: Issue['severity'] } = { high: 'critical', medium: 'major', low: 'minor' };

/** A report as GitLab reads it for code quality: what fails the run by its severity, what is open as information. What is waived is not in it. */
export function codeQualityReport({ findings }: Report, strictness: Strictness = {}): string {
  const pathOf = repositoryPaths();
  return jsonText(
    findings.filter(({ outcome }) => outcome !== 'waived').map((finding) => issueOf(finding, strictness, pathOf))
  );
}

function issueOf(finding: Finding, strictness: Strictness, pathOf: (path: string) => string): Issue {
  const { rule, severity, stack, address, message, source, file } = finding;
  return {
    description: oneLine(`${rule} ${stack}:${address}: ${message}`),
    check_name: rule,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([rule, stack, address, message]))
      .digest('hex'),
    severity: fails(finding, strictness) ? SEVERITY[severity] : 'info',
    location: { path: pathOf(source?.file ?? file), lines: { begin: source?.line ?? 1 } },
  };
}
