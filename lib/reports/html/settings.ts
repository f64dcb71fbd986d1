import { Evidence } from '../../evidence/evidence';
import { demandsText } from '../../guardrails/settings/demands';
import { ruleTitle } from '../../guardrails/rule-text';
import { Html, NOTHING, html } from './markup';
import { table } from './table';

/** What the project sets otherwise than the package does, where it does. */
export function settingsSection(evidence: Evidence): Html {
  const { skipped = [], companyRules = [], demands } = evidence;
  if (skipped.length === 0 && companyRules.length === 0 && !demands) return NOTHING;
  return html`<section aria-labelledby="settings">
    <h2 id="settings">Settings of the project</h2>
    ${
      skipped.length === 0
        ? NOTHING
        : table(
            'Skipped: what these rules speak of is not shown',
            ['Rule', 'What it demands', 'Skipped by'],
            skipped.map(({ rule, by }) => [rule, ruleTitle(evidence, rule), by])
          )
    }
    ${
      companyRules.length === 0
        ? NOTHING
        : table(
            'Rules of the project: what they find met shows no claim',
            ['Rule', 'What it demands', 'From'],
            companyRules.map(({ id, title, package: from }) => [id, title, html`<code>${from}</code>`])
          )
    }
    ${demands ? html`<p>Stricter than the measures demand: ${demandsText(demands)}.</p>` : NOTHING}
  </section>`;
}
