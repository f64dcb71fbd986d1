import { Evidence } from '../../evidence/evidence';
import { scopeOf } from '../../guardrails/finding';
import { Html, html } from './markup';
import { table } from './table';
import { internal } from './text';

/** The risks that somebody accepts for now. */
export function waiversSection({ waivers, rules }: Evidence): Html {
  const known = new Set(rules.map(({ rule }) => rule));
  return html`<section aria-labelledby="waivers">
    <h2 id="waivers">Waivers</h2>
    ${
      waivers.length === 0
        ? html`<p>None.</p>`
        : table(
            'Waivers in force',
            ['Rule', 'Covers', 'Reason', 'Approver', 'Last day', 'Ticket'],
            waivers.map(({ rule, reason, approver, expires, ticket, ...scope }) => [
              known.has(rule) ? internal(rule) : rule,
              html`<code>${scopeOf(scope)}</code>`,
              reason,
              approver,
              expires,
              ticket ?? '',
            ])
          )
    }
  </section>`;
}
