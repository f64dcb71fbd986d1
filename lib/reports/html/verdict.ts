import { RuleEvidence } from '../../evidence/evidence';
import { Finding } from '../../guardrails/finding';
import { shownPath } from '../../terraform/shown-path';
import { Html, NOTHING, html } from './markup';
import { Outcome, stateLabel } from './states';
import { internal, prose } from './text';

/** What a rule says of an address, and why, where it is more than that it is met. */
export function verdict({ rule, title }: RuleEvidence, outcome: Outcome, findings: readonly Finding[]): Html {
  return html`${stateLabel(outcome)} ${internal(rule)} <span class="title">${title}</span>${findings.map(finding)}`;
}

/** What was found, where the program makes it, and what fixes it or who accepts it. */
function finding({ message, source, constructPath, fix, waiver }: Finding): Html {
  const place = source ? html` <span class="place">${`${shownPath(source.file)}:${source.line}`}</span>` : NOTHING;
  const path = constructPath === undefined ? NOTHING : html` <span class="place">${constructPath}</span>`;
  const way = waiver
    ? html`Accepted until ${waiver.expires} by ${waiver.approver}: ${waiver.reason}`
    : html`Fix: ${fix.split('\n').map((line, at) => html`${at === 0 ? '' : html`<br />`}${prose(line)}`)}`;
  return html`<span class="finding"
    ><span class="message">${message}</span>${path}${place}<span class="way">${way}</span></span
  >`;
}
