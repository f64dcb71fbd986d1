import { Evidence, RuleEvidence } from '../../evidence/evidence';
import { ruleIn } from '../../guardrails/rule-text';
import { FindingsAt } from './findings';
import { numberIn } from '../language';
import { Html, NOTHING, html } from './markup';
import { OUTCOMES, Outcome, stateLabel } from './states';
import { capped, counted, external, internals, prose } from './text';

/** Every rule that judged something: what it demands and why, and what it found. Links of claims lead here. */
export function rulesSection(evidence: Evidence, findings: FindingsAt): Html {
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    <p>The ${counted(evidence.rules.length, 'rule')} that judged something here.</p>
    ${evidence.rules.map((rule) => ruleSection(rule, findings, evidence))}
  </section>`;
}

function ruleSection(rule: RuleEvidence, findings: FindingsAt, evidence: Evidence): Html {
  const found = OUTCOMES.filter((outcome) => rule[outcome].length > 0);
  return html`<details class="rule">
    <summary>
      <h3><span class="id">${rule.rule}</span> ${rule.title}</h3>
      <span class="tally"
        >${found.map(
          (outcome) => html`${stateLabel(outcome)} <span class="figure">${numberIn('en', rule[outcome].length)}</span> `
        )}</span
      >
    </summary>
    <div class="inside" id="${rule.rule}">
      ${textOf(rule, evidence)} ${found.map((outcome) => foundBy(rule, outcome, findings))}
    </div>
  </details>`;
}

function textOf({ rule, claims }: RuleEvidence, evidence: Evidence): Html {
  const text = ruleIn(evidence, rule);
  if (!text) return NOTHING;
  return html`<p>${prose(text.rationale)}</p>
    <dl class="facts">
      <dt>Claims</dt>
      <dd>${internals(claims)}</dd>
      <dt>Severity</dt>
      <dd>${text.severity}</dd>
      <dt>Fix</dt>
      <dd>${prose(text.fix)}</dd>
      <dt>Sources</dt>
      <dd>
        <ul class="list">
          ${text.sources.map((source) => html`<li>${external(source)}</li>`)}
        </ul>
      </dd>
    </dl>`;
}

function foundBy(rule: RuleEvidence, outcome: Outcome, findings: FindingsAt): Html {
  return html`<h4>${stateLabel(outcome)} <span class="figure">${numberIn('en', rule[outcome].length)}</span></h4>
    ${capped(rule[outcome], (address) => html`<code>${address}</code>${findings(rule.rule, address).map(({ message }) => html`<span class="finding">${message}</span>`)}`)}`;
}
