import { createHash } from 'node:crypto';
import { Evidence } from '../../evidence/evidence';
import { Finding } from '../../guardrails/finding';
import { measuresSection } from './chapters';
import { controlsSection } from './controls';
import { declarationsSection } from './declarations';
import { erasureSection } from './erasure';
import { findingsAt } from './findings';
import { Html, html } from './markup';
import { openClaims, openFirst } from './open-first';
import { opening } from './opening';
import { overridesSection } from './overrides';
import { recordsSection } from './records';
import { rulesSection } from './rules';
import { settingsSection } from './settings';
import { scopeSection } from './scope';
import { MARKS } from './states';
import { STYLE } from './style';
import { summarySection } from './summary';
import { typesSection } from './types';
import { waiversSection } from './waivers';

/** Evidence as a page: one file that asks nobody for anything, and runs no program. */
export function evidenceHtml(evidence: Evidence, found: readonly Finding[], at: string): string {
  const findings = findingsAt(found);
  const ruleOf = new Map(evidence.rules.map((rule) => [rule.rule, rule]));
  const body = html`${opening(evidence, at)}${contents(openClaims(evidence).length)}
    <main>
      ${scopeSection(evidence)}${settingsSection(evidence)}${summarySection(evidence)}${openFirst(evidence, at)}
      ${measuresSection(evidence, { ruleOf, findings })}${controlsSection(evidence)}${overridesSection(evidence)}${declarationsSection(evidence)}${waiversSection(evidence)}
      ${recordsSection(evidence)}
      ${erasureSection(evidence)}${rulesSection(evidence, findings)}${typesSection(evidence)}
    </main>`;
  const head = html`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Evidence of technical and organizational measures</title>
    ${SHEET}
  </head>`;
  return `<!DOCTYPE html>\n${html`<html lang="en">
    ${head}
    <body>
      ${MARKS}${body}
    </body>
  </html>`.toString()}\n`;
}

// Its hash is that of what stands between the tags, to the last blank.
// prettier-ignore
const SHEET = html`<style>${STYLE}</style>`;

/** Nothing may be loaded, sent or run, and no style applies but the one that the page was written with. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE.toString()).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function contents(open: number): Html {
  return html`<nav aria-label="Contents">
    <ul>
      <li><a href="#scope">Scope</a></li>
      <li><a href="#summary">Summary</a></li>
      <li><a href="#open-first">Open first</a> <span class="figure">${open}</span></li>
      <li><a href="#measures">Measures</a></li>
      <li><a href="#controls">Controls</a></li>
      <li><a href="#declarations">Declarations</a></li>
      <li><a href="#waivers">Waivers</a></li>
      <li><a href="#records">Records</a></li>
      <li><a href="#erasure">Erasure horizon</a></li>
      <li><a href="#rules">Rules</a></li>
      <li><a href="#unjudged">Not judged</a></li>
    </ul>
  </nav>`;
}
