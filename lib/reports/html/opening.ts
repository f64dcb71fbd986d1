import { Evidence } from '../../evidence/evidence';
import { dateIn } from '../language';
import { Html, NOTHING, html } from './markup';
import { counted } from './text';

/** What the page is, and what it speaks of. */
export function opening({ enforced, resources, crashes }: Evidence, at: string): Html {
  return html`<header>
    <p class="eyebrow">Technical and organizational measures, Art. 32 GDPR</p>
    <h1>Evidence</h1>
    <p class="lead">
      What the configuration of ${counted(resources.all, 'resource')} shows, as of
      <time datetime="${at}">${dateIn('en', at)}</time>.
    </p>
    <p class="caveat">
      <strong>Design at one point in time, not operation.</strong> It shows what Terraform was told to create: not that
      it was applied, that it is still so, or that it works. Each claim names the query that samples it in operation.
    </p>
    ${enforced ? '' : html`<p class="alarm">Nothing was enforced: the guardrails only warned.</p>`}
    ${crashes.length === 0 ? NOTHING : crashed(crashes)}
  </header>`;
}

function crashed(crashes: readonly string[]): Html {
  return html`<div class="alarm">
    <p>Rules failed to run: this is no evidence.</p>
    <ul>
      ${crashes.map((crash) => html`<li>${crash}</li>`)}
    </ul>
  </div>`;
}
